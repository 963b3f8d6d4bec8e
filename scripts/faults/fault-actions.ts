/** How each kind of fault is done to a server, while trainees work with it, and how it is ended. */

import { chatter, type FaultAction, lasts, meanwhile } from './fault-action.ts';
import { NODE_FAULT_ACTIONS } from './node-fault-actions.ts';
import { inPostgres, type Place, type SqlitePlace } from './place.ts';
import type { FaultKind } from './plan.ts';
import { pause } from './waiting.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Two seconds at most until the harness has seen that nothing can be written. */
const [LOOK_MS, MOST_LOOKS] = [50, 40];

const inSqlite = (place: Place): SqlitePlace => {
  if (place.kind !== 'sqlite') throw new Error('a fault of SQLite on PostgreSQL');
  return place;
};

const sessions = (name: string): string =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`;

/** PostgreSQL's own words for a full disk, at the write itself or, `late`, at the commit. */
const fullDisk = (late: boolean): string => `
  create or replace function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
  create constraint trigger full_log after insert on log ${late ? 'deferrable initially deferred' : ''}
    for each row execute function full_disk();
  create trigger full_contents before insert on contents for each row execute function full_disk();`;
const EMPTY_DISK = 'drop trigger full_log on log; drop trigger full_contents on contents;';

export const FAULT_ACTIONS: Record<FaultKind, FaultAction> = {
  'killed-in-batch': async (room, random) => {
    chatter(room, random, 4);
    await pause(random.between(0, 45));
    await room.restart();
  },
  'killed-after-send': async (room, random) => {
    const { trainees } = room;
    const answered = Promise.race(trainees.map((trainee) => trainee.say()));
    // Killed as the words leave, a little later, or as the first of them is answered.
    const moment = random.oneOf(['answered', 'later', 'at-once']);
    if (moment === 'answered') await Promise.race([answered, pause(1000)]);
    if (moment === 'later') await pause(random.between(0, 4));
    await room.restart();
  },
  'killed-at-start': async (room, random) => {
    chatter(room, random);
    await room.restart({ deaths: Array.from({ length: random.between(1, 3) }, () => random.between(20, 900)) });
  },
  'disk-full': async (room, random) => {
    const { place } = room;
    if (place.kind === 'postgres') {
      await place.run(fullDisk(random.next() < 0.5));
      await meanwhile(room, random, () => lasts(random));
      await place.run(EMPTY_DISK);
    } else if (place.hasOwnDisk && random.next() < 0.5) {
      // SQLite writes over the room its log has already, so that a full disk may go unnoticed for a while.
      place.fillDisk();
      await meanwhile(room, random, () => lasts(random));
      place.emptyDisk();
    } else {
      await room.order({ kind: 'write', as: 'full' });
      await meanwhile(room, random, () => lasts(random));
      await room.order({ kind: 'write', as: 'usual' });
    }
  },
  'read-only': async (room, random) => {
    const { place } = room;
    if (place.kind === 'postgres') {
      await place.run(
        `alter database ${place.name} set default_transaction_read_only = on; ${sessions(place.name)}`,
        true,
      );
      await meanwhile(room, random, () => lasts(random));
      await place.run(
        `alter database ${place.name} reset default_transaction_read_only; ${sessions(place.name)}`,
        true,
      );
    } else {
      await room.order({ kind: 'write', as: 'read-only' });
      await meanwhile(room, random, async () => {
        await lasts(random);
        // Of a time shorter than a look at `/healthz` nobody would know whether the fault came about.
        for (let look = 0; look < MOST_LOOKS && !room.watch.hasTold(); look += 1) await pause(LOOK_MS);
      });
      await room.order({ kind: 'write', as: 'usual' });
    }
  },
  'cut-in-frame': async (room, random) => {
    for (let cut = random.between(1, 3); cut > 0; cut -= 1) {
      room.proxy.cutAfter(random.between(1, 700), random.oneOf(['to-server', 'to-trainee']));
      chatter(room, random);
      await pause(random.between(20, 120));
    }
    room.proxy.dropAll();
  },
  'sent-again': async (room, random) => {
    const work = room.trainees.map(async (trainee) => {
      const first = [trainee.say(), trainee.say(), trainee.say()];
      if (random.next() < 0.5) await Promise.all(first);
      const sent = trainee.outbox.all().filter(({ drill }) => drill === trainee.drills().at(-1));
      const again = random.shuffled([...sent.slice(-4), ...sent.slice(-4), ...random.shuffled(sent).slice(0, 2)]);
      await Promise.all([...first, trainee.sendAgain(again)]);
    });
    await Promise.all(work);
  },
  'clock-jumped': async (room, random) => {
    const ahead = random.next() < 0.5;
    const ms = ahead ? random.between(1, 6 * 60) * MINUTE_MS : -random.between(1, 59) * MINUTE_MS;
    await meanwhile(room, random, async () => {
      await room.jump(ms);
      await lasts(random);
      if (random.next() < 0.3) await room.jump(ahead ? -HOUR_MS : HOUR_MS);
    });
    // Half of the time the server starts anew with a clock that is behind what it has stored.
    if (!ahead && random.next() < 0.5) await room.restart();
  },
  asleep: async (room, random) => {
    chatter(room, random);
    await pause(random.between(0, 20));
    await room.sleep(random.between(6000, 20_000));
  },
  'database-restarted': async (room, random) => {
    const place = inPostgres(room.place);
    await meanwhile(room, random, async () => {
      await place.stop();
      await lasts(random);
      await place.start();
    });
  },
  'sessions-ended': async (room, random) => {
    const place = inPostgres(room.place);
    await meanwhile(room, random, async () => {
      for (let times = random.between(1, 4); times > 0; times -= 1) {
        await place.run(sessions(place.name), true);
        await pause(random.between(0, 60));
      }
    });
  },
  'folder-moved': async (room, random) => {
    const place = inSqlite(room.place);
    await meanwhile(room, random, async () => {
      place.moveAway();
      await lasts(random);
      room.watch.ending();
      place.moveBack();
    });
  },
  'folder-removed': async (room, random) => {
    const place = inSqlite(room.place);
    await meanwhile(room, random, async () => {
      place.deleteFiles();
      await lasts(random);
      room.watch.ending();
      place.bringFilesBack();
    });
  },
  ...NODE_FAULT_ACTIONS,
};
