import type { TokenState } from './lexicon.ts';
import type { Value } from './value.ts';

/** `axis`: what the sign is about: 1 = who pays (+ the shop), 0 = whether it is so. */
export type Polarity = { sign: 1 | -1; explicit: boolean; axis: 0 | 1 };
/** A token state and its place in the text. */
export type PlacedState = { mark: TokenState; at: number; end: number };

/** `until`: where its reach ends, if before the clause's end: in 没问过您就放柜，就 begins the consequence. */
export type Govern = { at: number; end: number; sign: 1 | -1; after: boolean; until?: number };

/** The clause's denials and affirmations. 不是 flips the next one; 没有X…也能 counts as a lack of X, not as a denial. */
export function governing(marks: PlacedState[], isPayerTold: boolean, words: { start: number }[]): Govern[] {
  const found: Govern[] = [];
  let flip: PlacedState | null = null;
  for (const state of marks) {
    if (state.mark === 'not-so') {
      flip = state;
      found.push({ at: state.at, end: state.end, sign: -1, after: true });
    } else if (state.mark === 'negative' || state.mark === 'denied-after' || state.mark === 'positive') {
      if (isPayerTold && state.mark === 'positive') continue;
      const sign = state.mark === 'positive' ? 1 : -1;
      if (flip) {
        found.pop();
        found.push({ at: flip.at, end: state.end, sign: sign === 1 ? -1 : 1, after: state.mark !== 'denied-after' });
        flip = null;
      } else if (found.at(-1)?.end === state.at && state.mark !== 'denied-after') {
        // 不 + 会, 也 + 能: one predicate; its first part decides unless that was only 有 or 要.
        const before = found.at(-1);
        if (before) {
          before.end = state.end;
          before.sign = before.sign === -1 || sign === -1 ? -1 : 1;
        }
      } else {
        found.push({ at: state.at, end: state.end, sign, after: state.mark !== 'denied-after' });
      }
    }
  }
  const first = found[0];
  const second = found[1];
  const affirmsAfterDenial = first?.sign === -1 && first.after && second?.sign === 1;
  return affirmsAfterDenial && words.some((word) => word.start >= second.end) ? found.slice(1) : found;
}

/** The polarity of what stands at `[start, end)` of a clause. */
export function polarityAt(govern: readonly Govern[], start: number, end: number, payer: 1 | -1 | 0): Polarity {
  if (payer !== 0) return { sign: payer, explicit: true, axis: 1 };
  let before: Govern | null = null;
  for (const mark of govern) {
    if ((mark.end <= start && reaches(mark, start)) || (mark.at >= start && mark.end <= end)) before = mark;
    else if (mark.at >= end) {
      if (!before || !mark.after) return { sign: mark.sign, explicit: true, axis: 0 };
      break;
    }
  }
  return before ? { sign: before.sign, explicit: true, axis: 0 } : { sign: 1, explicit: false, axis: 0 };
}

/** Whether a denial or affirmation still reaches a place. */
export function reaches({ until }: Govern, index: number): boolean {
  return until === undefined || index < until;
}

/** Characters of a condition that stand between a denial and 就 at least: 不就 and 没就 have none. */
const CONDITION = 2;

/** 没经您同意放柜就是我们负责 denies only the condition: sets `until` to 就, where the consequence begins. */
export function endConditions(govern: readonly Govern[], text: string, end: number): void {
  for (const mark of govern) {
    if (mark.sign > 0 || !mark.after) continue;
    const at = text.indexOf('就', mark.end + CONDITION);
    if (at >= 0 && at < end - 1) mark.until = at;
  }
}

/** 不太厚, 不是很厚: a denial right before a word with a sense of its own reverses that sense. */
export function ownPolarity(own: 1 | -1, govern: readonly Govern[], start: number): Polarity {
  const isDenied = govern.some((mark) => mark.sign < 0 && mark.after && mark.end <= start && start - mark.end <= 1);
  return { sign: isDenied ? (-own as 1 | -1) : own, explicit: true, axis: 0 };
}

