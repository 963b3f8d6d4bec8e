/** What the judge hears in a turn's words: the points listened for, and apart from them those behind a short pause (RULES M57). */
import type { JudgeRequest } from '#engine/model/judge-request.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import { judge, judgedPoints } from '#language/judge.ts';
import type { JudgeInput, Judgement } from '#language/judgement.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

/**
 * A turn of more characters than this is a heap of text and no answer (RULES T3): it is stacking and covers no point.
 * The longest turn of the model trainees has 71. Tone, acts and red lines are heard in the rest too.
 */
export const LONGEST_TURN = 2000;

/**
 * Everything that decides what a turn's words tell. Conversation, number of the turn and earlier messages don't, and
 * are left out.
 */
export type TurnWords = Pick<JudgeRequest, 'scenario' | 'customer' | 'points' | 'questions' | 'awaits' | 'deeds'> & {
  text: string;
  checked: JudgeRequest['checked'];
  level: JudgeRequest['level'];
  beyond?: JudgeRequest['beyond'];
};

const inputOf = (content: Content, preparedCase: PreparedCase, words: TurnWords): JudgeInput => {
  const { text, customer, points, questions, awaits, checked, deeds, level } = words;
  const isTooLong = text.length > LONGEST_TURN;
  return {
    reply: text,
    customer,
    points: isTooLong ? [] : points.flatMap((id) => preparedCase.points.get(id)?.compiled ?? []),
    questions: questions.map((id) => ({
      id,
      text: preparedCase.questions.get(id)?.question.text ?? '',
      pointIds: preparedCase.questions.get(id)?.pointIds ?? [],
    })),
    awaits,
    checked,
    goodsNames: preparedCase.truth.goodsNames,
    facts: preparedCase.requestDetectors,
    told: preparedCase.scenario.customer.said,
    deeds: {
      named: deeds.named.map((id) => ({ id, words: content.actions.get(id)?.named ?? [] })),
      open: deeds.open,
    },
    ...(level === undefined || isTooLong ? {} : { authority: { ...preparedCase.truth.authority, level } }),
    cards: isTooLong ? null : preparedCase.truth.cards,
  };
};

export const judgeWords = (
  content: Content,
  preparedCase: PreparedCase,
  words: TurnWords,
  reply: ReadReply,
): Judgement => {
  const judgement = judge(inputOf(content, preparedCase, words), reply);
  return words.text.length > LONGEST_TURN ? { ...judgement, stacking: true } : judgement;
};

/**
 * What the turn tells of points behind a short pause, heard beside all others. Only what is told right: nothing is wrong
 * so far ahead, and the verdicts on the other points are those of a turn that isn't heard for these.
 */
export const toldBeyond = (
  content: Content,
  preparedCase: PreparedCase,
  words: TurnWords,
  reply: ReadReply,
): readonly PointVerdict[] => {
  const { beyond = [], points } = words;
  if (beyond.length === 0) return [];
  const heard = judgedPoints(inputOf(content, preparedCase, { ...words, points: [...points, ...beyond] }), reply);
  return heard.filter(({ id, state }) => state === 'covered' && beyond.includes(id));
};
