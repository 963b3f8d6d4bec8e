import type { DrillEngine } from '#drills/judging/engine.ts';
import { foldLog } from '#drills/reports/drill-log.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { LogRow, Storage } from '#storage/storage.ts';
import type { Audited } from './orders.ts';

/**
 * Reads a drill's log from its storage, past everything the server has in memory, and looks for the commands in it. The
 * drill goes on meanwhile, so its row may say a little more than what was read.
 */
export const auditOf = async (
  storage: Storage,
  engine: Pick<DrillEngine, 'fold'>,
  id: string,
  commands: readonly string[],
): Promise<Audited> => {
  const least = await storage.lengthOf(id);
  const rows = await storage.read(id, 0);
  const most = await storage.lengthOf(id);
  const length = rows.reduce((sum, { events }) => sum + events.length, 0);
  const times = countsOf(rows.flatMap(({ events }) => events));
  return {
    id,
    length,
    broken:
      whereBroken(rows, engine) ?? (length < least || length > most ? `${length} events, its row says ${most}` : null),
    commands: await Promise.all(
      commands.map(async (command) => ({
        id: command,
        times: times.get(command) ?? 0,
        ack: await storage.ackOf(id, command),
      })),
    ),
  };
};

/** How often the words or the operation of each command stand in the log. */
const countsOf = (events: readonly DrillEvent[]): Map<string, number> => {
  const times = new Map<string, number>();
  for (const event of events)
    if (event.kind === 'trainee-said' || event.kind === 'action-done')
      times.set(event.id, (times.get(event.id) ?? 0) + 1);
  return times;
};

const whereBroken = (rows: readonly LogRow[], engine: Pick<DrillEngine, 'fold'>): string | null => {
  if (rows.length === 0) return 'empty';
  let next = 1;
  for (const { seq, events } of rows) {
    if (seq !== next) return `a row begins at ${seq} and not at ${next}`;
    if (events.length === 0) return `the row at ${seq} is empty`;
    next += events.length;
  }
  try {
    const { drill } = foldLog(rows, engine, () => {});
    return drill.seq === next - 1 ? null : `folds to ${drill.seq} of ${next - 1} events`;
  } catch (error) {
    return `can't be folded: ${error instanceof Error ? error.message : String(error)}`;
  }
};
