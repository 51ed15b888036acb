// The account reckons with the dossiers, and only the committee has all of those on its devices. Whoever reads along would be
// told that nothing was awarded: they are led to the sums that the server made of this wijk, and to what they do have.
import type { ComponentType } from 'preact';
import { useApp, useMe } from '../../data.ts';
import { ChartNoAxesColumn, Files, Handshake, Wallet } from '../../icons.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlVolunteers } from '../../nl/volunteers.ts';
import { Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Places } from '../../parts/places.tsx';
import { BareShell } from '../../shell/shell.tsx';

const words = nlAccountability.elsewhere;

/** `bare`: for a screen that draws its own frame. */
export function forCommittee(Screen: ComponentType, { bare = false } = {}): ComponentType {
  return function OfCommittee() {
    const { role } = useMe().access;
    if (role !== 'district_manager' && role !== 'initiator') return <Screen />;
    return bare ? (
      <BareShell>
        <Elsewhere ofDistrict={role === 'district_manager'} />
      </BareShell>
    ) : (
      <Elsewhere ofDistrict={role === 'district_manager'} />
    );
  };
}

function Elsewhere({ ofDistrict }: { readonly ofDistrict: boolean }) {
  const { committeeId } = useApp();
  const sums = { href: `/wijken/${committeeId}`, icon: ChartNoAxesColumn, ...words.sums };
  const places = ofDistrict
    ? [
        sums,
        { href: '/kas/jaar', icon: Wallet, ...words.money },
        { href: '/vrijwilligers', icon: Handshake, ...nlVolunteers.menu },
      ]
    : [sums, { href: '/aanvragen', icon: Files, ...words.own }];
  return (
    <>
      <PageHead title={words.title} lead={ofDistrict ? words.district : words.initiator} />
      <Stack gap={3}>
        <Places label={words.title} places={places} />
      </Stack>
    </>
  );
}
