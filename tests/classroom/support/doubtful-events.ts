import type { DrillEvent } from '#engine/model/events.ts';
import { eventsOf } from './golden-class.ts';

/** What the trainee said to the question of postage; the judge wasn't sure of it. */
export const WORDS = '我是林可欣，邮路上的钱不用您操心，都算店里头的';

/** The model trainee's drill, but that one answer of theirs (point `free`, turn 3) wasn't recognised. */
export const doubtfulEvents = (words = WORDS): DrillEvent[] => {
  let message = '';
  return eventsOf('model')
    .map((event): DrillEvent => {
      if (event.kind === 'turn-judged' && event.judgement.turn === 3) {
        const { judgement } = event;
        message = judgement.messages[0] ?? '';
        return {
          ...event,
          judgement: {
            ...judgement,
            text: words,
            points: judgement.points.map((note) => ({
              ...note,
              state: 'not-recognised',
              quote: { message, start: 0, end: words.length },
            })),
            questions: judgement.questions.map((q) => ({ ...q, answer: 'not-recognised' })),
          },
        };
      }
      if (event.kind === 'question-changed' && event.turn === 3) return { ...event, to: 'provisional' };
      return event;
    })
    .map((event) => (event.kind === 'trainee-said' && event.id === message ? { ...event, text: words } : event));
};
