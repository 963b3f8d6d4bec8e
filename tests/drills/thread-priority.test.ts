/** Which threads of a server go first where processors are few: those that a reply's acknowledgement waits for. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { startThread } from '#drills/judging/worker-judge.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const THREADS = '/proc/self/task';
const LOWEST = 19;
/** Field 19 of the thread's `stat`, whose second field is a name in brackets that may hold blanks. */
const nicenessOf = (thread: string): number =>
  Number(readFileSync(`${THREADS}/${thread}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[16]);

/** Niceness of the threads that came while this was started. */
const nicenessWith = async (start: () => Promise<unknown>): Promise<number[]> => {
  const before = new Set(readdirSync(THREADS));
  await start();
  return readdirSync(THREADS)
    .filter((thread) => !before.has(thread))
    .map(nicenessOf);
};

test('[N31] the judge’s thread goes behind the loop, SQLite’s doesn’t', async ({ skip }) => {
  // Elsewhere threads have no priority of their own that Node could set.
  skip(process.platform !== 'linux');
  const own = nicenessOf(String(process.pid));
  const judging = await nicenessWith(async () => {
    const thread = startThread(128);
    onTestFinished(async () => void (await thread.terminate()));
    await once(thread, 'message');
  });
  expect(judging).toContain(Math.min(LOWEST, own + 10));
  const storing = await nicenessWith(async () => {
    const storage = await openSqlite(tempFolder(), 'full', { inThread: { onLost: () => {} } });
    onTestFinished(() => storage.close());
  });
  expect(storing.length).toBeGreaterThan(0);
  expect(new Set(storing)).toEqual(new Set([own]));
});
