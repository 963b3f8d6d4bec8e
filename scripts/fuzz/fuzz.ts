/**
 * `npm run -s fuzz -- --seed N --count M`: payloads at every target of the server, made from the contract's own schemas and
 * mutated, or garbage. Exits with 1 where one was answered wrongly, the server wrote an error, held its loop for long or
 * grew.
 */
import { z } from 'zod';
import { readArguments, stop } from '#scripts/read-arguments.ts';
import { runFuzz } from './run-fuzz.ts';
import { faultsIn } from './verdict.ts';

const USAGE = `usage: npm run -s fuzz -- --seed 1 --count 100000
  --seed N    draws the payloads (default 1)
  --count M   payloads (default 10000)
  --json      one JSON value at the end, nothing else`;
const whole = z.coerce.number().int().min(0).max(10_000_000);
const schema = z.object({ seed: whole.default(1), count: whole.default(10_000), json: z.boolean().default(false) });
const text = { type: 'string' } as const;
const { values } = readArguments(USAGE, { options: { seed: text, count: text, json: { type: 'boolean' } } });
const parsed = schema.safeParse(values);
if (!parsed.success) stop(`${z.prettifyError(parsed.error)}\n${USAGE}`);
const { seed, count, json } = parsed.data ?? stop(USAGE);

let isStopped = false;
process.once('SIGINT', () => {
  isStopped = true;
});
const figures = await runFuzz({
  ...{ seed, count },
  isStopped: () => isStopped,
  told: (done) => void (json || console.log(`${done} payloads`)),
});
const faults = faultsIn(figures);
if (!json) for (const fault of faults) console.log(fault);
console.log(JSON.stringify({ seed, ...figures }));
process.exit(faults.length > 0 ? 1 : 0);
