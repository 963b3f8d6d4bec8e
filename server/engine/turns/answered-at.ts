/** When a question's answer was there: with the message that told its last point, not with the turn's last words (RULES M151). */
import type { DrillMs } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';

/**
 * Drill time at which a turn had answered a question: that of the last message that tells a point of it, where the turn answers
 * it whole. Else the time of the turn's last words. `sentAt`: when a message was sent.
 */
export const answeredAt = (
  { points, questions, lastAt }: TurnJudgement,
  question: string,
  sentAt: (message: string) => DrillMs | undefined,
): DrillMs => {
  if (!questions.some((judged) => judged.question === question && judged.answer === 'answered')) return lastAt;
  const times = points.flatMap((note) =>
    note.question === question && note.state === 'covered' ? [sentAt(note.quote.message) ?? lastAt] : [],
  );
  return times.length === 0 ? lastAt : Math.max(...times);
};

/** Assent by itself, and praise of what the customer did (挂得对): it says nothing without the words that it answers. */
const BARE_ASSENT =
  /^(?:嗯+|哦|噢|呃|亲|您|你|那|就)*(?:对|是|好|行|成|能|嗯|可以|没错|没问题|当然|必须|一样|正是|确实|明白|收到|ok|\p{Script=Han}{1,2}得(?:很|太|真)?(?:对|好|是|及时))(?:的|了|啦|呀|啊|哦|哈|呢|嘞|滴|对|是|好|行|成|能|嗯|您|亲|[\s,，。.!！~～、])*$/iu;

/** Whether words assent to something and say nothing themselves. */
export const isBareAssent = (words: string): boolean => BARE_ASSENT.test(words.trim());

/** A message of the trainee's, as far as it was sent. */
type SentMessage = (message: string) => { at: DrillMs; text: string } | undefined;

/**
 * Drill time of earlier words that perhaps told what a later turn counts for (RULES M177): 您啥都不用忙活, where the customer then makes
 * sure of it and the trainee says 对, or where only doubt remains and the question is taken for answered. `judgements`: of the turns
 * since the question, the one by which it was taken last. Null where the last point of `musts` was told surely, or none was.
 */
export const perhapsToldAt = (
  judgements: readonly TurnJudgement[],
  musts: readonly string[],
  sent: SentMessage,
): DrillMs | null => {
  const lastWrong = judgements.findLastIndex(({ points }) =>
    points.some(({ point, state }) => state === 'wrong' && musts.includes(point)),
  );
  const notes = judgements
    .slice(lastWrong + 1)
    .flatMap(({ points, lastAt }) => points.map((note) => ({ note, at: sent(note.quote.message)?.at ?? lastAt })));
  const told = musts.map((must) => {
    // A note of no confidence was heard by nobody: a report adds it so that a person can rule on the words.
    const perhaps = notes.find(
      ({ note }) => note.point === must && note.state === 'not-recognised' && note.confidence !== 0,
    );
    const surely = notes.find(({ note }) => note.point === must && note.state === 'covered');
    if (perhaps === undefined || surely === undefined) return perhaps ?? surely;
    const { message, start, end } = surely.note.quote;
    const isAssent = isBareAssent(sent(message)?.text.slice(start, end) ?? '');
    return isAssent && perhaps.at < surely.at ? perhaps : surely;
  });
  if (told.length === 0 || told.includes(undefined)) return null;
  const [latest] = told.toSorted((one, other) => (other?.at ?? 0) - (one?.at ?? 0));
  return latest?.note.state === 'not-recognised' ? latest.at : null;
};
