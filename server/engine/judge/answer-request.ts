/** The language work of one turn: everything that reads the trainee's words when a turn closes. */

import type { JudgeAnswer, JudgeRequest, Touched } from '#engine/model/judge-request.ts';
import { figuresNamed } from '#engine/prepare/line-figures.ts';
import { maybeToldPoints } from '#engine/prepare/maybe-told.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import { toldInKind } from '#engine/prepare/told-in-kind.ts';
import { topicsIn } from '#engine/prepare/topics.ts';
import { callBackIn } from '#language/answers/call-back.ts';
import type { Judgement } from '#language/judgement.ts';
import { unfilledVariables } from '#language/quick-replies/match-quick-replies.ts';
import { folded } from '#language/reading/folded.ts';
import { originalSpan } from '#language/reading/normalise.ts';
import { type ReadReply, readReply } from '#language/reading/read-reply.ts';
import { valuesIn } from '#language/reading/values.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';
import { isTable } from '#language/whole-reply/tables.ts';
import { withBelievedFigure } from './believed-figure.ts';
import { hourOfHold, restsOnCallBack } from './call-back-times.ts';
import { wrongThresholds } from './coupon-thresholds.ts';
import { crossTalkIn } from './cross-talk.ts';
import { earlierMessage } from './earlier-message.ts';
import { judgeWords, LONGEST_TURN, type TurnWords, toldBeyond } from './judge-words.ts';
import { withLeadsDecision } from './leads-decision.ts';
import { isOfNamedGoods, isStockNow, otherGoodsIn, withoutGoodsPrices } from './other-goods.ts';
import { repeatedIn } from './repeated-messages.ts';
import { withFittingRow } from './rows-told.ts';
import { wrongSizeRows } from './size-rows.ts';
import { withoutTakenUp } from './taken-up-moments.ts';
import { withCalendarDays, withTimesFromNow } from './times-from-now.ts';
import { toldBesideCheck, withOneFigure, withToldFigure } from './told-figure.ts';
import { withRecordsMarked } from './told-of-records.ts';
import { isRightInCase, toldOtherwise } from './told-otherwise.ts';
import { orderTold, secretTold, theirOwnRedLines } from './told-secrets.ts';
import type { WrongFigure } from './wrong-figure.ts';
import { wrongFiguresIn } from './wrong-figures.ts';

type WordVerdicts = Pick<JudgeAnswer, 'judgement' | 'unasked'>;
/** `judgement` is what the words alone give; `told` holds it with the points told wrong that nobody asks for. */
export type TurnFindings = Required<Pick<JudgeAnswer, 'judgement' | 'touched' | 'topics'>> & { told: WordVerdicts };

/** The points that open questions ask for. */
const questionedPoints = (preparedCase: PreparedCase, questions: readonly string[]): Set<string> =>
  new Set(questions.flatMap((id) => preparedCase.questions.get(id)?.pointIds ?? []));

/**
 * A judgement with the points told wrong though nobody asks for them. Words by which an asked point is wrong count for
 * that point alone. An unsure wrong verdict on a point that isn't asked for is dropped where its figures are right in
 * the case.
 */
