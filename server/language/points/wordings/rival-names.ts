/**
 * Names that stand for one another in a point's wordings: 补发蒸笼 is right and 补发和面棒 wrong, alike but for the name. However
 * alike the rest is, a clause that has the wrong name and not the right one doesn't say the point (RULES M76).
 */

import type { Reading } from '#language/reading/clause.ts';

/** What right wordings have in the place of a wrong wording's name. */
export type RivalName = { readonly wrong: string; readonly right: readonly string[] };

type NamedText = {
  readonly folded: string;
  readonly values: readonly { readonly start: number; readonly end: number }[];
};

/** At least so many characters must be alike around the names, and no fewer than the shorter name has. */
const MIN_ALIKE = 3;
/** A name of one Chinese character is part of too many words. */
const MIN_NAME = 2;
/** The longest stretch that is still a name. */
const MAX_NAME = 10;
/** Stretches that affirm, deny, ask, name a party, or say by order which of two or when (前头那单, 先拍的, 三点前) are no names: a reply tells of both. */
const NO_NAME = /[\s，。！？、；：,.!?;:不没别无未非您你我咱能会要得可就也都还再是有吗呢吧前后先早晚]/;

/** The names that only wrong wordings have, each where a right wording reads the same but for it. */
export const rivalNamesOf = (right: readonly NamedText[], wrong: readonly NamedText[]): readonly RivalName[] => {
  const byWrong = new Map<string, Set<string>>();
  for (const own of right)
    for (const other of wrong) {
      const names = differingNames(own, other);
      if (names === null || right.some(({ folded }) => folded.includes(names.wrong))) continue;
      byWrong.set(names.wrong, (byWrong.get(names.wrong) ?? new Set()).add(names.right));
    }
  return [...byWrong].map(([name, rights]) => ({ wrong: name, right: [...rights] }));
};

const differingNames = (own: NamedText, other: NamedText): { right: string; wrong: string } | null => {
  const [a, b] = [own.folded, other.folded];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  // 脐橙 and 冰糖橙 share their end, 速干t and 速干短裤 their beginning: it belongs to both names where one would be too short.
  while (most - head - tail < MIN_NAME && head + tail > 0) {
    const short = a.length === most ? a : b;
    const isWord = isHan(short[most - tail - 1]) && isHan(short.at(-tail));
    if (tail > 0 && (isWord || head === 0)) tail -= 1;
    else if (head > 0) head -= 1;
    else tail -= 1;
  }
  // 速干短裤明天走 and 速干t明天走, 买的是热水壶 and 买的是养生壶: so short a beginning or end belongs to the names.
  if (head < MIN_ALIKE && tail >= MIN_ALIKE) head = 0;
  else if (tail < MIN_ALIKE && head >= MIN_ALIKE) tail = 0;
  const [mine, theirs] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  // Inside a sentence what differs is oftener what is told of a thing: 5斤是连箱子的, 5斤是光果子的.
  if (head > 0 && tail > 0) return null;
  if (head + tail < Math.max(MIN_ALIKE, Math.min(mine.length, theirs.length))) return null;
  if (!isName(mine) || !isName(theirs) || mine.includes(theirs) || theirs.includes(mine)) return null;
  return isFigure(own, head, tail) || isFigure(other, head, tail) ? null : { right: mine, wrong: theirs };
};

const isHan = (char = ''): boolean => /\p{Script=Han}/u.test(char);

const isName = (text: string): boolean => text.length >= MIN_NAME && text.length <= MAX_NAME && !NO_NAME.test(text);

/** Whether a stretch is a figure with little beside it (12枚, 13号), which is compared as one; 逐峰3 is a name. */
const isFigure = ({ folded, values }: NamedText, head: number, tail: number): boolean => {
  const end = folded.length - tail;
  const inside = values.reduce(
    (sum, value) => sum + Math.max(0, Math.min(end, value.end) - Math.max(head, value.start)),
    0,
  );
  return inside > 0 && end - head - inside < MIN_NAME;
};

/**
 * Per clause whether it speaks of a rival: it has a wrong name and none that stands in its place, or has neither and the
 * last clause that named either did (和面棒漏了，今天补给您). What stands before the first name is of that one where no clause
 * has the right one, else of neither (null).
 */
export const rivalClauses = (
  names: readonly RivalName[],
  { text, clauses }: Reading,
): readonly (boolean | null)[] | null => {
  if (names.length === 0) return null;
  const named = clauses.map(({ start, end }) => isOfRival(names, text.slice(start, end)));
  if (!named.includes(true)) return null;
  let last: boolean | null = named.includes(false) ? null : true;
  return named.map((isRival) => {
    last = isRival ?? last;
    return last;
  });
};

const isOfRival = (names: readonly RivalName[], text: string): boolean | null => {
  if (names.some(({ right }) => right.some((name) => text.includes(name)))) return false;
  return names.some(({ wrong }) => text.includes(wrong)) ? true : null;
};
