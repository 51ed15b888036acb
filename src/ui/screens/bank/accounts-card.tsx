// The accounts of the committee: what the bank says is on them, and whether the files follow each other.
import { accountChain } from '../../../domain/bank/chain.ts';
import { formatIban } from '../../../domain/iban.ts';
import { mayI, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { CircleAlert } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Figure } from '../../parts/money.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import { accountHref } from './hrefs.ts';
import type { BankFormProps } from './matched-part.tsx';
import type { BankRows } from './use-bank.ts';

const words = nlBank.accounts;

export function AccountsCard({ bank }: { readonly bank: BankRows }) {
  return (
    <Card labelledBy="rekeningen">
      <CardHead id="rekeningen" title={words.title} />
      {bank.accounts.length === 0 && <p class="bk-soft">{words.none}</p>}
      {bank.accounts.map((account) => (
        <OneAccount key={account.id} account={account} bank={bank} />
      ))}
    </Card>
  );
}

function OneAccount({ account, bank }: { readonly account: BankRows['accounts'][number]; readonly bank: BankRows }) {
  const { id, name, kind, pending } = account;
  const imports = bank.imports.filter(({ accountId }) => accountId === id);
  const chain = accountChain(
    imports,
    bank.transactions.filter(({ accountId }) => accountId === id),
  );
  const fileName = (importId: string): string => imports.find((one) => one.id === importId)?.fileName ?? '';
  return (
    <div class="bk-stack bk-gap-2">
      <h3>{name}</h3>
      <p class="bk-small bk-soft">
        {name === words.kinds[kind] ? formatIban(id) : `${words.kinds[kind]}, ${formatIban(id)}`}
      </p>
      {chain.balance === null ? (
        <p class="bk-small bk-soft">{words.noBalance}</p>
      ) : (
        <Figure size="m" label={words.balance(chain.balance.on)} cents={chain.balance.cents} />
      )}
      {chain.problems.map((problem, n) => (
        <Note key={`${problem.kind} ${n}`} tone="look" icon={CircleAlert}>
          {nlBank.problem(problem, fileName(problem.importId))}
        </Note>
      ))}
      {chain.problems.length === 0 &&
        chain.balance !== null &&
        imports.length > 1 &&
        chain.filesWithoutBalance === 0 && <p class="bk-small bk-soft">{words.fits}</p>}
      {pending && <LocalMark />}
      {mayI('bankAccount.change') && (
        <p>
          <LinkButton kind="quiet" href={accountHref(id)} name={words.changeName(name)}>
            {words.change}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

export function AccountForm({ id, bank, onDone }: BankFormProps) {
  const command = useCommand('bankAccount.change');
  const form = useFormErrors();
  const account = bank.accounts.find((one) => one.id === id);
  const draftKey = `bankAccount.change:${id}`;
  const { name: wasName = '', kind: wasKind = 'payment', holder: wasHolder = '' } = account ?? {};
  const now = { name: wasName, kind: wasKind, holder: wasHolder };
  const draft = useDraft(draftKey, { ...now, seen: now });
  if (account === undefined) return <p>{nlBank.choose.gone}</p>;
  const { name, kind, holder } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  const submit = async () => {
    const missing = name.trim() === '' ? [{ fieldId: 'name', sentence: words.nameMissing }] : [];
    if (command.busy || !form.check(missing)) return;
    const fields = { name: name.trim(), kind, holder: holder.trim() };
    const { seen = now } = draft.value; // a draft of before has none
    if ((await command.send({ accountId: id, fields, seen }, { draftKey })).saved) await done();
  };
  return (
    <FormFrame
      {...{ title: words.changeTitle, lead: formatIban(id), form, command, restored: draft.restored }}
      {...{ button: words.save, onSubmit: () => void submit(), onSaved: () => void done() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <TextField
        {...{ id: 'name', label: words.name, value: name, maxLength: 100, error: form.of('name') }}
        onValue={(value) => draft.set({ name: value })}
      />
      <RadioGroup
        {...{ id: 'kind', label: words.kind, value: kind }}
        options={(['payment', 'savings'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        onValue={(value) => draft.set({ kind: value })}
      />
      <TextField
        {...{ id: 'holder', label: words.holder, optional: true, value: holder, maxLength: 100 }}
        onValue={(value) => draft.set({ holder: value })}
      />
    </FormFrame>
  );
}
