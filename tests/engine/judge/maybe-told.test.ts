/**
 * A point that was perhaps told isn't asked for as if nobody had spoken of it (RULES T39): tried over all cases, and
 * where it must still be asked for.
 */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import type { Point } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { JudgeAnswer, JudgeRequest } from '#engine/model/judge-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content, PreparedCase, PreparedQuestion } from '#engine/prepare/prepared-content.ts';
import { nextFollowUp } from '#engine/state/follow-ups.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { contentFor } from '#library/load.ts';
import { allFiguresFlipped } from '#scripts/fairness/effortless.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const requestOf = ({ scenario }: PreparedCase, asked: PreparedQuestion, text: string): JudgeRequest =>
  oneTurn(scenario.id, text, {
    customer: asked.question.text,
    points: asked.pointIds,
    questions: [asked.question.id],
  });

/** The conversation after such a turn, with the fields that asking on reads. */
const afterTurn = ({ judgement, touched = [] }: JudgeAnswer): Conversation => {
  const heard = judgement.points.filter(({ state }) => state !== 'not-addressed');
  return {
    points: Object.fromEntries(heard.map(({ id, state }) => [id, state === 'not-recognised' ? 'unsure' : state])),
    figures: Object.fromEntries(heard.flatMap(({ id, figure }) => (figure === undefined ? [] : [[id, figure]]))),
    touched: Object.fromEntries(touched.map(({ id, ...told }) => [id, { turn: 1, ...told }])),
    turn: null,
    turns: 1,
    used: {},
    leaning: [],
    senses: {},
    unsureIn: {},
    mended: [],
    heard: [],
    spoken: {},
  } as unknown as Conversation;
};

/** The line by which the customer asks on after this reply; undefined where they mind something instead. */
const askedAfter = (
  content: Content,
  preparedCase: PreparedCase,
  asked: PreparedQuestion,
  text: string,
): string | undefined => {
  const answer = answerRequest(content, requestOf(preparedCase, asked, text));
  const minded = [...answer.judgement.points, ...(answer.unasked ?? [])].some(
    ({ state, confidence }) => state === 'wrong' && confidence >= VERDICT_THRESHOLDS.wrong.told,
  );
  return minded
    ? undefined
    : nextFollowUp(afterTurn(answer), preparedCase, asked.beat, asked.question.id, () => 1)?.lineName;
};

/**
 * At least this share of untold points is asked for; the others were heard in the reply's other words, or are made sure
 * of.
 */
const MIN_ASKED = 0.8;

/** One of so many accepted wordings is tried, in a sweep each. */
const WORDINGS = 3;

const cases = [...library.scenarios.keys()].map((id) => {
  const content = prepare(contentFor(library, [id]).data);
  return { id, content, preparedCase: [...content.cases.values()][0] as PreparedCase };
});

/**
 * The must points of all cases for whose replies the customer asks on with that point's own ask, and the number of
 * replies.
 */
const askedAll = (
  repliesOf: (point: Point, asked: PreparedQuestion, preparedCase: PreparedCase) => readonly string[],
): { asked: string[]; of: number } => {
  const all = cases.flatMap(({ id, content, preparedCase }) =>
    [...preparedCase.questions.values()].flatMap((asked) =>
      asked.question.points
        .filter(({ must, ask }) => must && ask)
        .flatMap((point) =>
          repliesOf(point, asked, preparedCase).map((reply) => ({
            name: `${id} ${point.id} 「${reply}」`,
            asked: askedAfter(content, preparedCase, asked, reply) === `ask:${point.id}`,
          })),
        ),
    ),
  );
  return { asked: all.filter((one) => one.asked).map(({ name }) => name), of: all.length };
};

const figuresOf = (text: string): Value[] => valuesIn(folded(text));
const isTime = ({ kind }: Value): boolean => kind === 'clock' || kind === 'duration';

/** A reply with the rest of the answer and then the point's time changed, in none of its other words: 五个工作日左右. */
const timeAlone = ({ id, says }: Point, { question }: PreparedQuestion, { points }: PreparedCase): string[] => {
  const changed = folded(allFiguresFlipped(says));
  const [time] = figuresOf(changed).filter(isTime);
  const rest = question.points.filter((other) => other.id !== id && !figuresOf(other.says).some(isTime))[0];
  if (!time || !rest) return [];
  const isElses = [...points.values()].some(({ point }) => figuresOf(point.says).some((one) => isSameValue(one, time)));
  return isElses ? [] : [`${rest.says}，${changed.slice(time.start, time.end)}左右`];
};

