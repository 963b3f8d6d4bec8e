/** The real server on an empty folder with drills opened. Arguments: folder, `group` or `one-tx`, number of drills. */
import { createGuest } from '#http/session/guest-cookie.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import type { Storage } from '#storage/storage.ts';
import { applicationOn } from './application-on.ts';
import { takeLongOrders } from './long-turns.ts';
import { tell } from './server-process.ts';

const [folder = '', commit = 'group', count = '1'] = process.argv.slice(2);

/** One transaction per command: group commit is compared with this. */
const oneTransactionEach = (storage: Storage): Storage => ({
  ...storage,
  appendAll: async (batch) => (await Promise.all(batch.map((item) => storage.appendAll([item])))).flat(),
});

const sqlite = await openSqlite(folder, 'full', { inThread: { onLost: () => process.exit(1) } });
const storage = commit === 'one-tx' ? oneTransactionEach(sqlite) : sqlite;
const { runner, scenario, listen } = await applicationOn(storage, folder);
/** A device for each drill, as in a class: sockets and commands are limited by device. */
const guests = await Promise.all(Array.from({ length: Number(count) }, () => createGuest(storage, Date.now(), false)));
const opened = await Promise.all(
  guests.map(({ guest }, seed) =>
    runner.open({ guest, scenarios: [scenario], seed, mode: 'practice', place: null, setting: null }),
  ),
);
takeLongOrders(runner);
tell({
  port: await listen(),
  drills: opened.map((reply) => (reply.ok ? reply.value.id : '')),
  cookies: guests.map(({ setCookie }) => setCookie.split(';')[0] ?? ''),
});
