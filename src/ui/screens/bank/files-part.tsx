// Bestanden: what was brought in, whether it follows each other, and the way to take a whole file back.
import type { BankMatch } from '../../../domain/rows.ts';
import { mayI, Refusal, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { CircleAlert, Undo2 } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { Table } from '../../parts/table.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import { undoHref } from './hrefs.ts';
import type { BankFormProps } from './matched-part.tsx';
import type { BankRows } from './use-bank.ts';

const words = nlBank.files;

export function FilesPart({ bank }: { readonly bank: BankRows }) {
  const files = [...bank.imports].sort((a, b) => (a.until < b.until ? 1 : -1));
  const [title, text] = nlBank.open.noFile;
  if (files.length === 0) return <Empty title={title}>{text}</Empty>;
  const nameOf = (accountId: string) => bank.accounts.find(({ id }) => id === accountId)?.name ?? accountId;
  return (
    <>
      <h2 id="deel" class="bk-hidden">
        {words.title}
      </h2>
      <Table
        caption={words.title}
        framed={false}
        rows={files}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ id: 'file', label: words.title, rowHead: true },
            cell: ({ fileName, from, until, lineCount, undone, undoneOn, undoneReason, pending }) => (
              <>
                {fileName}
                <small>
                  {undone ? words.undone(undoneOn ?? '', undoneReason ?? '') : words.line(from, until, lineCount)}
                </small>
                {pending && <LocalMark />}
              </>
            ),
          },
          { ...{ id: 'account', label: nlBank.accounts.title }, cell: ({ accountId }) => nameOf(accountId) },
          {
            ...{ id: 'undo', label: words.undo, labelHidden: true },
            cell: ({ id, fileName, undone }) =>
              !undone &&
              mayI('bankImport.undo') && (
                <LinkButton kind="quiet" icon={Undo2} href={undoHref(id)} name={words.undoName(fileName)}>
                  {words.undo}
                </LinkButton>
              ),
          },
        ]}
      />
    </>
  );
}

export function UndoImportForm({ id, bank, onDone }: BankFormProps) {
  const today = useToday();
  const command = useCommand('bankImport.undo');
  const loosen = useCommand('bankMatch.undo');
  const form = useFormErrors();
  const draftKey = `bankImport.undo:${id}`;
  const draft = useDraft(draftKey, { reason: '' });
  const file = bank.imports.find((one) => one.id === id);
  if (file === undefined || file.undone) return <p>{nlBank.choose.gone}</p>;
  const { reason } = draft.value;
  const matched = matchedOnlyIn(id, bank);
  const done = async () => {
    await draft.clear();
    showToast({ text: words.undoDone });
    onDone();
  };
  const submit = async () => {
    const missing = reason.trim() === '' ? [{ fieldId: 'reason', sentence: nlBank.matched.whyMissing }] : [];
    if (command.busy || loosen.busy || !form.check(missing)) return;
    const why = { reason: reason.trim(), undoneOn: today };
    for (const { id: transactionId, round } of matched) {
      if (!(await loosen.send({ transactionId, round, ...why })).saved) return;
    }
    if ((await command.send({ importId: id, ...why }, { draftKey })).saved) await done();
  };
  return (
    <FormFrame
      {...{ title: words.undoTitle(file.fileName), lead: words.undoLead, form, command, restored: draft.restored }}
      {...{ button: words.undoSave(matched.length), onSubmit: () => void submit(), onSaved: () => void done() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      {matched.length > 0 && (
        <Note tone="look" icon={CircleAlert}>
          {words.undoMatched(matched.length)}
        </Note>
      )}
      <Refusal command={loosen} onSaved={() => void submit()} />
      <TextArea
        {...{ id: 'reason', label: words.undoWhy, rows: 2, maxLength: 1_000, value: reason, error: form.of('reason') }}
        onValue={(value) => draft.set({ reason: value })}
      />
    </FormFrame>
  );
}

/** Matches of lines that no other file holds, in the order in which they can be taken apart: what came back before what it
 *  came back of, and the newest first. */
function matchedOnlyIn(importId: string, { transactions, imports, matches }: BankRows): readonly BankMatch[] {
  const others = new Set(imports.filter((one) => !one.undone && one.id !== importId).map(({ id }) => id));
  const found = transactions
    .filter((line) => line.importId === importId && !line.alsoIn.some((id) => others.has(id)))
    .flatMap(({ id }) => matches.get(id) ?? [])
    .reverse();
  const isBack = ({ parts }: BankMatch): boolean =>
    parts.some(({ target }) => target.kind === 'refund' || target.kind === 'cost_refund');
  return [...found.filter(isBack), ...found.filter((match) => !isBack(match))];
}
