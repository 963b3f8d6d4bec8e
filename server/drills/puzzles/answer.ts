/** What one answer to a puzzle comes to: the turn is played and judged, and read as a retry's is (RULES N7). */
import type { Attempt } from '#contract/retries.ts';
import type { RejectionCode } from '#engine/model/commands.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { attemptAt, graveFaults } from '#scoring/practice-advice/attempt.ts';
import type { Puzzle } from './puzzle.ts';
import { CONVERSATION, commandOf, type Deciders, letPass, type Play, perform } from './take-over.ts';

export type PuzzleAnswer = {
  text: string;
  acts: readonly { action: string; with: Readonly<Record<string, string | number>> }[];
  /** From the customer's last words to the answer. */
  seconds: number;
};
/** 1: solved; half where the judge is in doubt; 0: not. */
export type Credit = 0 | 0.5 | 1;
export type PuzzleResult = {
  credit: Credit;
  isLate: boolean;
  attempt: Attempt;
  faults: readonly FindingDraft[];
  events: DrillEvent[];
};
/** `detail`: what the refusal's sentence names. */
export type Answered =
  | { ok: true; value: PuzzleResult }
  | { ok: false; refused: RejectionCode | 'unknown-puzzle'; detail?: string };

/** `fork`: the log of `takeOver`. */
export const answerPuzzle = async (
  deciders: Deciders,
  content: Content,
  puzzle: Puzzle,
  fork: readonly DrillEvent[],
  answer: PuzzleAnswer,
): Promise<Answered> => {
  const play: Play = { drill: deciders.engine.fold(emptyDrill, fork), events: [...fork] };
  const at = puzzle.since + Math.max(1, Math.round(answer.seconds * 1000));
  await perform(deciders, content, play, { kind: 'start', at: puzzle.since });
  await letPass(deciders, content, play, at);
  const isLate = play.drill.ended !== null;
  const deeds = [
    ...answer.acts.map((act) => ({ at, do: act.action, with: act.with })),
    ...(answer.text.trim() === '' ? [] : [{ at, say: answer.text }]),
  ];
  for (const [index, deed] of (isLate ? [] : deeds).entries()) {
    const command = commandOf(content, puzzle.case, deed, `${CONVERSATION}-a${index + 1}`);
    const refused = await perform(deciders, content, play, command);
    if (refused !== null)
      return { ok: false, refused: refused.code, ...(refused.detail && { detail: refused.detail }) };
  }
  await letPass(deciders, content, play, Number.POSITIVE_INFINITY);
  const isSilent = !play.events.some((event, index) => event.kind === 'trainee-said' && index >= fork.length);
  if (isSilent && !isLate && answer.acts.length === 0) return { ok: false, refused: 'empty-message' };
  // A silence has no turn: what was asked is read from where it began.
  const place = { conversation: CONVERSATION, turn: puzzle.turn, since: isSilent ? puzzle.since : null };
  const questions = isSilent ? waitingIn(fork) : [];
  const judged = attemptAt(content.data, play.events, place, { questions });
  if (judged === null) return { ok: false, refused: 'unknown-puzzle' };
  const { attempt, faults } = judged;
  const grave = graveFaults(content.data.rubric, faults);
  const doubted = graveFaults(
    content.data.rubric,
    faults.map((fault) => ({ ...fault, unsure: !fault.unsure })),
  );
  return {
    ok: true,
    value: { credit: creditOf(attempt, grave, doubted), isLate, attempt, faults, events: play.events },
  };
};

/** Questions that nobody has answered yet, in the order they were asked. */
const waitingIn = (fork: readonly DrillEvent[]): string[] => {
  const states = new Map<string, string>();
  for (const event of fork) {
    if (event.kind === 'question-opened') states.set(event.question, 'open');
    else if (event.kind === 'question-changed') states.set(event.question, event.to);
  }
  return [...states].flatMap(([question, state]) => (SETTLED.includes(state) ? [] : [question]));
};
const SETTLED = ['answered', 'provisional', 'wrong', 'unanswered', 'void'];

/**
 * Solved: something was said in time, every must point is covered, none is told wrong and no grave fault is beyond
 * doubt (red lines are grave). Half: all that is missing is in doubt.
 */
const creditOf = (attempt: Attempt, grave: number, doubted: number): Credit => {
  const points = attempt.questions.flatMap(({ points }) => points);
  const isMissed = points.some(({ must, state }) => state === 'wrong' || (must && state === 'missed'));
  if (attempt.said.length === 0 || isMissed || grave > 0) return 0;
  const isDoubtful = doubted > 0 || points.some(({ must, state }) => must && state === 'unsure');
  return isDoubtful ? 0.5 : 1;
};
