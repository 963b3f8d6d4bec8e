/** What one judgement costs, as the engine asks for it: the turn's words, the customer's burst, the open points. */
import type { DrillEvent } from '#engine/model/events.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import { openQuestions } from '#engine/turns/open-questions.ts';
import { judge } from '#language/judge.ts';
import type { JudgeInput } from '#language/judgement.ts';
import { median, microseconds, rounded, type Size } from './figures.ts';
import { playedSteps, type Step } from './played.ts';

export type LanguageFigures = { judgeUs: number; judgeToStringify: number };

type Turn = { input: JudgeInput; events: DrillEvent[] };

/** A judged turn, and the three events that store it: the words, the judgement, the turn's close. */
const turnsOf = ({ content, drill, events }: Step): Turn[] =>
  events.flatMap((judged): Turn[] => {
    if (judged.kind !== 'turn-judged' || judged.judgement.text === '') return [];
    const conversation = drill.conversations[judged.conversation];
    if (!conversation) return [];
    const preparedCase = preparedCaseIn(content, conversation.scenario);
    const heard = openQuestions(conversation, preparedCase);
    const said = conversation.said.at(-1);
    const input: JudgeInput = {
      reply: judged.judgement.text,
      customer: judged.judgement.customer,
      points: heard.points.map((point) => point.compiled),
      questions: heard.openIds.map((id) => ({
        id,
        text: preparedCase.questions.get(id)?.question.text ?? '',
        pointIds: preparedCase.questions.get(id)?.pointIds ?? [],
      })),
    };
    const message = {
      kind: 'trainee-said',
      at: judged.at,
      conversation: conversation.key,
      id: said?.id ?? '',
      text: said?.text ?? '',
      made: { how: 'typed', quickReply: null, edited: 0, similarity: 0 },
      anatomy: null,
    } as const;
    const closed = events.filter((event) => event.kind === 'turn-closed').slice(0, 1);
    return [{ input, events: [message, judged, ...closed] }];
  });

export const benchLanguage = (size: Size): LanguageFigures => {
  const turns = playedSteps(size).flatMap(turnsOf);
  const judgeAll = (): number => microseconds(turns, size.passes, ({ input }) => judge(input));
  const stringifyAll = (): number => microseconds(turns, size.passes, ({ events }) => JSON.stringify(events));
  // Once without a measurement, so that both functions are compiled.
  judgeAll();
  stringifyAll();
  const rounds = Array.from({ length: size.rounds }, () => ({ judge: judgeAll(), stringify: stringifyAll() }));
  return {
    judgeUs: rounded(median(rounds.map((round) => round.judge))),
    judgeToStringify: rounded(median(rounds.map((round) => round.judge / round.stringify))),
  };
};
