/**
 * The cost of one step of the engine without the judgement: `decide` and the fold of its events, averaged over every
 * command of the shipped cases' model drills that closes no turn (openings, lines, words, deeds, windows, nudges). Both
 * functions are pure, so each command is measured again and again on the drill it met. A command that closes a turn
 * also judges it; the language bench measures that, so it is left out here.
 */
import { decide } from '#engine/decide.ts';
import { fold } from '#engine/state/evolve.ts';
import { median, microseconds, rounded, type Size } from './figures.ts';
import { playedSteps } from './played.ts';

export type EngineFigures = { stepUs: number };

export const benchEngine = (size: Size): EngineFigures => {
  const steps = playedSteps(size).filter(({ events }) => !events.some((event) => event.kind === 'turn-judged'));
  const all = (): number =>
    microseconds(steps, size.passes * 5, ({ content, drill, command }) => {
      const decided = decide(content, drill, command);
      if (decided.ok) fold(drill, decided.value);
    });
  all();
  return { stepUs: rounded(median(Array.from({ length: size.rounds }, all))) };
};
