/** Rows of a thread: bursts, bystanders' lines, replies, notes and where it goes on elsewhere, each with its piece of the bracket that holds a round together. */
import type { ConversationPlace, ConversationView, Round, ThreadItem } from './drill-view.ts';

type Of<K extends ThreadItem['kind']> = Extract<ThreadItem, { kind: K }>;
/** A row's place in the bracket of its round. */
export type RoundBracket = { round: Round; part: 'start' | 'middle' | 'end' | 'whole' };
export type ThreadRow =
  | { kind: 'burst'; key: string; at: number; items: readonly Of<'customer'>[]; rail: RoundBracket | null }
  | { kind: 'bystander'; key: string; at: number; item: Of<'bystander'>; rail: RoundBracket | null }
  /** From here on it is said in another place; `item` is what was said there first. */
  | { kind: 'place'; key: string; at: number; item: Of<'customer'> | Of<'bystander'>; rail: RoundBracket | null }
  | { kind: 'reply'; key: string; at: number; item: Of<'trainee'> | Of<'action'>; rail: RoundBracket | null }
  | {
      kind: 'note';
      key: string;
      at: number;
      item: Exclude<ThreadItem, Of<'customer'> | Of<'bystander'> | Of<'trainee'>>;
      rail: RoundBracket | null;
    };

/** Rows without their brackets. A burst is a row of bubbles with nothing between them. */
const toRows = (items: readonly ThreadItem[]): ThreadRow[] => {
  const rows: ThreadRow[] = [];
  let place: ConversationPlace = 'private';
  for (const item of items) {
    if ((item.kind === 'customer' || item.kind === 'bystander') && item.place !== place) {
      place = item.place;
      rows.push({ kind: 'place', key: `place-${item.seq}`, at: item.at, item, rail: null });
    }
    const lastRow = rows.at(-1);
    const base = { key: String(item.seq), at: item.at, rail: null };
    if (item.kind === 'customer') {
      if (lastRow?.kind === 'burst' && lastRow.items[0]?.round === item.round)
        rows[rows.length - 1] = { ...lastRow, items: [...lastRow.items, item] };
      else rows.push({ ...base, kind: 'burst', items: [item] });
    } else if (item.kind === 'bystander') rows.push({ ...base, kind: 'bystander', item });
    else if (item.kind === 'trainee' || (item.kind === 'action' && item.sends))
      rows.push({ ...base, kind: 'reply', item });
    else rows.push({ ...base, kind: 'note', item });
  }
  return rows;
};

const roundOf = (row: ThreadRow): number | null => {
  if (row.kind === 'burst') return row.items[0]?.round ?? null;
  return row.kind === 'reply' ? row.item.round : null;
};

const partAt = (index: number, first: number, last: number) => {
  if (first === last) return 'whole';
  if (index === first) return 'start';
  return index === last ? 'end' : 'middle';
};

/** The bracket runs from the first to the last row of a round and includes the rows between them. */
export const threadRows = (conversation: ConversationView): ThreadRow[] => {
  const rows = toRows(conversation.items);
  conversation.rounds.forEach((round, roundIndex) => {
    const first = rows.findIndex((row) => roundOf(row) === roundIndex);
    if (first < 0) return;
    let lastIndex = rows.findLastIndex((row) => roundOf(row) === roundIndex);
    // The bracket of an open round runs to the last row; that of a round nobody answered runs to the note that the customer left.
    if (round.end === 'open') lastIndex = rows.length - 1;
    else if (round.end === 'unanswered')
      lastIndex = Math.max(
        lastIndex,
        rows.findIndex((row, index) => index > lastIndex && row.kind === 'note' && row.item.kind === 'away'),
      );
    for (let index = first; index <= lastIndex; index++) {
      const part = partAt(index, first, lastIndex);
      const row = rows[index];
      if (row !== undefined) rows[index] = { ...row, rail: { round, part } };
    }
  });
  return rows;
};
