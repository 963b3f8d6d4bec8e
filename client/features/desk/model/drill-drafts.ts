/** What the trainee has written but the log hasn't: kept on this device by drill, so that a reload loses nothing (RULES N5). */
import type { ConversationPlace } from '#client/drill/model/drill-view.ts';
import type { Outgoing } from './drill-outbox.ts';

/** `notes`: what stands in the fields of operations and in notes to a colleague, each by the name of its field. */
type SavedWork = { drafts: Record<string, string>; notes: Record<string, string>; outbox: Outgoing[] };
const KEY_PREFIX = 'kefu.drill.';
/** Drills kept at once beside the open one. Those stored longest ago are dropped: over a term they would fill the device's storage. */
const MAX_DRILLS_KEPT = 20;

/** Where the conversation went on when its draft was begun, this sitting: in a group, in public or in private (RULES X68). */
let begunIn = new Map<string, ConversationPlace>();
let drillId = '';
let saved: SavedWork = { drafts: {}, notes: {}, outbox: [] };
const listeners = new Set<(conversation: string) => void>();

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOutgoing = (value: unknown): value is Outgoing =>
  isRecord(value) &&
  isRecord(value.made) &&
  ['commandId', 'conversation', 'text', 'state'].every((field) => typeof value[field] === 'string');

/** What is stored under the key; null: nothing, or storage is off or was filled by something else. */
const storedUnder = (key: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
};

const textsOf = (stored: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isRecord(stored) ? stored : {}).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, text]] : [],
    ),
  );

/** What of it can be read; the rest of this sitting's words is kept in memory. */
const readSaved = (key: string): SavedWork => {
  const { drafts, notes, outbox } = storedUnder(key) ?? {};
  return {
    drafts: textsOf(drafts),
    notes: textsOf(notes),
    outbox: Array.isArray(outbox) ? outbox.filter(isOutgoing) : [],
  };
};

/** Storing is the slowest part of a keystroke, so a draft is stored 250 ms later, or when the page is left. */
const WRITE_AFTER_MS = 250;
let writeTimer: ReturnType<typeof setTimeout> | null = null;

const writeNow = (): void => {
  if (writeTimer !== null) clearTimeout(writeTimer);
  writeTimer = null;
  const key = KEY_PREFIX + drillId;
  try {
    const isEmpty = [saved.drafts, saved.notes, saved.outbox].every((part) => Object.keys(part).length === 0);
    if (isEmpty) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ ...saved, storedAt: Date.now() }));
  } catch {
    // As above: memory still has it.
  }
};

const writeSoon = (): void => {
  writeTimer ??= setTimeout(writeNow, WRITE_AFTER_MS);
};

/** Stores at once what waits to be stored. */
export const flushDrafts = (): void => {
  if (writeTimer !== null) writeNow();
};

/** When it was stored; what says no time is older than all that does. */
const storedAt = (key: string): number => {
  const at = storedUnder(key)?.storedAt;
  return typeof at === 'number' ? at : 0;
};

const dropOldDrills = (): void => {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEY_PREFIX) && key !== KEY_PREFIX + drillId);
    if (keys.length <= MAX_DRILLS_KEPT) return;
    // A browser names its keys in an order of its own.
    const byAge = keys.map((key) => ({ key, at: storedAt(key) })).sort((one, other) => one.at - other.at);
    for (const { key } of byAge.slice(0, keys.length - MAX_DRILLS_KEPT)) localStorage.removeItem(key);
  } catch {
    // Nothing to tidy.
  }
};

/** Opens the drafts of a drill; answers with the replies that were on their way when the page went. */
export const openDrafts = (openedId: string): readonly Outgoing[] => {
  flushDrafts();
  drillId = openedId;
  begunIn = new Map();
  saved = readSaved(KEY_PREFIX + openedId);
  dropOldDrills();
  return saved.outbox;
};

/** A draft begins with its first letter and ends with its last; `place`: where the conversation goes on now. */
export const noteDraftPlace = (conversation: string, text: string, place: ConversationPlace): void => {
  if (text === '') begunIn.delete(conversation);
  else if (!begunIn.has(conversation)) begunIn.set(conversation, place);
};

/** Where the draft was begun, if that isn't where it would go now. */
export const leftPlace = (conversation: string, place: ConversationPlace): ConversationPlace | null => {
  const from = begunIn.get(conversation) ?? place;
  return from === place ? null : from;
};

/** The trainee has seen it: the draft is one of the place where it goes now. */
export const settleDraftPlace = (conversation: string, place: ConversationPlace): void => {
  begunIn.set(conversation, place);
};

export const draftOf = (conversation: string): string => saved.drafts[conversation] ?? '';

const withText = (texts: Record<string, string>, name: string, text: string): Record<string, string> => {
  const { [name]: _, ...others } = texts;
  return text === '' ? others : { ...others, [name]: text };
};
const setDraft = (conversation: string, text: string): void => {
  saved = { ...saved, drafts: withText(saved.drafts, conversation, text) };
};

export const notesKept = (): Readonly<Record<string, string>> => saved.notes;
export const saveNote = (field: string, text: string): void => {
  saved = { ...saved, notes: withText(saved.notes, field, text) };
  writeSoon();
};

/** The composer keeps its own text; this is its safety copy. */
export const saveDraft = (conversation: string, text: string): void => {
  setDraft(conversation, text);
  writeSoon();
};

/** Puts words back into the composer, before anything typed since. */
export const returnToDraft = (conversation: string, text: string): void => {
  const newerText = draftOf(conversation);
  setDraft(conversation, newerText === '' ? text : `${text}\n${newerText}`);
  writeNow();
  for (const listener of listeners) listener(conversation);
};

/** Tells a composer that its draft was changed from outside. */
export const onReturnedToDraft = (listener: (conversation: string) => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/**
 * Another tab of this device has written into the same drill: what it wrote is shown here where this tab holds no words of
 * its own, and what this one read before isn't written over it (RULES X46). Words that stand here stay, whatever the other
 * tab writes or sends. Replies on their way are each tab's own.
 */
export const takeStored = ({ key }: Pick<StorageEvent, 'key'>): void => {
  if (key !== KEY_PREFIX + drillId || writeTimer !== null) return;
  const own = saved;
  const stored = readSaved(key);
  saved = {
    drafts: { ...stored.drafts, ...own.drafts },
    notes: { ...stored.notes, ...own.notes },
    outbox: own.outbox,
  };
  for (const conversation of Object.keys(saved.drafts))
    if (own.drafts[conversation] !== saved.drafts[conversation])
      for (const listener of listeners) listener(conversation);
};

export const saveOutbox = (outbox: readonly Outgoing[]): void => {
  saved = { ...saved, outbox: [...outbox] };
  writeNow();
};
