import { Client, type ClientBase, type ClientConfig, Pool, types } from 'pg';
import { ConnectionLost } from '#storage/health/storage-errors.ts';

/** Milliseconds in which a connection must be there: made, or given back by who has it. */
const CONNECT_TIMEOUT_MS = 5000;
/** Milliseconds in which a query of the storage must be answered; longer, and the network is taken for gone. */
const QUERY_TIMEOUT_MS = 20_000;
/**
 * Milliseconds after which the server ends a transaction that stands idle: who began it hangs or has lost the connection,
 * and the rows it holds are waited for. Shorter than a lease: of a node that hangs in the middle of an append, another
 * takes a drill as soon as its lease allows it. An append that is ended by this is tried once more, like one whose
 * connection was lost.
 */
export const IDLE_TRANSACTION_MS = 3000;
const INT8 = 20;

/** Whole numbers of eight bytes are read as numbers: ours are counts and milliseconds. */
const parsers: NonNullable<ClientConfig['types']> = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === INT8 && format !== 'binary' ? Number : types.getTypeParser(id, format),
};

/**
 * Seconds after which the server looks whether a silent connection is still there, and looks again, and how often. A
 * node whose machine lost its power says no goodbye, and its locks and rows would be waited for, for two hours as Linux
 * is set.
 */
const KEEPALIVE_S = { tcp_keepalives_idle: 10, tcp_keepalives_interval: 5, tcp_keepalives_count: 3 };

const configFor = (url: string, settings: Readonly<Record<string, string | number>> = {}): ClientConfig => ({
  connectionString: url,
  application_name: 'kefu-drill',
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEPALIVE_S.tcp_keepalives_idle * 1000,
  options: Object.entries({ ...KEEPALIVE_S, ...settings })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' '),
  types: parsers,
});

/** When a commit is answered: once it is on the server's disk, or as the server is set. */
export type CommitWait = 'on' | null;

/**
 * The storage's connections, at most `maxConnections`. Each says that the database is in use, and isn't made while it is moved:
 * what was written then would be missing in its new place.
 */
export const poolFor = (url: string, maxConnections: number, commitWait: CommitWait): Pool => {
  const pool = new Pool({
    ...configFor(url, commitWait === null ? {} : { synchronous_commit: commitWait }),
    max: maxConnections,
    // The last one stays open, or nobody would see that the database is in use.
    idleTimeoutMillis: 0,
    onConnect: async (client) => {
      if (!(await isLocked(client, 'pg_try_advisory_lock_shared'))) throw new Error('the database is being moved');
    },
    query_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
  });
  return withErrorListeners(pool);
};

/** Says for as long as the connection lasts that the database is being moved. False when a server uses it. */
export const claimForMove = (client: ClientBase): Promise<boolean> => isLocked(client, 'pg_try_advisory_lock');

const isLocked = async (client: ClientBase, lock: string): Promise<boolean> => {
  const { rows } = await client.query<{ ok: boolean }>(`select ${lock}(hashtextextended('database in use', 0)) as ok`);
  return rows[0]?.ok === true;
};

/** One connection whose queries may take any time, for making tables and moving rows. */
export const poolForLongQueries = (url: string): Pool => withErrorListeners(new Pool({ ...configFor(url), max: 1 }));

/** A connection that is lost while nobody uses it is replaced; without a listener its error would end the process. */
const withErrorListeners = (pool: Pool): Pool => {
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/** A connection of its own whose queries may take any time. Rejects with ConnectionLost. */
export const clientFor = async (url: string): Promise<Client> => {
  const client = new Client(configFor(url));
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new ConnectionLost(error);
  }
};
