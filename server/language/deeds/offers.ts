/** Operations that a reply offers and waits with: 要不要我帮您取消, 我可以给您改地址，您看行吗 (RULES T117). */
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { normalise } from '#language/reading/normalise.ts';
import { DONE_PARTICLE } from './deed-patterns.ts';
import { type NamedDeed, spansOf } from './deeds.ts';
import { SEEKS_LEAVE_BEHIND } from './undertaking-patterns.ts';

/** A question that asks leave: 要不要我…, 我帮您…可以吗. 取消过吗, 是不是取消不了 ask for something else. */
const ASKS_LEAVE =
  /要不要|需不需要|好不好|行不行?|可不可以|成不|(?:要|需要|可以|行|好|成|同意|愿意)[^,。!?]{0,12}[吗嘛么不?]|我来[^,。!?]{0,6}[吗嘛么?]/;
const DENIED = /不了|不能|没法|无法|没办法/;

/** Whether a text offers one of these operations: it names it and asks the customer's leave, in the same clause or behind it. */
export const offersDeed = (text: string, operations: readonly NamedDeed[]): boolean => {
  const { text: plain, clauses } = readText(normalise(text).text);
  const words = operations.flatMap((operation) => operation.words.map((word) => folded(word).split('…')));
  const textAt = (index: number): string => plain.slice(clauses[index]?.start ?? 0, clauses[index]?.end ?? 0);
  return clauses.some((_, index) => {
    const clauseText = textAt(index);
    const isNamed = words.some((word) => spansOf(clauseText, word).length > 0);
    if (!isNamed || DENIED.test(clauseText) || DONE_PARTICLE.test(clauseText)) return false;
    const behind = textAt(index + 1);
    return (
      ASKS_LEAVE.test(clauseText) ||
      (clauses[index + 1]?.isQuestion === true && (SEEKS_LEAVE_BEHIND.test(behind) || ASKS_LEAVE.test(behind)))
    );
  });
};
