/**
 * The only reader of the environment.
 *
 * | variable | default | meaning |
 * |---|---|---|
 * | PORT | 3000 | port to listen on; 0 = any free one |
 * | HOST | 0.0.0.0 | address to listen on |
 * | DATA_DIR | ./data | folder of the database |
 * | DATABASE_URL | none | postgres://user:password@host:port/database: keeps everything there instead of in DATA_DIR |
 * | REDIS_URL | none | redis://host:port, with DATABASE_URL: any number of servers share the database, and tell each other by this Redis |
 * | PUBLIC_URL | none | address people type when it isn't this machine's own (behind a proxy) |
 * | TRUSTED_PROXIES | loopback | proxies whose X-Forwarded-For is believed: addresses and networks, by commas; none = nobody's |
 * | DURABILITY | full | full: an acknowledged message survives a power cut; normal: it survives a crash only |
 * | MIN_FREE_MB | 200 | megabytes that should be left on the data folder's disk: with fewer, staff are told and /healthz answers 503; 0 = not looked at |
 * | BACKUP_DIR | none | folder of daily backups, made at 03:30 of the machine's time; not inside DATA_DIR |
 * | BACKUP_KEEP | 14 | how many backups stay in BACKUP_DIR |
 * | METRICS_TOKEN | none | opens GET /metrics to who names it as `Authorization: Bearer …`; without it, and besides, it is open to this machine alone |
 * | LOG_LEVEL | warn | pino's levels: trace, debug, info, warn, error, fatal, silent |
 * | UI_LANG | zh | language of pages, files and refusals where nobody has chosen one: zh, en |
 */
import { resolve, sep } from 'node:path';
import { type Language, languageNamed } from '#i18n/language.ts';
import { listed, say } from '#i18n/say.ts';
import { LOOPBACK_PROXIES, type TrustedProxies, trustedProxies } from './client-address.ts';
import { StartError } from './start-error.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type Durability = 'full' | 'normal';

export type Config = {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** PostgreSQL's address, with its password; null: SQLite in `dataDir`. */
  databaseUrl: string | null;
  /** Redis's address, with its password; null: this server is the only one of its database. */
  redisUrl: string | null;
  /** An origin without a path, such as https://kefu.example.cn. */
  publicUrl: string | null;
  trustedProxies: TrustedProxies;
  durability: Durability;
  /** Megabytes that should be left on the data folder's disk; 0: any number will do. */
  minFreeMb: number;
  /** Absolute path of the daily backups' folder; null: none are made. */
  backupDir: string | null;
  backupKeep: number;
  /** Null: GET /metrics is open to this machine alone. */
  metricsToken: string | null;
  logLevel: LogLevel;
  language: Language;
};

/** Characters of the shortest token: as many random ones can't be guessed. */
const MIN_TOKEN = 16;
/** What a header can carry, without blanks. */
const TOKEN = new RegExp(`^[!-~]{${MIN_TOKEN},}$`);

/** The fault's sentence, in the language that is set when the function is called. */
type Fault = () => string;

/** Reads and checks all variables. Throws one StartError that lists every fault. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const faults: Fault[] = [];
  const valueOfVariable = (name: string): string | null => {
    const text = env[name]?.trim();
    return text === undefined || text === '' ? null : text;
  };

  const databaseUrl = valueOfVariable('DATABASE_URL');
  // The value isn't told: it holds a password.
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl)) faults.push(() => say('server:config.database-url'));

  const redisUrl = valueOfVariable('REDIS_URL');
  if (redisUrl !== null && !isRedisUrl(redisUrl)) faults.push(() => say('server:config.redis-url'));
  if (redisUrl !== null && databaseUrl === null) faults.push(() => say('server:config.redis-alone'));

  const portText = valueOfVariable('PORT') ?? '3000';
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65_535)) {
    faults.push(() => say('server:config.port', { value: portText }));
  }

  const publicText = valueOfVariable('PUBLIC_URL');
  const publicUrl = publicText === null ? null : originOf(publicText);
  if (publicText !== null && publicUrl === null) {
    faults.push(() => say('server:config.public-url', { value: publicText }));
  }

  const proxiesText = valueOfVariable('TRUSTED_PROXIES') ?? 'loopback';
  const proxies = trustedProxies(proxiesIn(proxiesText));
  if (proxies === null) faults.push(() => say('server:config.trusted-proxies', { value: proxiesText }));

  const durabilityText = valueOfVariable('DURABILITY') ?? 'full';
  const durability = durabilityText === 'full' || durabilityText === 'normal' ? durabilityText : null;
  if (durability === null) {
    faults.push(() => say('server:config.durability', { value: durabilityText }));
  }

  const freeText = valueOfVariable('MIN_FREE_MB') ?? '200';
  const minFreeMb = /^\d{1,7}$/.test(freeText) ? Number(freeText) : Number.NaN;
  if (Number.isNaN(minFreeMb)) faults.push(() => say('server:config.min-free', { value: freeText }));

  const dataDir = resolve(valueOfVariable('DATA_DIR') ?? 'data');
  const backupText = valueOfVariable('BACKUP_DIR');
  const backupDir = backupText === null ? null : resolve(backupText);
  if (backupDir !== null && (backupDir + sep).startsWith(dataDir + sep)) {
    faults.push(() => say('server:config.backup-dir', { folder: dataDir }));
  }
  const keepText = valueOfVariable('BACKUP_KEEP') ?? '14';
  const backupKeep = /^[1-9]\d{0,4}$/.test(keepText) ? Number(keepText) : Number.NaN;
  if (Number.isNaN(backupKeep)) faults.push(() => say('server:config.backup-keep', { value: keepText }));

  const metricsToken = valueOfVariable('METRICS_TOKEN');
  if (metricsToken !== null && !TOKEN.test(metricsToken)) {
    faults.push(() => say('server:config.metrics-token', { least: MIN_TOKEN }));
  }

  const levelText = valueOfVariable('LOG_LEVEL') ?? 'warn';
  const logLevel = LOG_LEVELS.find((level) => level === levelText) ?? null;
  if (logLevel === null) {
    faults.push(() => say('server:config.log-level', { levels: listed(LOG_LEVELS), value: levelText }));
  }

  const languageText = valueOfVariable('UI_LANG') ?? 'zh';
  const language = languageNamed(languageText);
  if (language === null) faults.push(() => say('server:config.language', { value: languageText }));

  if (faults.length > 0 || durability === null || logLevel === null || language === null || proxies === null) {
    throw new StartError('bad-config', () => faults.map((fault) => fault()).join('\n'));
  }
  return {
    port,
    host: valueOfVariable('HOST') ?? '0.0.0.0',
    dataDir,
    databaseUrl,
    redisUrl,
    publicUrl,
    trustedProxies: proxies,
    durability,
    minFreeMb,
    backupDir,
    backupKeep,
    metricsToken,
    logLevel,
    language,
  };
};

const isPostgresUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
};

const isRedisUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== '';
};

const proxiesIn = (text: string): readonly string[] => {
  if (text === 'loopback') return LOOPBACK_PROXIES;
  return text === 'none' ? [] : text.split(',').map((entry) => entry.trim());
};

const originOf = (text: string): string | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') return null;
  return url.origin;
};