/** Words behind a vow that undo it: 保证不红这话我不敢说. */
const UNVOWED = /不敢|没法|说不了|给不了|做不到|不好说|不能(?:说|打|给|应|许)/;

/** 保证不会红 vows: a denial behind the vow belongs to its content. 不敢保证不红 and 保证不了 don't. `rest`: the clause behind. */
export function vowPolarity(
  govern: readonly Govern[],
  { start, end }: { start: number; end: number },
  rest: string,
): Polarity {
  const mark = govern.find(({ at, after }) => at === end && !after) ?? govern.findLast((word) => word.end <= start);
  return { sign: UNVOWED.test(rest) ? -1 : (mark?.sign ?? 1), explicit: true, axis: 0 };
}

/** A value with its place and polarity. Built field by field: values of one shape are quicker to compare. */
export function signedValue(
  value: Value,
  { sign, explicit, axis }: Polarity,
  clause: number,
  kind: Value['kind'],
): Value & Polarity & Place {
  const { is, low, unit, loose, start, end, factor } = value;
  return { kind, is, low, unit, loose, start, end, factor, sign, explicit, axis, clause };
}

type Place = { clause: number };

/** Who bears the cost by this clause: 1 the shop, -1 the customer, 0 not told. */
export function whoBears(marks: readonly PlacedState[], values: readonly Value[], text: string): 1 | -1 | 0 {
  return whoPays(marks, text) || charges(values, text);
}

function whoPays(marks: readonly PlacedState[], text: string): 1 | -1 | 0 {
  let pays: 1 | -1 | 0 = 0;
  for (let index = 0; index < marks.length; index++) {
    const state = marks[index];
    if (!state) continue;
    const before = marks[index - 1];
    const isDenied = before && (before.mark === 'negative' || before.mark === 'not-so') && state.at - before.end <= 1;
    if (state.mark === 'free') pays = isDenied ? -1 : 1;
    if (state.mark === 'charged') pays = isDenied ? 1 : -1;
    if (state.mark === 'pays') pays = payerBefore(marks, index) || pays;
    if (state.mark === 'on-account-of') {
      const party = marks[index + 1];
      if (isDenied) continue;
      if (party && party.at - state.end <= 1) {
        if (party.mark === 'seller') pays = 1;
        else if (party.mark === 'buyer' || party.mark === 'third') pays = -1;
      } else if (/^我的?/.test(text.slice(state.end, state.end + 2))) pays = 1;
    }
  }
  return pays;
}

/** 每层加20元, 另收150: the customer is charged a sum. */
function charges(values: readonly Value[], text: string): -1 | 0 {
  for (const value of values) {
    if (value.kind !== 'amount' && value.kind !== 'number' && value.kind !== 'percent') continue;
    if (
      /(?<![0-9一二两三四五六七八九十百千块元])(?:加|收|另付|补|交|多付|要花|费|抽)(?:您|你|个|大概|约)?$/.test(
        text.slice(Math.max(0, value.start - 5), value.start),
      )
    )
      return -1;
  }
  return 0;
}

function payerBefore(marks: readonly PlacedState[], verb: number): 1 | -1 | 0 {
  const end = marks[verb]?.at ?? 0;
  let flips = 1;
  for (let index = verb - 1; index >= 0; index--) {
    const state = marks[index];
    if (!state || end - state.end > 6) return 0;
    if (state.mark === 'negative' || state.mark === 'not-so') flips = -flips;
    if (state.mark !== 'seller' && state.mark !== 'buyer' && state.mark !== 'third') continue;
    // 您自己 and 个人 + 自己 are one subject, so a denial before the first part counts, too.
    const before = marks[index - 1];
    const isAdjacent = before && state.at - before.end <= 1;
    if (isAdjacent && (before.mark === 'negative' || before.mark === 'not-so')) flips = -flips;
    return ((state.mark === 'seller' ? 1 : -1) * flips) as 1 | -1;
  }
  return 0;
}
