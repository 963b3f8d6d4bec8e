/**
 * The only reader of the environment.
 *
 * | variable | default | meaning |
 * |---|---|---|
 * | PORT | 3000 | port to listen on; 0 = any free one |
 * | HOST | 0.0.0.0 | address to listen on |
 * | DATA_DIR | ./data | folder of the database |
 * | PUBLIC_URL | none | address people type when it isn't this machine's own (behind a proxy) |
 * | DURABILITY | full | full: an acknowledged message survives a power cut; normal: it survives a crash only |
 * | LOG_LEVEL | warn | pino's levels: trace, debug, info, warn, error, fatal, silent |
 *
 * DATABASE_URL and REDIS_URL are refused: this version keeps its data in SQLite only.
 */
import { resolve } from 'node:path';
import { StartError } from './start-error.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type Durability = 'full' | 'normal';

export type Config = {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** An origin without a path, such as https://kefu.example.cn. */
  publicUrl: string | null;
  durability: Durability;
  logLevel: LogLevel;
};

type Fault = { zh: string; en: string };

/** Reads and checks all variables. Throws one StartError that lists every fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: Fault[] = [];
  const value = (name: string): string | null => {
    const text = env[name]?.trim();
    return text === undefined || text === '' ? null : text;
  };

  for (const name of ['DATABASE_URL', 'REDIS_URL']) {
    if (value(name) === null) continue;
    faults.push({
      zh: `${name}：本版本只支持 SQLite，请去掉这个变量（数据放在 DATA_DIR）。`,
      en: `${name}: this version supports SQLite only. Unset it (data lives in DATA_DIR).`,
    });
  }

  const portText = value('PORT') ?? '3000';
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65_535)) {
    faults.push({
      zh: `PORT：要 0–65535 的整数，现在是 ${portText}。`,
      en: `PORT: expected 0–65535, got ${portText}.`,
    });
  }

  const publicText = value('PUBLIC_URL');
  const publicUrl = publicText === null ? null : originOf(publicText);
  if (publicText !== null && publicUrl === null) {
    faults.push({
      zh: `PUBLIC_URL：要 http:// 或 https:// 开头、不带路径的地址，现在是 ${publicText}。`,
      en: `PUBLIC_URL: expected an http(s) address without a path, got ${publicText}.`,
    });
  }

  const durabilityText = value('DURABILITY') ?? 'full';
  const durability = durabilityText === 'full' || durabilityText === 'normal' ? durabilityText : null;
  if (durability === null) {
    faults.push({
      zh: `DURABILITY：只能是 full 或 normal，现在是 ${durabilityText}。`,
      en: `DURABILITY: full or normal, got ${durabilityText}.`,
    });
  }

  const levelText = value('LOG_LEVEL') ?? 'warn';
  const logLevel = LOG_LEVELS.find((level) => level === levelText) ?? null;
  if (logLevel === null) {
    faults.push({
      zh: `LOG_LEVEL：只能是 ${LOG_LEVELS.join('、')}，现在是 ${levelText}。`,
      en: `LOG_LEVEL: one of ${LOG_LEVELS.join(', ')}, got ${levelText}.`,
    });
  }

  if (faults.length > 0 || durability === null || logLevel === null) {
    throw new StartError(
      'bad-config',
      faults.map((fault) => fault.zh).join('\n'),
      faults.map((fault) => fault.en).join('\n'),
    );
  }
  return {
    port,
    host: value('HOST') ?? '0.0.0.0',
    dataDir: resolve(value('DATA_DIR') ?? 'data'),
    publicUrl,
    durability,
    logLevel,
  };
}

function originOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') return null;
  return url.origin;
}
