/** What must hold after every fault, looked at from outside. */
import { z } from 'zod';
import type { TestServer } from './room.ts';
import { until } from './waiting.ts';

/** Real milliseconds from the fault's end until every trainee's reply was acknowledged again. What is wrong is told to the room's watch. */
export const checkRoom = async (room: TestServer): Promise<number> => {
  const { watch, trainees } = room;
  const from = performance.now();
  watch.ending();
  const crash = room.crash();
  if (crash !== null) {
    watch.found('server', `ended by itself: ${crash}`);
    await room.restart();
  }
  await Promise.all(room.serving().map((node) => until('/healthz is well', () => isWell(node.port()))));
  const wellMs = performance.now() - from;
  const acked = await Promise.all(trainees.map((trainee) => trainee.goesOn()));
  await Promise.all(trainees.map((trainee) => trainee.comparesWithNewPage()));
  await checkLogs(room, 2);
  return wellMs + Math.max(...acked);
};

/** True where it is; null where it isn't yet. */
const isWell = async (port: number | null): Promise<true | null> => {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(5000) }).catch(
    () => null,
  );
  if (response === null || !response.ok) return null;
  const told = healthSchema.parse(await response.json());
  return told.redis === false ? null : true;
};
const healthSchema = z.object({ redis: z.boolean().optional() });

/**
 * Every acknowledged command is in its log once, no refused one is, and every log is whole. `latest`: how many drills of
 * each trainee are looked at, the newest ones.
 */
export const checkLogs = async (
  { trainees, watch, order }: TestServer,
  latest = Number.POSITIVE_INFINITY,
): Promise<void> => {
  for (const { name, outbox, drills } of trainees) {
    const asked = drills()
      .slice(-latest)
      .map((id) => ({ id, sent: outbox.all().filter(({ drill }) => drill === id) }));
    const answer = await order({
      kind: 'audit',
      drills: asked.map(({ id, sent }) => ({ id, commands: sent.map((one) => one.id) })),
    });
    if (answer.kind !== 'audited') throw new Error(`audit: ${answer.kind}`);
    for (const [index, audited] of answer.drills.entries()) {
      if (audited.broken !== null) watch.found(name, `the log of ${audited.id}: ${audited.broken}`);
      for (const [at, { id, times, ack }] of audited.commands.entries()) {
        const sent = asked[index]?.sent[at];
        if (sent === undefined) continue;
        const isSaid = sent.command === 'message:send';
        if (sent.state === 'acked' && (isSaid ? times !== 1 : ack === null))
          watch.found(name, `${id} was acknowledged and is ${times} times in the log of ${sent.drill}`);
        if (sent.state === 'refused' && (times !== 0 || ack !== null))
          watch.found(
            name,
            `${id} was refused with ${sent.code} and is in the log of ${sent.drill} (${sent.answers.join(', ')})`,
          );
        if (times > 1) watch.found(name, `${id} is ${times} times in the log of ${sent.drill}`);
      }
    }
  }
};
