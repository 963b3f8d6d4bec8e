/** What the trainee has written but the log hasn't: kept on this device by drill, so that a reload loses nothing (RULES N5). */
import type { Outgoing } from './drill-outbox.ts';

type Kept = { drafts: Record<string, string>; outbox: Outgoing[] };
const KEY_PREFIX = 'kefu.drill.';
/** Drills kept at once. Older ones are dropped: over a term they would fill the device's storage. */
const MAX_DRILLS_KEPT = 20;

let drillId = '';
let saved: Kept = { drafts: {}, outbox: [] };
const listeners = new Set<(conversation: string) => void>();

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'drafts' in value && 'outbox' in value && Array.isArray(value.outbox);

const read = (key: string): Kept => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (isKept(value)) return value;
  } catch {
    // Storage is off, or was filled by something else: this sitting keeps its words in memory.
  }
  return { drafts: {}, outbox: [] };
};

/** Storing is the slowest part of a keystroke, so a draft is stored 250 ms later, or when the page is left. */
const WRITE_AFTER_MS = 250;
let writeTimer: ReturnType<typeof setTimeout> | null = null;

const write = (): void => {
  if (writeTimer !== null) clearTimeout(writeTimer);
  writeTimer = null;
  const key = KEY_PREFIX + drillId;
  try {
    if (Object.keys(saved.drafts).length === 0 && saved.outbox.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(saved));
  } catch {
    // As above: memory still has it.
  }
};

const writeSoon = (): void => {
  writeTimer ??= setTimeout(write, WRITE_AFTER_MS);
};

/** Stores at once what waits to be stored. */
export const flushDrafts = (): void => {
  if (writeTimer !== null) write();
};

const dropOld = (): void => {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEY_PREFIX) && key !== KEY_PREFIX + drillId);
    for (const key of keys.slice(0, Math.max(0, keys.length - MAX_DRILLS_KEPT))) localStorage.removeItem(key);
  } catch {
    // Nothing to tidy.
  }
};

/** Opens the drafts of a drill; answers with the replies that were on their way when the page went. */
export const openDrafts = (id: string): readonly Outgoing[] => {
  flushDrafts();
  drillId = id;
  saved = read(KEY_PREFIX + id);
  dropOld();
  return saved.outbox;
};

export const draftOf = (conversation: string): string => saved.drafts[conversation] ?? '';

const keepDraft = (conversation: string, text: string): void => {
  const { [conversation]: _, ...others } = saved.drafts;
  saved = { ...saved, drafts: text === '' ? others : { ...others, [conversation]: text } };
};

/** The composer keeps its own text; this is its safety copy. */
export const saveDraft = (conversation: string, text: string): void => {
  keepDraft(conversation, text);
  writeSoon();
};

/** Puts words back into the composer, before anything typed since. */
export const giveBack = (conversation: string, text: string): void => {
  const newerText = draftOf(conversation);
  keepDraft(conversation, newerText === '' ? text : `${text}\n${newerText}`);
  write();
  for (const listener of listeners) listener(conversation);
};

/** Tells a composer that its draft was changed from outside. */
export const onGivenBack = (listener: (conversation: string) => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const saveOutbox = (outbox: readonly Outgoing[]): void => {
  saved = { ...saved, outbox: [...outbox] };
  write();
};
