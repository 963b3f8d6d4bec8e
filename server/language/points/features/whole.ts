/** Whether a window says all of a wording and nothing that turns it round. */

import { commonSubsequenceLength } from '#language/points/wordings/common-subsequence.ts';
import { spokenOf, type Wording } from '#language/points/wordings/wording.ts';
import { sameValue } from '#language/reading/same-value.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { HeardReply } from './heard.ts';
import { partyFit } from './window-sides.ts';
import { LONGEST_WINDOW, matchOf, type Window } from './windows.ts';

/** A wording of fewer characters than this tells no fact by itself. */
const MIN_CHARS = 3;

export type WordingSide = 'right' | 'wrong' | 'both';

/** The side whose wording a window says whole; where one holds the other (不能退 in 试过就不能退) the longer one counts. */
export function wholeIn(heard: HeardReply, index: number, window: Window): WordingSide | null {
  const slots = heard.open.slots[index];
  if (!slots) return null;
  const right = longest(heard, slots.right, window, 'right');
  const wrong = longest(heard, slots.wrong, window, 'wrong');
  if (!wrong) return right && 'right';
  if (!right) return 'wrong';
  if (
    commonSubsequenceLength(right.plain, wrong.plain) <
    SIMILARITY_THRESHOLDS.apart * Math.min(right.plain.length, wrong.plain.length)
  )
    return 'both';
  return wrong.folded.length > right.folded.length ? 'wrong' : 'right';
}

function longest(heard: HeardReply, slots: readonly number[], window: Window, side: 'right' | 'wrong'): Wording | null {
  let most: Wording | null = null;
  for (const slot of slots) {
    const wording = heard.open.wordings[slot] as Wording;
    if (heard.touched[slot] === 0 || wording.folded.length <= (most?.folded.length ?? 0)) continue;
    if (saysWhole(heard, slot, window) && !(side === 'wrong' && saysElse(heard, wording, window))) most = wording;
  }
  return most;
}

/** 你发不发都行 has all of 发 and of 别发 at once, and says neither. */
const WHETHER = /([\u4e00-\u9fff]{1,2})不\1/;
const DAYS: readonly string[] = ['date', 'clock'];

/**
 * Whether a window says something else although it has all units of a wrong wording: a 行 before other words takes its
 * object from the question, 发不发 says neither, or there is a figure the wording lacks (发不出就退200 against 发不出也不退).
 */
function saysElse(heard: HeardReply, wording: Wording, { from, to }: Window): boolean {
  const within = heard.clauses.slice(from, to + 1);
  if (!heard.alone && within.some(({ bare }) => bare !== 0)) return true;
  const text = heard.reading.text.slice(within[0]?.start, within.at(-1)?.end);
  if (WHETHER.test(text) && !WHETHER.test(wording.folded)) return true;
  return wording.values.length === 0 && within.some(({ values }) => values.some(({ kind }) => !DAYS.includes(kind)));
}

/** Whether a window says all units of the wording in the wording's sense, with its values and its payer. */
function saysWhole(heard: HeardReply, slot: number, { from, to }: Window): boolean {
  const wording = heard.open.wordings[slot] as Wording;
  const { said, turned, opposed, agreed } = matchOf(heard, slot, from, to);
  if (said < SIMILARITY_THRESHOLDS.whole || turned !== 0 || (opposed & ~agreed) !== 0) return false;
  const within = heard.clauses.slice(from, to + 1);
  // 您先扔了吧 leaves 扔, and so does 拍好了再扔: a short wording must be all the window says.
  const length = within.reduce((sum, clause) => sum + clause.content.length, 0);
  if (wording.plain.length < MIN_CHARS && length > wording.plain.length + 1) return false;
  if (within.some((clause) => clause.mute && !wording.echoes)) return false;
  // 我去门卫室给您查 isn't 您自己去门卫室查: the other party acts.
  if (within.some(({ actor }) => partyFit(wording.actor, actor) < 0)) return false;
  const payers = within.map((clause) => clause.payer).filter((payer) => payer !== null);
  if (wording.payer !== null && !wording.split && payers.some((payer) => payer !== wording.payer)) return false;
  const values = within.flatMap((clause) => clause.values);
  return (
    wording.values.every((stated) => values.some((value) => sameValue(stated, value) && value.sign === stated.sign)) &&
    (wording.values.length === 0 || values.length <= wording.values.length + 1)
  );
}

export type Verbatim = { readonly window: Window; readonly slot: number };

const SAID = new WeakMap<HeardReply, readonly Verbatim[]>();

/** The places where a wording of any point is said word for word. */
export function verbatimIn(heard: HeardReply): readonly Verbatim[] {
  const known = SAID.get(heard);
  if (known) return known;
  const found: Verbatim[] = [];
  const { clauses, text } = heard.reading;
  for (let from = 0; from < clauses.length; from++) {
    let spoken = '';
    for (let to = from; to < Math.min(clauses.length, from + LONGEST_WINDOW); to++) {
      const clause = clauses[to];
      if (!clause || clause.question || text.charAt(clause.end) === '?') break;
      spoken += spokenOf(text.slice(clause.start, clause.end));
      for (const slot of heard.open.spoken.get(spoken) ?? []) found.push({ window: { from, to }, slot });
    }
  }
  SAID.set(heard, found);
  return found;
}
