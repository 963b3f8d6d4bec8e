/** The moment a puzzle is taken over: the model trainee's turns before it, played again by the real engine and judge. */
import type { DrillEngine } from '#drills/judging/engine.ts';
import { decideWith, type Judge } from '#drills/judging/judge.ts';
import { checkProvenance } from '#drills/runner/provenance.ts';
import { arrivals, DEFAULT_PACE } from '#engine/customer/arrivals.ts';
import { forkLog } from '#engine/fork.ts';
import type { Command } from '#engine/model/commands.ts';
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { Puzzle, PuzzleDeed } from './puzzle.ts';

export type PuzzleEngine = Pick<DrillEngine, 'decide' | 'fold' | 'nextDue'>;
export type Deciders = { engine: PuzzleEngine; judge: Pick<Judge, 'judge'> };

/** The only customer of a puzzle. */
export const CONVERSATION = 'c1';
const SEED = 1;

/** A drill that is played in one go: no timer, no storage. */
export type Play = { drill: Drill; events: DrillEvent[] };

/** Carries a command out. Returns its refusal, or null. */
export const perform = async (deciders: Deciders, content: Content, play: Play, command: Command) => {
  const decided = await decideWith(deciders, content, play.drill, command);
  if (!decided.ok) return decided.error;
  play.drill = decided.drill;
  play.events.push(...decided.value);
  return null;
};

/** Lets everything happen that is due before `until`. */
export const letPass = async (deciders: Deciders, content: Content, play: Play, until: number): Promise<void> => {
  for (;;) {
    const due = play.drill.ended ? null : deciders.engine.nextDue(content, play.drill);
    if (due === null || due >= until) return;
    await perform(deciders, content, play, { kind: 'tick', at: due });
  }
};

/** The command of one deed, its words known as a quick reply where they are one. */
export const commandOf = (content: Content, scenario: string, deed: PuzzleDeed, id: string): Command => {
  const own = { at: deed.at, id, conversation: CONVERSATION };
  if ('do' in deed) return { kind: 'act', ...own, action: deed.do, with: deed.with };
  const { shop, quickReplies } = preparedCaseIn(content, scenario);
  const made = checkProvenance(shop, quickReplies, deed.say, { how: 'typed', quickReply: null });
  return { kind: 'send', ...own, text: deed.say, made, anatomy: null };
};

/** The log a puzzle begins with, its clock not started; null: the content isn't the one it was found in. */
export const takeOver = async (
  deciders: Deciders,
  content: Content,
  contentHash: string,
  puzzle: Puzzle,
): Promise<DrillEvent[] | null> => {
  const play: Play = { drill: emptyDrill, events: [] };
  const opening = { contentHash, seed: SEED, mode: 'lesson', pace: DEFAULT_PACE } as const;
  await perform(deciders, content, play, { kind: 'open', at: 0, ...opening, customers: arrivals([puzzle.case]) });
  await perform(deciders, content, play, { kind: 'start', at: 0 });
  for (const [index, deed] of puzzle.before.entries()) {
    await letPass(deciders, content, play, deed.at);
    const command = commandOf(content, puzzle.case, deed, `${CONVERSATION}-p${index + 1}`);
    if ((await perform(deciders, content, play, command)) !== null) return null;
  }
  await letPass(deciders, content, play, puzzle.since + 1);
  const place = { conversation: CONVERSATION, turn: puzzle.turn, since: puzzle.since };
  return forkLog(play.events, { drill: puzzle.id, ...place })?.events ?? null;
};
