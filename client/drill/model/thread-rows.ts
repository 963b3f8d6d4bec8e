/** Rows of a thread: bursts, bystanders' lines, replies, notes and where it goes on elsewhere, each with its piece of the bracket that holds a round together. */
import type { ConversationPlace, ConversationView, EventOf, Round, ThreadItem } from './drill-view.ts';

type ItemOf<K extends ThreadItem['kind']> = Extract<ThreadItem, { kind: K }>;
/** A row's place in the bracket of its round. */
export type RoundBracket = { round: Round; part: 'start' | 'middle' | 'end' | 'whole' };
export type ThreadRow =
  | { kind: 'burst'; key: string; at: number; items: readonly ItemOf<'customer'>[]; bracket: RoundBracket | null }
  | { kind: 'bystander'; key: string; at: number; item: ItemOf<'bystander'>; bracket: RoundBracket | null }
  /** From here on it is said in another place; `item` is what was said there first. */
  | {
      kind: 'place';
      key: string;
      at: number;
      item: ItemOf<'customer'> | ItemOf<'bystander'>;
      bracket: RoundBracket | null;
    }
  | { kind: 'reply'; key: string; at: number; item: ItemOf<'trainee'> | ItemOf<'action'>; bracket: RoundBracket | null }
  | {
      kind: 'note';
      key: string;
      at: number;
      item: Exclude<ThreadItem, ItemOf<'customer'> | ItemOf<'bystander'> | ItemOf<'trainee'>>;
      bracket: RoundBracket | null;
    };

const isEndNote = ({ kind }: ThreadItem): boolean => kind === 'over' || kind === 'away';

/**
 * The notes that the customer has no more to say and is away come to the view before the last words are out: each of them stands
 * below all that was said and done by its own time, and above what came later (RULES X66, X86).
 */
const withEndBelow = (items: readonly ThreadItem[]): readonly ThreadItem[] => {
  const first = items.findIndex(isEndNote);
  const inOrder = (a: ThreadItem, b: ThreadItem): number => a.at - b.at || Number(isEndNote(a)) - Number(isEndNote(b));
  return first < 0 ? items : [...items.slice(0, first), ...items.slice(first).toSorted(inOrder)];
};

/** Times at which the notes of the end are shown: not before the last words are out. */
export const endNoteTimes = ({ items }: ConversationView): readonly number[] =>
  items.flatMap((item) => (isEndNote(item) ? item.at : []));

/** As the thread stands at `now`: without the notes whose time hasn't come. */
export const shownBy = (conversation: ConversationView, now: number): ConversationView =>
  endNoteTimes(conversation).every((at) => at <= now)
    ? conversation
    : { ...conversation, items: conversation.items.filter((item) => !isEndNote(item) || item.at <= now) };

/** Whether the story is over and its last words are out. */
export const isToldOver = ({ rating, items }: ConversationView, now: number): boolean =>
  rating !== null && (items.findLast(({ kind }) => kind === 'over')?.at ?? 0) <= now;

const SECOND_MS = 1000;

/** Who has no more to say and goes in that second: one note tells both, since two asked for a goodbye and said that nobody was there (RULES M140). */
const withOneEnd = (items: readonly ThreadItem[]): readonly ThreadItem[] => {
  const overIndex = items.findLastIndex(({ kind }) => kind === 'over');
  const [over, away] = items.slice(overIndex, overIndex + 2);
  if (over?.kind !== 'over' || away?.kind !== 'away' || away.at - over.at >= SECOND_MS) return items;
  return items.toSpliced(overIndex, 2, { ...away, over: over.isParted ? 'parted' : 'open', waits: over.waits });
};

/** Leave taken with nothing sent since the story's end was taken before it: the note doesn't ask for a goodbye that was just said. */
export const partedBefore = (items: readonly ThreadItem[]): readonly ThreadItem[] => {
  const index = items.findLastIndex(({ kind }) => kind === 'over' || kind === 'trainee');
  const last = items[index];
  return last?.kind === 'over' ? items.with(index, { ...last, isParted: true }) : items;
};

/** A talk that is closed: the notes that it may be closed, or that nobody is there, whose time hadn't come until then don't come any more (RULES X86). */
export const untilClosed = (items: readonly ThreadItem[], closedAt: number): readonly ThreadItem[] =>
  items.filter((item) => !isEndNote(item) || item.at < closedAt);

/**
 * The story is over, or what was said since is. The note stands below the last words; one that was shown stands until the customer
 * speaks.
 */
