/** The first events of a drill: who comes when, and that nobody has begun. */
import type { Command, RejectionCode } from '#engine/model/commands.ts';
import { type DecisionContext, emit } from '#engine/state/decision-context.ts';

/** Opens a drill whose clock stands, or says why not. Who comes in a rush is named here; nothing later adds to it. */
export const open = (context: DecisionContext, command: Extract<Command, { kind: 'open' }>): RejectionCode | null => {
  const { rush } = command;
  // An exam's seats must all be given the same.
  if (rush?.dial && command.mode === 'exam') return 'dial-not-allowed';
  emit(context, {
    kind: 'drill-opened',
    at: 0,
    contentHash: command.contentHash,
    seed: command.seed,
    mode: command.mode,
    pace: command.pace,
    customers: command.customers.map(({ scenario, arrivesAt, patienceMs }, i) => ({
      conversation: `c${i + 1}`,
      scenario,
      arrivesAt,
      ...(patienceMs !== undefined && { patienceMs }),
    })),
    forkedFrom: null,
    ...(rush && { rush }),
    ...(command.limitMs !== undefined && { limitMs: command.limitMs }),
    ...(command.project && { project: command.project }),
    ...(command.rolePlay && { rolePlay: true }),
    ...(command.lead && { lead: command.lead }),
    ...(command.transfers && { transfers: true }),
  });
  emit(context, { kind: 'clock-stopped', at: 0, why: 'not-started' });
  return null;
};
