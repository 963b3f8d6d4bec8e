import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { builtProgram } from '#scripts/built-server/built-server.mjs';
import type { Size } from './figures.ts';

const TOP = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = 'scripts/bench/replay-program.ts';

const figuresSchema = z.strictObject({
  events: z.number(),
  /** Events a second that are read and folded, in ratio to those only read. */
  toBareRead: z.number(),
  eventsPerS: z.number(),
  /** Milliseconds for one drill of a thousand events. */
  openMs: z.number(),
});
export type ReplayFigures = z.infer<typeof figuresSchema>;

/**
 * Runs the program built as the product is. From its sources every function made on the way gets its name by
 * `defineProperty`: folding then takes twice as long as it does in a school.
 */
export const benchReplay = async (size: Size): Promise<ReplayFigures> => {
  const built = await builtProgram(TOP, PROGRAM);
  const child = fork(built ?? join(TOP, PROGRAM), [JSON.stringify(size)], {
    execArgv: built === null ? ['--import', 'tsx'] : [],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the replay ended without figures');
  });
  // Once its figures are here, its end is no failure.
  ended.catch(() => {});
  const [message] = await Promise.race([once(child, 'message'), ended]);
  child.disconnect();
  return figuresSchema.parse(message);
};
