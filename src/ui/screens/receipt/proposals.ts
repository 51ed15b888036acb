// What the photos of a receipt say, put beside what was typed. Never over it: only an empty field is filled, once.
import { useEffect, useRef } from 'preact/hooks';
import { amountText } from '../../../domain/money.ts';
import { vatFits } from '../../../domain/vat.ts';
import { joined, partOf } from '../../../files/receipt/join.ts';
import { type ReceiptReading, receiptOf } from '../../../files/receipt/read.ts';
import type { Page, Place } from '../../../files/receipt/words.ts';
import { nlReading } from '../../nl/reading.ts';
import { type PhotoReading, useReadings } from '../../reading.ts';
import { centsOf, type ReceiptDraft } from './claim-draft.ts';
import type { DraftPhoto } from './photo-draft.ts';

const proposedFields = ['amount', 'vat', 'boughtOn', 'shop'] as const;
export type ProposedField = (typeof proposedFields)[number];

export interface Proposal {
  /** As it would stand in the field. */
  readonly value: string;
  readonly read: { readonly text: string; readonly doubt: boolean };
  /** Where something else was typed: what the photo says. */
  readonly other: string | undefined;
  /** Sure enough to stand in an empty field. */
  readonly fills: boolean;
}

export interface Mark {
  readonly what: keyof typeof nlReading.fields;
  readonly sha256: string;
  readonly place: Place;
}

export interface Proposals {
  readonly state: 'off' | 'reading' | 'done' | 'nothing' | 'failed' | 'stopped';
  readonly at: number; // which photo is being read
  readonly share: number;
  readonly reading: ReceiptReading | undefined;
  readonly pages: ReadonlyMap<string, Page>; // by hash of the photo
  readonly marks: readonly Mark[];
  readonly of: (field: ProposedField) => Proposal | undefined;
  /** The total is not in euros: it fills nothing, for what counts is how many euros were paid. */
  readonly foreign: { readonly cents: number; readonly currency: string } | undefined;
}

const doubtBelow = 0.6;
const fillsFrom = 0.3;

export function useProposals(
  receipt: ReceiptDraft,
  photos: readonly DraftPhoto[],
  today: string,
  onChange: (change: Partial<ReceiptDraft>) => void,
): Proposals {
  const toRead = photos.map(({ photo, bytes }) => ({ sha256: photo.sha256, bytes, mime: photo.mime }));
  const { engine, byPhoto } = useReadings(toRead, today);
  const proposals = proposalsOf(
    receipt,
    toRead.map(({ sha256 }) => sha256),
    byPhoto,
    { today, on: engine !== undefined },
  );
  useFilling(receipt, proposals, onChange);
  return proposals;
}

/** Each proposal fills its field once: who empties a field wants it empty. */
function useFilling(
  receipt: ReceiptDraft,
  proposals: Proposals,
  onChange: (change: Partial<ReceiptDraft>) => void,
): void {
  const offered = useRef(new Set<string>());
  const key = proposedFields.map((field) => proposals.of(field)?.value ?? '').join('|');
  useEffect(() => {
    if (receipt.known) return;
    const change: Partial<Record<ProposedField, string>> = {};
    for (const field of proposedFields) {
      const proposal = proposals.of(field);
      if (proposal === undefined || !proposal.fills || offered.current.has(`${field}=${proposal.value}`)) continue;
      offered.current.add(`${field}=${proposal.value}`);
      if ((receipt[field] ?? '') === '') change[field] = proposal.value;
    }
    if (Object.keys(change).length > 0) onChange(change);
  }, [key]);
}

