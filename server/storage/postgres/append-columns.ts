/** A batch of appends as PostgreSQL's arrays, one for each column: a statement has the same length whatever the batch. */
import type { Append } from '#storage/storage.ts';

/** The rows of the log, one for each item. */
export const logColumns = (batch: readonly Append[]) => ({
  drill: batch.map(({ drill }) => drill),
  seq: batch.map(({ expectedSeq }) => expectedSeq + 1),
  n: batch.map(({ events }) => events.length),
  at: batch.map(({ at }) => at),
  command: batch.map(({ commandId }) => commandId),
  ack: batch.map(({ ack }) => ack),
  body: batch.map(({ events }) => JSON.stringify(events)),
});

/** The drills' new state, one row for each drill: one with several items in the batch is left as its last one says. */
export const stageColumns = (batch: readonly Append[]) => {
  const last = [...new Map(batch.map((item) => [item.drill, item])).values()];
  return {
    drill: last.map(({ drill }) => drill),
    seq: last.map(({ expectedSeq, events }) => expectedSeq + events.length),
    state: last.map(({ state }) => state),
    running: last.map(({ running }) => (running ? 1 : 0)),
    dueAt: last.map(({ dueAt }) => dueAt),
    at: last.map(({ at }) => at),
    endedAt: last.map(({ endedAt }) => endedAt),
  };
};