describe('[T39] a point that is told', () => {
  it('only by another time of its kind is not asked for next', () => {
    const { asked, of } = askedAll(timeAlone);
    expect(of).toBeGreaterThan(20);
    expect(asked).toEqual([]);
  });

  it('in another accepted wording is not asked for next', () => {
    let count = 0;
    const { asked, of } = askedAll(({ also = [] }) => also.filter(() => sweepsAll || count++ % WORDINGS === 0));
    expect(of).toBeGreaterThan(1000 / WORDINGS);
    expect(asked).toEqual([]);
  });
});

/** The sums of a point that no other point of its question has: 13.5, 428. */
const sumsAlone = ({ id, says }: Point, { points }: PreparedQuestion['question']): Value[] =>
  figuresOf(says).filter(
    (sum) =>
      sum.kind === 'amount' &&
      (sum.quantity >= 100 || !Number.isInteger(sum.quantity)) &&
      !points.some((other) => other.id !== id && figuresOf(other.says).some((figure) => isSameValue(figure, sum))),
  );

/** The replies 两样算下来13.5 on all cases' sums, put before anybody asks or (`asked`) after it, and whether each perhaps tells its point. */
const barelyTold = (asked: boolean): { untold: string[]; of: number } => {
  const all = cases.flatMap(({ id, content, preparedCase }) =>
    [...preparedCase.questions.values()].flatMap((question) =>
      question.question.points
        .filter(({ must }) => must)
        .flatMap((point) =>
          sumsAlone(point, question.question)
            .slice(0, 1)
            .map((sum) => {
              const text = `两样算下来${sum.quantity}`;
              const request = requestOf(preparedCase, question, text);
              const { judgement, touched = [] } = answerRequest(
                content,
                asked ? request : { ...request, customer: '', questions: [] },
              );
              const isTold =
                touched.some((one) => one.id === point.id) ||
                judgement.points.some((one) => one.id === point.id && one.state !== 'not-addressed');
              return { name: `${id} ${point.id} ${text}`, isTold };
            }),
        ),
    ),
  );
  return { untold: all.filter(({ isTold }) => !isTold).map(({ name }) => name), of: all.length };
};

describe('[T106] a sum told without 元', () => {
  it.each([
    ['asked for', true],
    ['not asked for yet', false],
  ])('perhaps tells its point, %s', (_, asked) => {
    const { untold, of } = barelyTold(asked);
    expect(of).toBeGreaterThan(30);
    expect(untold).toEqual([]);
  });

  it('is kept where an author’s words know it as wrong, so that the customer can repeat it', () => {
    const lost = cases.flatMap(({ id, content, preparedCase }) =>
      [...preparedCase.questions.values()].flatMap((asked) =>
        asked.question.points.flatMap((point) =>
          sumsAlone(point, asked.question)
            .slice(0, 1)
            .flatMap((sum) => {
              const text = point.says.replaceAll(String(sum.quantity), String(sum.quantity + 111));
              const verdict = answerRequest(content, requestOf(preparedCase, asked, text)).judgement.points.find(
                (one) => one.id === point.id && one.state === 'wrong',
              );
              return verdict && verdict.figure === undefined ? [`${id} ${text}`] : [];
            }),
        ),
      ),
    );
    expect(lost).toEqual([]);
  });
});

describe('[T39] a point that isn’t told', () => {
  it('is still asked for when the rest of its question is told', () => {
    const { asked, of } = askedAll(({ id, says }, { question }) => {
      const rest = question.points.filter((other) => other.id !== id && other.must);
      // A point with a figure is left out, as the rest may tell it too: 今晚20点 stands in both.
      return rest.length === 0 || figuresOf(says).length > 0 ? [] : [rest.map((other) => other.says).join('，')];
    });
    expect(of).toBeGreaterThan(100);
    expect(asked.length / of).toBeGreaterThan(MIN_ASKED);
  });
});
