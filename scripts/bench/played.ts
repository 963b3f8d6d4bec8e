/** The shipped cases as their model trainees play them: what the benches of language and engine measure on. */
import { fileURLToPath } from 'node:url';
import { playDrill } from '#authoring/play-drill.ts';
import { nextDue } from '#engine/clocks/next-due.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import type { Command } from '#engine/model/commands.ts';
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { fold } from '#engine/state/evolve.ts';
import { contentFor, loadLibrary } from '#library/load.ts';
import type { Size } from './figures.ts';

/** A command with the drill it met, and the events it made. */
export type Step = { content: Content; drill: Drill; command: Command; events: readonly DrillEvent[] };

const commandOf = (event: DrillEvent): Command | null => {
  if (event.kind === 'trainee-said') {
    const { at, id, conversation, text, made, anatomy } = event;
    return { kind: 'send', at, id, conversation, text, made, anatomy };
  }
  if (event.kind !== 'action-done') return null;
  return {
    kind: 'act',
    at: event.at,
    id: event.id,
    conversation: event.conversation,
    action: event.action,
    with: event.with,
  };
};

/** The commands that led to a log, each with the drill before it: opening, ticks at their due time, words and deeds. */
const stepsOf = (content: Content, log: readonly DrillEvent[]): Step[] => {
  const steps: Step[] = [];
  let drill = emptyDrill;
  const run = (command: Command): void => {
    const decided = decideJudged(content, drill, command);
    if (!decided.ok) throw new Error(`a played log can't be played again: ${decided.error.code}`);
    steps.push({ content, drill, command, events: decided.value });
    drill = fold(drill, decided.value);
  };
  const opened = log.find((event): event is EventOf<'drill-opened'> => event.kind === 'drill-opened');
  if (!opened) throw new Error('a log begins with drill-opened');
  const { contentHash, seed, mode, pace, customers } = opened;
  run({ kind: 'open', at: 0, contentHash, seed, mode, pace, customers });
  run({ kind: 'start', at: 0 });
  const commands = log.flatMap((event) => commandOf(event) ?? []);
  for (;;) {
    const due = nextDue(content, drill);
    const [first] = commands;
    if (first && (due === null || first.at < due)) {
      run(first);
      commands.shift();
    } else if (due !== null && !drill.ended) run({ kind: 'tick', at: due });
    else return steps;
  }
};

/** The first `cases` that have a model trainee, played once. */
export const playedSteps = ({ cases }: Pick<Size, 'cases'>): Step[] => {
  const { library } = loadLibrary(fileURLToPath(new URL('../../scenarios', import.meta.url)));
  return [...library.testplans].slice(0, cases).flatMap(([id, plan]) => {
    const replies = plan.model?.replies;
    if (!replies) return [];
    const { data, hash } = contentFor(library, [id]);
    const content = prepare(data);
    const log = playDrill(content, { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });
    return stepsOf(content, log);
  });
};
