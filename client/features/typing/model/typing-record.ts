/** A reader's typing on this device: the last bouts, the best one, the best run on each text, and the phrases learned. */
import { create } from 'zustand';
import { remembered, storeOnDevice } from '#client/lib/device-memory.ts';
import type { Slip } from './text-run.ts';

const STORAGE_KEY = 'kefu.typing';
export const MOST_BOUTS = 30;
/** Slips kept of a bout. */
const MOST_SLIPS = 20;

/** `accuracy`: 0–1; `at`: epoch milliseconds. */
export type KeptBout = { at: number; speed: number; accuracy: number; slips: readonly Slip[] };
/** `length`: characters of the text then; a text that was changed since has no ghost. */
export type KeptGhost = { speed: number; length: number; marks: string };
export type TypingRecord = {
  /** Oldest first. */
  bouts: readonly KeptBout[];
  best: { speed: number; at: number } | null;
  /** By the text's id. */
  ghosts: Readonly<Record<string, KeptGhost>>;
  /** By the phrase's id: how often it was typed well enough. */
  phrases: Readonly<Record<string, number>>;
};
export const NO_RECORD: TypingRecord = { bouts: [], best: null, ghosts: {}, phrases: {} };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isSlip = (value: unknown): value is Slip =>
  isObject(value) && typeof value.expected === 'string' && typeof value.typed === 'string';
const isBout = (value: unknown): value is KeptBout =>
  isObject(value) &&
  [value.at, value.speed, value.accuracy].every(isNumber) &&
  Array.isArray(value.slips) &&
  value.slips.every(isSlip);
const isGhost = (value: unknown): value is KeptGhost =>
  isObject(value) && isNumber(value.speed) && isNumber(value.length) && typeof value.marks === 'string';
const isBest = (value: unknown): value is { speed: number; at: number } =>
  isObject(value) && isNumber(value.speed) && isNumber(value.at);

const entriesOf = <T>(value: unknown, isOne: (one: unknown) => one is T): Record<string, T> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter((entry): entry is [string, T] => isOne(entry[1])),
  );

/** What the device has; what an older or a broken page wrote there and can't be read is left out. */
const storedRecord = (): TypingRecord => {
  const value = remembered(STORAGE_KEY);
  if (!isObject(value)) return NO_RECORD;
  return {
    bouts: (Array.isArray(value.bouts) ? value.bouts : []).filter(isBout).slice(-MOST_BOUTS),
    best: isBest(value.best) ? value.best : null,
    ghosts: entriesOf(value.ghosts, isGhost),
    phrases: entriesOf(value.phrases, isNumber),
  };
};

/** `isKept` false: the device refused the last change, which stands until the page is left. */
export const useTypingRecord = create<{ record: TypingRecord; isKept: boolean }>(() => ({
  record: storedRecord(),
  isKept: true,
}));

const keep = (change: (record: TypingRecord) => TypingRecord): void => {
  const { record, isKept } = useTypingRecord.getState();
  // Another tab may have added a bout meanwhile.
  const next = change(isKept ? storedRecord() : record);
  useTypingRecord.setState({ record: next, isKept: storeOnDevice(STORAGE_KEY, next) });
};

/** `ghosts`: the bout's runs by text; each is kept where it is faster than the one before. */
export const keepBout = (bout: KeptBout, ghosts: Readonly<Record<string, KeptGhost>>): void =>
  keep((record) => ({
    ...record,
    bouts: [...record.bouts, { ...bout, slips: bout.slips.slice(0, MOST_SLIPS) }].slice(-MOST_BOUTS),
    best: record.best !== null && record.best.speed >= bout.speed ? record.best : { speed: bout.speed, at: bout.at },
    ghosts: { ...record.ghosts, ...fasterThan(record.ghosts, ghosts) },
  }));

const fasterThan = (kept: TypingRecord['ghosts'], ghosts: TypingRecord['ghosts']): TypingRecord['ghosts'] =>
  Object.fromEntries(
    Object.entries(ghosts).filter(([id, { speed, length }]) => {
      const before = kept[id];
      return before === undefined || before.length !== length || speed > before.speed;
    }),
  );

export const keepPhrase = (id: string, rounds: number): void =>
  keep((record) => ({ ...record, phrases: { ...record.phrases, [id]: rounds } }));

export const forgetPhrases = (): void => keep((record) => ({ ...record, phrases: {} }));

/** Forgets everything; what comes back takes that back. */
export const clearRecord = (): (() => void) => {
  const { record } = useTypingRecord.getState();
  keep(() => NO_RECORD);
  return () => keep(() => record);
};
