// Bestanden: what was brought in, whether it follows each other, and the way to take a whole file back.
import { mayI, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Undo2 } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { LocalMark } from '../../parts/status.tsx';
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
  const form = useFormErrors();
  const draftKey = `bankImport.undo:${id}`;
  const draft = useDraft(draftKey, { reason: '' });
  const file = bank.imports.find((one) => one.id === id);
  if (file === undefined || file.undone) return <p>{nlBank.choose.gone}</p>;
  const { reason } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.undoDone });
    onDone();
  };
  const submit = async () => {
    const missing = reason.trim() === '' ? [{ fieldId: 'reason', sentence: nlBank.matched.whyMissing }] : [];
    if (command.busy || !form.check(missing)) return;
    if ((await command.send({ importId: id, reason: reason.trim(), undoneOn: today }, { draftKey })).saved)
      await done();
  };
  return (
    <FormFrame
      {...{ title: words.undoTitle(file.fileName), lead: words.undoLead, form, command, restored: draft.restored }}
      {...{ button: words.undoSave, onSubmit: () => void submit(), onSaved: () => void done() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <TextArea
        {...{ id: 'reason', label: words.undoWhy, rows: 2, maxLength: 1_000, value: reason, error: form.of('reason') }}
        onValue={(value) => draft.set({ reason: value })}
      />
    </FormFrame>
  );
}
