import { type Config, readConfig } from '#common/config.ts';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { checkBackups } from './backups.ts';
import { bad, type Check, ok } from './check.ts';
import { checkFolder } from './data-folder.ts';
import { lookAtDatabase, servedDatabase } from './database.ts';
import { holderOf } from './lock.ts';
import type { Machine } from './machine.ts';
import { checkClient, checkClock, checkDisk, checkMemory, checkSqlite } from './machine-checks.ts';
import { type Answering, checkPort, listenError, whoAnswers } from './port.ts';
import { lookAtPostgres } from './postgres.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Looks at everything that keeps the server from starting or storing, in the order in which it is told. Nothing is
 * written, and SQLite's database is not opened while a server uses it; with PostgreSQL the data folder isn't looked at. `top`: the project's folder.
 */
export const examine = async (top: string, env: Env, machine: Machine): Promise<Check[]> => {
  const { config, check } = configOf(env);
  const { dataDir, host, port } = config;
  const isOnSqlite = config.databaseUrl === null;
  const sqlite = checkSqlite();
  const holder = sqlite.state === 'bad' || !isOnSqlite ? null : holderOf(dataDir);
  const taken = port === 0 ? null : await listenError(host, port);
  const answering: Answering = taken === 'EADDRINUSE' ? await whoAnswers(host, port) : { program: 'none' };
  const { checks, newest } =
    config.databaseUrl !== null
      ? { checks: await lookAtPostgres(config.databaseUrl), newest: null }
      : sqlite.state === 'bad'
        ? NOT_SEEN
        : await seen(dataDir, holder, answering);
  return [
    check,
    ok('node', say('doctor:node.sound', { version: machine.nodeVersion })),
    ...(isOnSqlite ? [sqlite] : []),
    checkClient(top, env.NO_BUILD !== '1'),
    checkMemory(machine.memory),
    checkClock(machine.now, newest),
    ...(isOnSqlite
      ? [checkDisk(dataDir, await machine.freeMb(dataDir), config.minFreeMb), checkFolder(dataDir, machine.uid)]
      : []),
    checkPort(config, holder, taken, answering),
    ...checks,
    await checkBackups(dataDir, { isDaily: config.backupDir !== null, now: machine.now }),
  ];
};

type Seen = { checks: readonly Check[]; newest: number | null };
const NOT_SEEN: Seen = { checks: [], newest: null };

const seen = async (dataDir: string, holder: string | null, answering: Answering): Promise<Seen> => {
  const found = holder === null ? await lookAtDatabase(dataDir) : servedDatabase(holder, answering);
  const { database, schema, audit = null, newest } = found;
  return { checks: [database, schema, audit].filter((check) => check !== null), newest };
};

/** Where a variable can't be read the rest is looked at as if none were set but the data folder's. */
const configOf = (env: Env): { config: Config; check: Check } => {
  try {
    return { config: readConfig(env), check: ok('config', say('doctor:config.sound')) };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    const faults = error.message;
    return {
      config: readConfig({ DATA_DIR: env.DATA_DIR }),
      check: bad('config', say('doctor:config.bad', { faults }), say('doctor:config.advice')),
    };
  }
};
