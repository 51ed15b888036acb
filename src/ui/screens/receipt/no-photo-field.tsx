// No picture, and why: then nobody waits for it.
import { nlApprovals } from '../../nl/approvals.ts';
import { TextField } from '../../parts/text-fields.tsx';
import { fieldOf, type ReceiptDraft } from './claim-draft.ts';

const words = nlApprovals.noPhoto;

export interface NoPhotoFieldProps {
  readonly receipt: ReceiptDraft;
  readonly onChange: (change: Partial<ReceiptDraft>) => void;
}

export function NoPhotoField({ receipt, onChange }: NoPhotoFieldProps) {
  return (
    <TextField
      id={fieldOf(receipt.receiptId, 'noPhoto')}
      label={words.label}
      hint={words.hint}
      optional
      maxLength={300}
      value={receipt.noPhoto ?? ''}
      onValue={(noPhoto) => onChange({ noPhoto })}
    />
  );
}