export const withOver = (
  conversation: ConversationView,
  { at, shownAt = at, rating, open, again, waits }: EventOf<'story-over'>,
  seq: number,
): ConversationView => {
  const overAt = (again === undefined ? null : conversation.overAt) ?? at;
  if (conversation.status === 'closed') return { ...conversation, rating, overAt };
  const before = conversation.items.filter((item) => item.kind !== 'over' || item.at < at);
  const note: ItemOf<'over'> = {
    ...{ kind: 'over', seq, at: shownAt, round: null, isOpen: open ?? false },
    isParted: again !== undefined && conversation.leaveTaken,
    isAway: again !== undefined && conversation.status === 'away',
    waits,
  };
  return { ...conversation, rating, overAt, items: [...before, note] };
};

/** Who speaks has more to say: the note that they hadn't goes (RULES X74). */
export const withoutOver = (items: readonly ThreadItem[], saidAt: number): readonly ThreadItem[] =>
  items.some(({ kind, at }) => kind === 'over' && at < saidAt)
    ? items.filter(({ kind, at }) => kind !== 'over' || at >= saidAt)
    : items;

const isHidden = (item: ThreadItem): boolean => item.kind === 'over' && item.isOpen;

/** Rows without their brackets. A burst is a row of bubbles with nothing between them. */
const toRows = (items: readonly ThreadItem[]): ThreadRow[] => {
  const rows: ThreadRow[] = [];
  let place: ConversationPlace = 'private';
  for (const item of items) {
    if ((item.kind === 'customer' || item.kind === 'bystander') && item.place !== place) {
      place = item.place;
      rows.push({ kind: 'place', key: `place-${item.seq}`, at: item.at, item, bracket: null });
    }
    const lastRow = rows.at(-1);
    const rowBase = { key: String(item.seq), at: item.at, bracket: null };
    if (item.kind === 'customer') {
      if (lastRow?.kind === 'burst' && lastRow.items[0]?.round === item.round)
        rows[rows.length - 1] = { ...lastRow, items: [...lastRow.items, item] };
      else rows.push({ ...rowBase, kind: 'burst', items: [item] });
    } else if (item.kind === 'bystander') rows.push({ ...rowBase, kind: 'bystander', item });
    else if (item.kind === 'trainee' || (item.kind === 'action' && item.sends))
      rows.push({ ...rowBase, kind: 'reply', item });
    else rows.push({ ...rowBase, kind: 'note', item });
  }
  return rows;
};

const roundIndexOf = (row: ThreadRow): number | null => {
  if (row.kind === 'burst') return row.items[0]?.round ?? null;
  return row.kind === 'reply' ? row.item.round : null;
};

const partAt = (index: number, firstIndex: number, lastIndex: number) => {
  if (firstIndex === lastIndex) return 'whole';
  if (index === firstIndex) return 'start';
  return index === lastIndex ? 'end' : 'middle';
};

/** First and last row of each round, by its index: one way through the rows, since a day's talk has hundreds of both. */
const roundSpans = (rows: readonly ThreadRow[]): ReadonlyMap<number, { firstIndex: number; lastIndex: number }> => {
  const spans = new Map<number, { firstIndex: number; lastIndex: number }>();
  rows.forEach((row, index) => {
    const roundIndex = roundIndexOf(row);
    if (roundIndex === null) return;
    spans.set(roundIndex, { firstIndex: spans.get(roundIndex)?.firstIndex ?? index, lastIndex: index });
  });
  return spans;
};

/** The bracket runs from the first to the last row of a round and includes the rows between them. */
export const threadRows = (conversation: ConversationView): ThreadRow[] => {
  const shown = conversation.items.filter((item) => !isHidden(item));
  const rows = toRows(withOneEnd(withEndBelow(shown)));
  const spans = roundSpans(rows);
  conversation.rounds.forEach((round, roundIndex) => {
    const span = spans.get(roundIndex);
    if (span === undefined) return;
    const { firstIndex } = span;
    let { lastIndex } = span;
    // The bracket of an open round runs to the last row; that of a round nobody answered runs to the note that the customer left.
    if (round.outcome === 'open') lastIndex = rows.length - 1;
    else if (round.outcome === 'unanswered')
      lastIndex = Math.max(
        lastIndex,
        rows.findIndex((row, index) => index > lastIndex && row.kind === 'note' && row.item.kind === 'away'),
      );
    for (let index = firstIndex; index <= lastIndex; index++) {
      const part = partAt(index, firstIndex, lastIndex);
      const row = rows[index];
      if (row !== undefined) rows[index] = { ...row, bracket: { round, part } };
    }
  });
  return rows;
};

/** Whether the message of this number in the log stands in the row. */
export const rowHolds = (row: ThreadRow, seq: number): boolean =>
  row.kind === 'burst' ? row.items.some((item) => item.seq === seq) : row.item.seq === seq;