const withUnasked = (
  preparedCase: PreparedCase,
  words: TurnWords,
  reply: ReadReply,
  judgement: Judgement,
): WordVerdicts => {
  const { text } = words;
  if (judgement.stacking || text.length > LONGEST_TURN) return { judgement };
  const askedPointIds = new Set([...questionedPoints(preparedCase, words.questions), ...words.awaits]);
  const input = {
    preparedCase,
    reply,
    customerValues: valuesIn(folded(words.customer)),
    nearPoints: new Set(words.points),
  };
  const points = judgement.points
    .map(withOneFigure(text))
    .map(withoutGoodsPrices(preparedCase, text))
    .map(withToldFigure(preparedCase, text))
    .map(withBelievedFigure(preparedCase))
    .map((verdict) =>
      verdict.state === 'wrong' &&
      !askedPointIds.has(verdict.id) &&
      verdict.confidence < VERDICT_THRESHOLDS.unasked.alone &&
      isRightInCase(input, verdict)
        ? { ...verdict, state: 'not-addressed' as const, start: 0, end: 0, rule: '' }
        : verdict,
    );
  const wrongSpans = points.filter(({ id, state }) => askedPointIds.has(id) && state === 'wrong');
  const otherPoints = [...preparedCase.points.values()].filter(({ point }) => !askedPointIds.has(point.id));
  const unasked = judgement.corrects ? [] : toldOtherwise(input, otherPoints);
  return {
    judgement: { ...judgement, points },
    unasked: unasked.filter(
      (verdict) => !wrongSpans.some(({ start, end }) => start < verdict.end && verdict.start < end),
    ),
  };
};

/** Figures of a turn that are right nowhere in the case, or only of something else. */
const wrongFiguresOf = (
  preparedCase: PreparedCase,
  { words, customer, latest, prices, stocks = [] }: JudgeRequest,
  { normal, reading }: ReadReply,
  judgement: Judgement,
): WrongFigure[] => {
  const { knownFigures } = preparedCase.truth;
  if (knownFigures === null || judgement.stacking) return [];
  const input = {
    reading,
    customerValues: valuesIn(folded(customer)),
    ...(prices && { prices }),
    coupons: preparedCase.shop.coupons,
    recentMessages: latest.map(({ text }) => earlierMessage(text)),
    earlierValues: () =>
      latest
        .filter(({ id }) => !words.said.some((own) => own.id === id))
        .flatMap((message) => valuesIn(folded(message.text))),
  };
  const found = [
    ...wrongFiguresIn(input, knownFigures),
    ...wrongSizeRows(reading, preparedCase),
    ...otherGoodsIn(reading, preparedCase, customer),
  ];
  const others = wrongThresholds(reading, preparedCase.shop).filter(
    ({ start, end }) => !found.some((other) => other.start < end && start < other.end),
  );
  const wrongs = [...found, ...others].filter(
    (wrong) => !isOfNamedGoods(reading, preparedCase.shop, wrong) && !isStockNow(reading, stocks, wrong),
  );
  return wrongs.map((wrong) => ({
    ...wrong,
    ...originalSpan(normal, wrong.start, wrong.end),
  }));
};

/** The points listened for that the turn perhaps tells and the judge did not hear. */
const maybeToldOf = (
  preparedCase: PreparedCase,
  { customer, points: listenedIds, questions }: TurnWords,
  reply: ReadReply,
  judgement: Judgement,
  unasked: readonly PointVerdict[],
): Touched[] => {
  if (judgement.stacking || reply.text.length > LONGEST_TURN) return [];
  const coveredIds = judgement.points.filter(({ state }) => state === 'covered').map(({ id }) => id);
  const points = listenedIds.filter((id) => !coveredIds.includes(id));
  const askedPointIds = questionedPoints(preparedCase, questions);
  const wrong = [
    ...judgement.points.filter(({ id, state }) => state === 'wrong' && !askedPointIds.has(id)),
    ...unasked,
  ];
  const told = maybeToldPoints({
    preparedCase,
    reply,
    customer,
    points,
    asked: askedPointIds,
    wrong: new Set(wrong.map(({ id }) => id)),
  });
  const inKind = toldInKind({
    preparedCase,
    reply,
    customer,
    asked: points.filter(
      (id) => askedPointIds.has(id) && !told.some((one) => one.id === id && one.figure !== undefined),
    ),
    taken: judgement.points.filter(({ state }) => state === 'covered' || state === 'wrong'),
  });
  const [byFigure, byWords] = [told.filter(({ figure }) => figure), told.filter(({ figure }) => !figure)];
  const all = [...byWords, ...inKind, ...toldBesideCheck(preparedCase, reply.text, judgement.points), ...byFigure];
  return [...new Map(all.map((touched) => [touched.id, touched])).values()];
};

