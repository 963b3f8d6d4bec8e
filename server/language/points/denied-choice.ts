/** A turn that denies one of two remedies (只能给您修，换新就换不了) offers no choice between them (RULES T147). */

import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import type { Reading } from '#language/reading/clause.ts';
import { RULE_CONFIDENCE } from '#language/terms/thresholds.ts';
import type { AuthorVerdict } from './authored-sentences.ts';

const oneOf = (words: string): string => `(?:${words.replaceAll(' ', '|')})`;
const REMEDIES = [...'换修退补'];
/** Words that leave a choice: 由您选, 您定, 修也行换也行. 修由您定时间 leaves only when. */
const OFFERS = new RegExp(
  oneOf('[由随听看]您(?!.?时间) 您(?:自己)?(?:[选挑定](?!.?时间) 说了算) 都行 都可以 也行.*也行 也可以.*也可以'),
);
/** 只能修或者换 names both. */
const NAMES_BOTH = /[换修退补].{0,2}(?:[或和跟]|还是).{0,3}[换修退补]/;

/** What denies a remedy or all others (换不了, 换新不行, 不给换, 只修). 不能换也给您修好 and 不是只能修 deny none. */
const denialOf = (remedy: string): RegExp =>
  new RegExp(
    oneOf(
      [
        `${remedy}[^也]{0,5}${oneOf('不了 不成 不得 不行 不可以 没法 没戏 免谈 不给 不支持')}`,
        `${oneOf('不能 不可以 没法 无法 不给 不支持 不予 不包')}.{0,3}${remedy}(?!.*[也就])`,
        `(?<![不是止])只${oneOf('能 给 可以 管 包 有 够')}?.{0,3}${remedy}`,
      ].join(' '),
    ),
  );
const DENIALS = REMEDIES.map((remedy) => ({ remedy, denial: denialOf(remedy) }));

const DENIALS_OF_POINT = new WeakMap<CompiledWordings, readonly RegExp[]>();

/** What would deny one of the remedies that a point leaves the choice between; nothing where it leaves no choice. */
const denialsOf = (compiled: CompiledWordings): readonly RegExp[] => {
  const known = DENIALS_OF_POINT.get(compiled);
  if (known) return known;
  const offers = compiled.rightWordings.filter(({ folded }) => OFFERS.test(folded));
  const choices = offers
    .map(({ folded }) => DENIALS.filter(({ remedy }) => folded.includes(remedy)))
    .filter(({ length }) => length > 1);
  // 全退或者补一箱您挑 is one wording of 全额退款: the choice is the point only where most wordings leave it.
  const isChoice = choices.length * 2 >= compiled.rightWordings.length;
  const denials = isChoice ? (choices[0] ?? []).map(({ denial }) => denial) : [];
  DENIALS_OF_POINT.set(compiled, denials);
  return denials;
};

/** The clause that denies one of the remedies a point leaves the choice between, where none offers the choice. */
export const deniedChoice = ({ text, clauses }: Reading, compiled: CompiledWordings): AuthorVerdict | null => {
  const denials = denialsOf(compiled);
  if (denials.length === 0) return null;
  const said = clauses.flatMap(({ start, end, ...clause }) =>
    clause.isQuestion || clause.isRetracted || clause.isConditional
      ? []
      : { start, end, words: text.slice(start, end) },
  );
  if (said.some(({ words }) => OFFERS.test(words) || NAMES_BOTH.test(words))) return null;
  const denying = said.find(({ words }) => denials.some((denial) => denial.test(words)));
  if (!denying) return null;
  return { state: 'wrong', confidence: RULE_CONFIDENCE.ruled, start: denying.start, end: denying.end, rule: '' };
};
