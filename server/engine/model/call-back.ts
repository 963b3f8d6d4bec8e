/** A promise in words to be back by a later hour or day: 22:00前给您回话 (RULES J173). */
import type { DrillMs, EventOf } from './events.ts';
import type { TurnJudgement } from './turn-judgement.ts';

/** Words that come so long after the promise are a visit of their own; earlier ones are still the same talk. */
const VISIT_MS = 60_000;

type SaidBack = Pick<TurnJudgement, 'callsBack' | 'takesLeave' | 'acts' | 'text' | 'firstAt' | 'lastAt'>;

/** Operations whose note the next shift reads, and figures or days by which such a note says by when. */
export const NOTES: readonly string[] = ['remark', 'ticket', 'carrier-ticket'];
const TIME = /\d{1,2}\s*[:：点号]|[一二两三四五六七八九十]点|[明后]天|明早|今晚|\d+\s*(?:小时|分钟)/;

/** Whether an operation tells the next shift by when somebody is to be called: nobody is asked for that again (RULES J195). */
export const notesCall = ({ action, with: { note } }: Pick<EventOf<'action-done'>, 'action' | 'with'>): boolean =>
  NOTES.includes(action) && TIME.test(String(note ?? ''));

/** The promise that is still the next shift's to be told; null: none, or such a note of it was written by then. */
export const unlessNoted = (promisedAt: DrillMs | null, notedAt: DrillMs | null): DrillMs | null =>
  promisedAt !== null && notedAt !== null && notedAt >= promisedAt - VISIT_MS ? null : promisedAt;

/**
 * When it was promised last, drill time; null: never, or the trainee has been back since. `isOver`: the customer's story was
 * over before this turn. Until then answers to other questions keep no promise, and a goodbye never does.
 */
export const callBackAfter = (promisedAt: DrillMs | null, turn: SaidBack, isOver: boolean): DrillMs | null => {
  if (turn.callsBack) return turn.lastAt;
  if (promisedAt === null) return null;
  const isLeave = turn.takesLeave === true || turn.acts.includes('goodbye');
  const isBack = isOver && turn.text !== '' && !isLeave && turn.firstAt - promisedAt >= VISIT_MS;
  return isBack ? null : promisedAt;
};
