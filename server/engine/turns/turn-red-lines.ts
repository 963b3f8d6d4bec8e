/** The red lines of a turn: those the language core found, weighed with the facts and the place. */
import type { OpenTurn } from '#engine/model/drill.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { PointNote, Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import { quoteAt, type TurnText } from '#engine/state/turn-text.ts';

type RedLineNote = TurnJudgement['redLines'][number];

/** Whether a point was judged wrong by these words: 只剩最后3件 where the case has two hundred is no guess any more. */
const isBelied = (said: Quote, notes: readonly PointNote[]): boolean =>
  notes.some(
    ({ state, quote }) =>
      state === 'wrong' && quote.message === said.message && quote.start < said.end && quote.end > said.start,
  );

/**
 * Whether words were said where others read along. An address told its owner in private may be in doubt; told in public
 * it is out. A guess stays a guess.
 */
const isPublic = (said: Quote, turn: OpenTurn): boolean =>
  turn.messages.some(
    (message) => message.kind === 'said' && message.id === said.message && message.place !== undefined,
  );

/** All red lines of a turn, a code once: a secret told out replaces a mere doubt about privacy, never what is sure. */
export const turnRedLines = (
  turn: OpenTurn,
  words: TurnText,
  { judgement, secret, theirOwn }: JudgeAnswer,
  notes: readonly PointNote[],
): RedLineNote[] => {
  const told = judgement.redLines.flatMap(({ code, confidence, start, end, rule, shown }, index): RedLineNote[] => {
    const quote = quoteAt(words, start, end);
    const isSure = (code === 'false-claim' && isBelied(quote, notes)) || (shown === true && isPublic(quote, turn));
    // 请问是6栋2单元吗, asked in private of the owner: no red line, and nothing to doubt.
    if (!isSure && confidence !== 'high' && theirOwn.includes(index)) return [];
    return [{ code, confidence: isSure ? 'high' : confidence, quote, rule }];
  });
  if (told.some(({ code, confidence }) => code === 'privacy' && confidence === 'high') || !secret) return told;
  const quote = quoteAt(words, secret.start, secret.end);
  return [
    ...told.filter(({ code }) => code !== 'privacy'),
    { code: 'privacy', confidence: 'high', quote, rule: '说出订单里保密的内容' },
  ];
};
