/** The verdicts on a turn's points with what the whole turn says of them: heaps of words, echoes, insults, putting off. */
import { holdIn, isMoment, isPutOff } from '#language/answers/hold.ts';
import { tellsOnlyRefundWay } from '#language/cards/refund-ways.ts';
import { isTimeOfOtherLevel, isTimeOnTheWay } from '#language/cards/told-elsewhere.ts';
import { withAnswer } from '#language/points/checked-back.ts';
import { judgePoints } from '#language/points/judge-points.ts';
import { notAddressed } from '#language/points/point-verdict.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { NO_QUESTION, questionContext } from '#language/points/wordings/question-context.ts';
import { inOneMeaning } from '#language/points/wordings/same-meaning.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { originalSpan } from '#language/reading/normalise.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import { RULE_CONFIDENCE, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { CompiledPoint, JudgeQuestion, PointVerdict } from '#language/terms/verdicts.ts';
import { parrotsQuestion } from '#language/whole-reply/parroting.ts';
import { isKeywordStuffing } from '#language/whole-reply/stacking.ts';
import type { JudgeInput } from './judgement.ts';

const CORRECTION =
  /(?:^|[^\u4e00-\u9fff])不对[^\u4e00-\u9fff]|说错|更正|纠正一?下|搞错|看错|打错|记错|口误|前面(?:说|讲)的不对|以.{0,4}这条为准|应该是.{0,12}不是/;

/** `points`: at their places in the folded text. */
export type HeardPoints = {
  points: PointVerdict[];
  hold: ReturnType<typeof holdIn>;
  hasCorrection: boolean;
  hasKeywordStuffing: boolean;
  isParroting: boolean;
};

/** `customerText`: folded. `hasAbuse` tells whether the turn holds an insult or a threat; asked only where it matters. */
export const hearPoints = (
  input: JudgeInput,
  { normal, reading }: Pick<ReadReply, 'normal' | 'reading'>,
  customerText: string,
  hasAbuse: () => boolean,
): HeardPoints => {
  const hasCorrection = CORRECTION.test(normal.text);
  const openPoints = input.points ?? [];
  const question =
    openPoints.length > 0
      ? questionContext(
          customerText,
          input.questions?.map(({ text: textAnswer }) => folded(textAnswer)),
        )
      : NO_QUESTION;
  const askedPointIds = input.questions ? new Set([...pointIdsOf(input.questions), ...(input.awaits ?? [])]) : null;
  const plain = inOneMeaning(reading.text);
  const placeOf = (from: number, to: number) => (plain.origins && to > from ? originalSpan(plain, from, to) : {});
  const quote = (from: number, to: number): string => {
    const own = { start: from, end: to, ...placeOf(from, to) };
    const { start, end } = originalSpan(normal, own.start, own.end);
    return input.reply.slice(start, end);
  };
  const pointVerdicts = judgePoints({
    ...{ points: openPoints, question, hasCorrection, askedPointIds, quote },
    reading: plain.origins ? readText(plain.text, input.goodsNames) : reading,
  }).map((verdict) => Object.assign(verdict, placeOf(verdict.start, verdict.end)));
  const verdicts = input.checked ? withAnswer(pointVerdicts, reading, input.checked, customerText) : pointVerdicts;
  const hasKeywordStuffing = isKeywordStuffing(
    reading,
    verdicts.filter((verdict) => verdict.state === 'covered'),
    input.questions?.length ?? 1,
  );
  // 不用您掏 after 不用我掏吧 answers in the customer's own words: it is no parroting while a point is checked back.
  const isParroting = !input.checked && parrotsQuestion(reading, customerText);
  const hold = holdIn(reading);
  const putsOff = (verdict: PointVerdict, { compiled }: CompiledPoint): boolean => {
    // 一分钟内给您准话 promises the reply itself: it is no wrong time to come back, whoever is to answer.
    if (verdict.state === 'wrong' && isMoment(reading, verdict)) return true;
    // 您放心，我在查第一次用有没有味 calms, and tells nothing yet (RULES T223).
    if (reading.text.slice(verdict.start, verdict.end).endsWith('放心')) return true;
    // The author's own words are what they say: 差价我帮您算 may be the answer.
    if (verdict.confidence >= RULE_CONFIDENCE.verbatim) return false;
    const kinds = new Set((compiled as CompiledWordings).essentialValues.map(({ kind }) => kind));
    return verdict.end > verdict.start && kinds.size > 0 && isPutOff(reading, verdict, kinds);
  };
  const points = verdicts
    .map((verdict, index) =>
      hold !== null && putsOff(verdict, openPoints[index] as CompiledPoint)
        ? notAddressed(verdict.id, 1 - verdict.confidence)
        : verdict,
    )
    .map((verdict, index) =>
      verdict.state === 'wrong' &&
      (isTimeOnTheWay(reading, verdict, rightTextsOfPoint(openPoints[index])) ||
        isTimeOfOtherLevel(reading, verdict, rightTextsOfPoint(openPoints[index]), input.cards?.shopTexts ?? []))
        ? notAddressed(verdict.id, 1 - verdict.confidence)
        : verdict,
    )
    .map((verdict, index) =>
      verdict.state === 'wrong' && tellsOnlyRefundWay(reading, verdict, rightTextsOfPoint(openPoints[index]))
        ? notAddressed(verdict.id, 1 - verdict.confidence)
        : verdict,
    )
    .map((verdict) => {
      if (hasKeywordStuffing || isParroting) return uncovered(verdict);
      return isHalfSure(verdict) && hasAbuse() ? unsaid(verdict) : verdict;
    });
  return { points, hold, hasCorrection, hasKeywordStuffing, isParroting };
};

const pointIdsOf = (asked: readonly JudgeQuestion[]): readonly string[] => asked.flatMap(({ pointIds }) => pointIds);

const rightTextsOfPoint = (point: CompiledPoint | undefined): readonly string[] =>
  point === undefined ? [] : [point.says, ...(point.also ?? [])];

/** With an insult or a threat in the turn, verdicts that aren't sure count as not addressed: 爱买不买 states no fact. */
const isHalfSure = ({ state, confidence }: PointVerdict): boolean =>
  state === 'not-recognised' ||
  (state === 'covered' && confidence < VERDICT_THRESHOLDS.covered.told) ||
  (state === 'wrong' && confidence < VERDICT_THRESHOLDS.wrong.told);

const unsaid = (verdict: PointVerdict): PointVerdict => ({
  ...verdict,
  state: 'not-addressed',
  start: 0,
  end: 0,
  rule: '',
});

const uncovered = (verdict: PointVerdict): PointVerdict => {
  return verdict.state === 'covered'
    ? { ...verdict, state: 'not-recognised', rule: '只堆了关键词，没有成句' }
    : verdict;
};
