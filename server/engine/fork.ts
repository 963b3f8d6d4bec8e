/** The log a redo begins with (RULES N7). */
import type { DrillEvent, EventOf } from './events.ts';

/** A drill may be started over from one of its turns. Null where it has no such conversation or turn. */
export const forkLog = (
  log: readonly DrillEvent[],
  { drill, conversation, turn }: { drill: string; conversation: string; turn: number },
): { events: DrillEvent[]; scenario: string } | null => {
  const first = startOf(log, conversation, turn);
  const [opened] = log;
  const message = log[first];
  if (message === undefined || opened?.kind !== 'drill-opened') return null;
  const scenario = scenarioOf(log, opened, conversation);
  if (scenario === null) return null;
  const { at } = message;
  const kept = log.slice(1, first).filter((e) => !('conversation' in e) || e.conversation === conversation);
  return {
    scenario,
    events: [
      {
        ...opened,
        customers: opened.customers.filter((c) => c.conversation === conversation),
        forkedFrom: drill,
        redo: { conversation, turn, fromAt: at },
      },
      ...kept,
      { kind: 'clock-stopped', at, why: 'not-started' },
    ],
  };
};

/** Where the turn's first message or action stands in the log; -1 when there is none. */
const startOf = (log: readonly DrillEvent[], conversation: string, turn: number): number => {
  let closed = 0;
  return log.findIndex((e) => {
    if (!('conversation' in e) || e.conversation !== conversation) return false;
    if (e.kind === 'turn-closed') closed = e.turn;
    return closed === turn - 1 && (e.kind === 'trainee-said' || e.kind === 'action-done');
  });
};

const scenarioOf = (
  log: readonly DrillEvent[],
  opened: EventOf<'drill-opened'>,
  conversation: string,
): string | null => {
  const planned = opened.customers.find((c) => c.conversation === conversation);
  if (planned) return planned.scenario;
  const added = log.find((e) => e.kind === 'customer-added' && e.conversation === conversation);
  return added?.kind === 'customer-added' ? added.scenario : null;
};
