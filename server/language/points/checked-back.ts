/** What 对 and 不是 mean after the customer has checked back on one point. */

import { bareAnswer } from '#language/points/features/bare-answers.ts';
import { denialCountOf } from '#language/points/wordings/wording.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { RULE_CONFIDENCE, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { CheckedBack, PointVerdict } from '#language/terms/verdicts.ts';

const AGREES = /^(?:对(?!不|方|于|面)|[嗯恩]|是(?:的|呢|啊|哈|滴|哦|$)|没错|就是(?!不)|好的|正是|确实)/;
const HAS_TO = /^(?:要|得|需要)(?:的|[您你]|呢|哦|$)/;
const GREETS = /^(?:亲+|宝|姐|哥|您好|在的?)?[\s\p{P}]*$/u;
const DENIES_IT = /^(?:那|就|这|所以)?(?:不是|没有|没)/;
const DISAGREES = /^(?:不是|不对|没有的事|哪有|才不|误会|搞错|弄错|反了)/;

/** 不是承认，也不是否认: neither side is taken, whatever was checked on (RULES T306). */
const NEITHER =
  /不(?:是|能|敢|会)?(?:承认|认定?|许|答应|承诺|表态)[^。!?\n]{0,3}[也又]不(?:是|能|敢|会)?(?:否认?|拒|推)/;

/** 撂得起, 退得了, 换不成: whether it can be, in a verb of its own. */
const CAN_BE =
  /^(?:那|就|也|都|当然|肯定|确实)*(\p{sc=Han}{1,2}?)(得|不)(?:起|了|成|来|上|下|着|到|动|住)?(?=[的呀啊哦哈呢哒嘛啦,。!~\s]|$)/u;

/** The answer in the verb of the check itself: 撂得起 to 那我撂了挑子也不碍事呗. Null where the verb is another, or denied there. */
const inItsOwnVerb = (clause: string, check: string): 'agrees' | 'disagrees' | null => {
  const [, verb = '', sign = ''] = CAN_BE.exec(clause) ?? [];
  const at = verb === '' ? -1 : check.indexOf(verb);
  if (at < 0 || /[不没别]$/.test(check.slice(0, at)) || check.slice(at + verb.length).startsWith('不')) return null;
  return sign === '得' ? 'agrees' : 'disagrees';
};

/** Whether the reply agrees with the check or disagrees; null for neither: 不用 agrees with 不用我掏吧 and disagrees with 我要掏吧. */
export const answerTo = (reading: Reading, check: string): 'agrees' | 'disagrees' | null => {
  const firstClause = reading.clauses.find(({ start, end }) => !GREETS.test(reading.text.slice(start, end)));
  if (!firstClause || firstClause.isQuestion || firstClause.isHedged || NEITHER.test(reading.text)) return null;
  const clauseText = reading.text.slice(firstClause.start, firstClause.end).replace(/^亲+/, '');
  const isCheckDenying = readText(folded(check)).clauses.some((clause) => denialCountOf(clause) > 0);
  // 不是 after 不是他叫你们这样的吧 may mean 不是他 or 你说得不对.
  if (DENIES_IT.test(clauseText) && DENIES_IT.test(check)) return null;
  if (DISAGREES.test(clauseText)) return 'disagrees';
  if (AGREES.test(clauseText)) return 'agrees';
  if (isCheckDenying && HAS_TO.test(clauseText)) return 'disagrees';
  const own = inItsOwnVerb(clauseText, check);
  if (own !== null) return own;
  if (firstClause.barePolarity === null || firstClause.barePolarity.axis !== 'fact') return null;
  return firstClause.barePolarity.sign > 0 === isCheckDenying ? 'disagrees' : 'agrees';
};

/** 一块六 账算得明白 / 那我这就贴群里？: with more than the check in the customer's text, 对 may answer the rest of it. */
const asksMore = (customerText: string, checkText: string): boolean =>
  customerText.split('\n').some((line) => line.trim() !== '' && !folded(checkText).includes(line.trim()));

/** The verdicts, with the yes or no deciding the point checked back on; a sure verdict on other words beside it stays. */
export const withAnswer = (
  verdicts: readonly PointVerdict[],
  reading: Reading,
  { point, says, right, echo, more }: CheckedBack,
  customerText: string,
): PointVerdict[] => {
  const answer = answerTo(reading, says);
  if (answer === null || ((echo ?? more) && answer === 'disagrees')) return [...verdicts];
  // Standing by a figure that nobody could place (`echo`) says no more than before: it stays a doubt for people.
  const isAlone = reading.clauses.length <= 1 || bareAnswer(reading) !== null;
  const answeredState = (answer === 'agrees') === right ? 'covered' : 'wrong';
  const state =
    echo || (answeredState === 'wrong' && !isAlone && asksMore(customerText, says)) ? 'not-recognised' : answeredState;
  return verdicts.map((verdict) => {
    if (![point, ...(more ?? [])].includes(verdict.id) || verdict.state === state) return verdict;
    const isSure =
      (verdict.state === 'covered' || verdict.state === 'wrong') &&
      verdict.confidence >= VERDICT_THRESHOLDS[verdict.state].told;
    if (isSure && !isAlone && !(echo && verdict.alike)) return verdict;
    const end = reading.clauses[0]?.end ?? 0;
    return {
      id: verdict.id,
      state,
      confidence: RULE_CONFIDENCE.checkedBack,
      start: 0,
      end,
      rule: `客户问「${says}」，这样答了`,
    };
  });
};