/** Finds what the words of a turn tell; `reply` is those words, read. Most of a judgement's work. Pure. */
export const analyseWords = (content: Content, words: TurnWords, reply: ReadReply): TurnFindings => {
  const preparedCase = preparedCaseIn(content, words.scenario);
  const judgement = judgeWords(content, preparedCase, words, reply);
  const told = withUnasked(preparedCase, words, reply, judgement);
  const saysNothing = judgement.stacking || judgement.parrots || words.text.length > LONGEST_TURN;
  const ahead = saysNothing ? [] : toldBeyond(content, preparedCase, words, reply);
  return {
    judgement,
    told: { ...told, judgement: { ...told.judgement, points: [...told.judgement.points, ...ahead] } },
    touched: maybeToldOf(preparedCase, words, reply, judgement, told.unasked ?? []),
    topics: saysNothing ? '' : topicsIn(reply),
  };
};

/** Judges the turn the engine asks about. Pure: the same request and content always give the same answer. */
export const answerRequest = (content: Content, request: JudgeRequest, analyse = analyseWords): JudgeAnswer => {
  const preparedCase = preparedCaseIn(content, request.scenario);
  const { words, scenario, customer, points, beyond, questions, awaits, checked, deeds, level, nowMinute, today } =
    request;
  const read = readReply(words.text, preparedCase.truth.goodsNames);
  const asRead = withFittingRow(read, preparedCase.scenario, customer);
  const timed = nowMinute === undefined ? asRead : withTimesFromNow(asRead, nowMinute, today);
  const reply =
    today === undefined ? timed : withCalendarDays(withRecordsMarked(timed, preparedCase.truth.records, today), today);
  const turnWords: TurnWords = {
    text: words.text,
    scenario,
    customer,
    points,
    questions,
    awaits,
    checked,
    deeds,
    level,
    ...(beyond && { beyond }),
  };
  const { judgement, told, touched, topics } = analyse(content, turnWords, reply);
  const wasRead = ({ start }: { start: number }): boolean => start < LONGEST_TURN;
  const holdBy = hourOfHold(reply, judgement.hold);
  const answer: JudgeAnswer = {
    ...withoutTakenUp(
      request,
      reply,
      (verdict) => restsOnCallBack(preparedCase, reply, verdict),
      questionedPoints(preparedCase, questions),
      told,
    ),
    strays: wrongFiguresOf(preparedCase, request, reply, judgement),
    tables: words.said.filter(({ text }) => isTable(text)).map(({ id }) => id),
    asked: judgement.asked
      .filter((asked) => wasRead(asked) && request.facts.includes(asked.id))
      .map(({ id, named, aside, start, end }) => ({ fact: id, named, ...(aside && { aside }), start, end })),
    askedAgain: judgement.askedAgain.filter(wasRead).map(({ id, start, end }) => ({ what: id, start, end })),
    repeated: repeatedIn(request, LONGEST_TURN),
    unfilled: words.said.flatMap(({ text, id }) =>
      unfilledVariables(text).map((unfilled) => ({
        name: unfilled.name,
        quote: { message: id, start: unfilled.start, end: unfilled.end },
      })),
    ),
    secret: secretTold(request, reply) ?? orderTold(preparedCase, reply),
    theirOwn: theirOwnRedLines(request, judgement),
    figures: figuresNamed(preparedCase.lineFigures, `${words.text}\n${request.shown ?? ''}`),
    touched,
    topics,
    ...(callBackIn(reply.reading, 'desk') && { callsBack: true as const }),
    ...(holdBy !== undefined && { holdBy }),
    crossTalk: words.text === '' || judgement.stacking ? null : crossTalkIn(content, request, judgement, reply),
  };
  return withLeadsDecision(answer, request);
};
