/**
 * Operations a reply undertakes to do: 我这就给您登记, 帮您报主管. An offer, a condition, a deed told as done and what
 * others do are left out: whoever is in doubt has promised nothing.
 */
import type { Clause, Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { normalise } from '#language/reading/normalise.ts';
import { type NamedDeed, spansOf, statesFact } from './deeds.ts';
import * as patterns from './undertaking-patterns.ts';

/**
 * The operations that the words may mean, in the order of the desk. `bare`: a verb of one character only (退, 报), which may
 * mean something else; `anew`: on top of what was done before (我一块报).
 */
export type Undertaking = { deeds: string[]; bare: boolean; anew: boolean; start: number; end: number };

type SplitDeed = { id: string; words: readonly (readonly string[])[] };
type Found = { id: string; bare: boolean; anew: boolean };

/** The words of an operation without their endings of done: 报了 names it as 报 does. */
const namingWords = ({ id, words }: NamedDeed): SplitDeed => {
  const bases = words
    .filter((word) => !word.includes('已'))
    .map((word) => word.replace(patterns.DONE_ENDING, '').replace(/…$/, ''));
  const named = [...new Set(bases)].filter((word) => word !== '' && !patterns.NO_DEED.includes(word));
  return { id, words: named.map((word) => folded(word).split('…')) };
};

/** The place of the shop's part of a clause before a deed's word, or before its last part: 券我这就发. Null where nobody undertakes it. */
const undertakenAt = (text: string, from: number, lastFrom: number): { subject: string; between: string } | null => {
  for (const end of from === lastFrom ? [from] : [from, lastFrom]) {
    const match = patterns.UNDERTAKES.exec(text.slice(0, end));
    if (match) return { subject: text.slice(0, match.index), between: match[0] };
  }
  return null;
};

const foundIn = (text: string, { id, words }: SplitDeed): Found | null => {
  for (const word of words) {
    for (const { from, to } of spansOf(text, word)) {
      const part = undertakenAt(text, from, to - (word.at(-1)?.length ?? 0));
      const isPlain = part !== null && !patterns.NOT_PLAIN.test(part.subject);
      if (isPlain && !patterns.BEHIND_SPOILS.test(text.slice(to)))
        return { id, bare: word.join('').length < 2, anew: patterns.ANEW.test(part.between) };
    }
  }
  return null;
};

const textOf = ({ text }: Reading, clause: Clause | undefined): string =>
  clause === undefined ? '' : text.slice(clause.start, clause.end);

/** Whether the clauses beside it make it an offer or a condition. */
const isOffered = (reading: Reading, index: number): boolean => {
  const before = reading.clauses[index - 1];
  const behind = reading.clauses[index + 1];
  return (
    (before !== undefined &&
      (before.isConditional || before.isQuestion || patterns.CONDITION_BESIDE.test(textOf(reading, before)))) ||
    (behind?.isQuestion === true && patterns.SEEKS_LEAVE_BEHIND.test(textOf(reading, behind)))
  );
};

/** Each clause that undertakes an operation. `operations`: those of the desk that have words. */
export const undertakingsIn = (reading: Reading, operations: readonly NamedDeed[]): Undertaking[] => {
  if (!patterns.MAY_UNDERTAKE.test(reading.text)) return [];
  const split = operations.map(namingWords);
  return reading.clauses.flatMap((clause, index): Undertaking[] => {
    const text = textOf(reading, clause);
    if (!patterns.MAY_UNDERTAKE.test(text) || clause.isHedged || !statesFact(reading, index)) return [];
    const found = split.flatMap((deed) => foundIn(text, deed) ?? []);
    const [first] = found;
    if (first === undefined || isOffered(reading, index)) return [];
    const { start, end } = clause;
    return [
      {
        deeds: found.map(({ id }) => id),
        bare: found.every(({ bare }) => bare),
        anew: found.some(({ anew }) => anew),
        start,
        end,
      },
    ];
  });
};

const DENIAL = /[不没别]|无法/;

/** Whether a clause of a text names one of these operations and denies it: 券给不了, 不登记了. */
export const deniesDeed = (text: string, operations: readonly NamedDeed[]): boolean => {
  const { text: plain, clauses } = readText(normalise(text).text);
  const split = operations.map(namingWords);
  return clauses.some(({ start, end }) => {
    const clauseText = plain.slice(start, end);
    return (
      DENIAL.test(clauseText) && split.some(({ words }) => words.some((word) => spansOf(clauseText, word).length > 0))
    );
  });
};

/** 我去问问班长, 跟主管说一声: takes it to somebody above the desk, in whatever verb. */
const TAKES_ABOVE =
  /(?:问|说|讲|找|报|递|反馈|申请|催).{0,6}(?:班长|组长|主管|领导|上头|上面|场控|主播|直播间|那边)|(?:班长|组长|主管|领导|上头|上面|场控|主播|直播间|那边).{0,6}(?:问|说|讲|报|递|知道|回|结果|有信)/;
const isReport = ({ words }: NamedDeed): boolean => words.some((word) => word.includes('主管'));

/** 你打快递电话催一下, 您自己去订单里取消: the customer's to do. 您这单我催过 and 您放心店里会退 are the shop's. */
const IS_THEIRS = /^(?:那|麻烦|请)?[您你](?![的这那们放])(?!.*(?:我|店里|这边|仓库))/;

/**
 * The operations that a reply speaks of as the shop's to do, in whatever form: undertaken, told as done, or still to come.
 * Denied, asked and on a condition they aren't. It says less than an undertaking, and holds nobody to anything.
 */
export const deedsSpokenOf = (reading: Reading, operations: readonly NamedDeed[]): string[] => {
  const clauses = reading.clauses.flatMap((clause) => {
    const text = textOf(reading, clause);
    return clause.isQuestion || clause.isConditional || DENIAL.test(text) || IS_THEIRS.test(text) ? [] : [text];
  });
  return operations.flatMap((operation) => {
    const { id, words } = namingWords(operation);
    const isSpokenOf = clauses.some(
      (text) =>
        words.some((word) => word.join('').length > 1 && spansOf(text, word).length > 0) ||
        (isReport(operation) && TAKES_ABOVE.test(text)),
    );
    return isSpokenOf ? [id] : [];
  });
};