export function proposalsOf(
  receipt: Pick<ReceiptDraft, ProposedField>,
  photos: readonly string[],
  byPhoto: ReadonlyMap<string, PhotoReading>,
  { today, on }: { readonly today: string; readonly on: boolean },
): Proposals {
  const readings = photos.flatMap((sha256) => {
    const reading = byPhoto.get(sha256);
    return reading === undefined ? [] : [{ sha256, reading }];
  });
  const done = readings.flatMap(({ sha256, reading }) =>
    reading.kind === 'done' ? [{ sha256, result: reading.result }] : [],
  );
  const parts = done.map(({ result }) => result.page);
  const [only] = done;
  const reading =
    only === undefined ? undefined : done.length === 1 ? only.result.reading : receiptOf(joined(parts), today);
  const busy = readings.findIndex(({ reading: one }) => one.kind === 'reading');
  const now = readings[busy]?.reading;
  const proposals = reading === undefined ? undefined : fieldsOf(receipt, reading);
  return {
    state: stateOf(
      readings.map((one) => one.reading),
      on,
      proposals !== undefined,
    ),
    at: busy + 1,
    share: now?.kind === 'reading' ? now.share : 0,
    reading,
    pages: new Map(done.map(({ sha256, result }) => [sha256, result.page])),
    marks:
      reading === undefined
        ? []
        : marksOf(
            reading,
            parts,
            done.map(({ sha256 }) => sha256),
          ),
    of: (field) => proposals?.[field],
    foreign:
      reading?.total === undefined || reading.currency === 'EUR'
        ? undefined
        : { cents: reading.total.value, currency: reading.currency },
  };
}

function stateOf(readings: readonly PhotoReading[], on: boolean, found: boolean): Proposals['state'] {
  if (readings.some(({ kind }) => kind === 'reading')) return 'reading';
  if (readings.some(({ kind }) => kind === 'done')) return found ? 'done' : 'nothing';
  if (readings.some(({ kind }) => kind === 'stopped')) return 'stopped';
  if (readings.some(({ kind }) => kind === 'failed')) return 'failed';
  return on ? 'off' : 'off';
}

function fieldsOf(
  typed: Pick<ReceiptDraft, ProposedField>,
  reading: ReceiptReading,
): Readonly<Record<ProposedField, Proposal | undefined>> | undefined {
  const { date, shop, checks } = reading;
  if (reading.total === undefined && date === undefined && shop === undefined) return undefined;
  const { total, vat } = reading.currency === 'EUR' ? reading : { total: undefined, vat: undefined };
  const said = (confidence: number, text: string) =>
    confidence < doubtBelow ? { text: nlReading.doubt, doubt: true } : { text, doubt: false };
  const proof = checks.vat ? 'vat' : checks.lines ? 'lines' : checks.paid ? 'paid' : undefined;
  const { other, readPhoto, readTotal } = nlReading;
  return {
    amount: total && {
      value: amountText(total.value),
      read: said(total.confidence, readTotal(labelIn(total.text), proof)),
      other: typed.amount !== '' && centsOf(typed.amount) !== total.value ? other.total(total.value) : undefined,
      fills: total.confidence >= fillsFrom,
    },
    vat: vat && {
      value: amountText(vat.value),
      read: said(vat.confidence, readPhoto),
      other: (typed.vat ?? '') !== '' && centsOf(typed.vat ?? '') !== vat.value ? other.vat(vat.value) : undefined,
      fills: vat.confidence >= fillsFrom && vatFits(centsOf(typed.amount) ?? total?.value ?? 0, vat.value),
    },
    boughtOn: date && {
      value: date.value,
      read: said(date.confidence, readPhoto),
      other: typed.boughtOn !== '' && typed.boughtOn !== date.value ? other.date(date.value) : undefined,
      fills: date.confidence >= fillsFrom,
    },
    shop: shop && {
      value: shop.value,
      read: said(shop.confidence, readPhoto),
      // Names are written in many ways: another one is no difference.
      other: undefined,
      fills: shop.confidence >= fillsFrom,
    },
  };
}

/** The words of a line without its amounts: "TOTAAL EUR". */
function labelIn(line: string): string {
  const label = line
    .replace(/[-−]?\d[\d.,' ]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return label === '' ? line : label.slice(0, 40);
}

function marksOf(reading: ReceiptReading, parts: readonly Page[], hashes: readonly string[]): readonly Mark[] {
  return (['total', 'date', 'shop', 'vat', 'iban'] as const).flatMap((what) => {
    const found = reading[what];
    if (found === undefined) return [];
    const { part, place } = partOf(parts, found.place);
    const sha256 = hashes[part];
    return sha256 === undefined ? [] : [{ what, sha256, place }];
  });
}
