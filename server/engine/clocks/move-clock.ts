/** What starts a drill's clock and what stops it (RULES C4). */
import type { Command, Rejection } from '#engine/model/commands.ts';
import type { DrillMs, StopWhy } from '#engine/model/events.ts';
import { type DecisionContext, emit } from '#engine/state/decision-context.ts';

/** For each reason to stop the reasons it may replace: the clock stands on, what keeps it changes (RULES C4). */
const RESTOPS: Readonly<Record<StopWhy, readonly StopWhy[]>> = {
  freeze: ['connection', 'server', 'pause'],
  connection: ['freeze'],
  server: ['connection'],
  pause: [],
  'not-started': [],
};

/** Starts, stops or resumes a drill's clock, or says why not. Nothing is done where it is so already. */
export const moveClock = (context: DecisionContext, at: DrillMs, command: Command): Rejection | null => {
  const now = context.drill.clock;
  if (command.kind === 'start') {
    if (context.drill.opened?.rolePlay?.isReady === false) return { code: 'player-missing' };
    if (now.running || now.why !== 'not-started') return null;
    emit(context, { kind: 'clock-started', at, why: 'not-started', stoppedMs: 0 });
  } else if (command.kind === 'stop') {
    if (command.why === 'pause' && context.drill.opened?.mode !== 'practice') return { code: 'pause-not-allowed' };
    if (now.running || RESTOPS[command.why].includes(now.why))
      emit(context, { kind: 'clock-stopped', at, why: command.why });
  } else if (command.kind === 'resume') {
    if (!now.running && now.why === 'not-started') return { code: 'drill-not-started' };
    if (!now.running) emit(context, { kind: 'clock-started', at, why: now.why, stoppedMs: command.stoppedMs });
  }
  return null;
};
