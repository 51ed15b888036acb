import { nlConsultation } from '../../nl/consultation.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { consultationHref } from './use-consultation.ts';

export function MissingConsultation() {
  const { missing } = nlConsultation;
  return (
    <Empty page title={missing.title} action={<LinkButton href="/vergadering">{missing.action}</LinkButton>}>
      {missing.text}
    </Empty>
  );
}

export function NotForYou({ id }: { readonly id: string }) {
  const { notForYou } = nlConsultation;
  return (
    <Empty
      page
      title={notForYou.title}
      action={<LinkButton href={consultationHref(id)}>{notForYou.action}</LinkButton>}
    >
      {notForYou.text}
    </Empty>
  );
}
