import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '#i18n/say.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { bad, type Check, ok, warn } from './check.ts';
import type { Machine } from './machine.ts';

/** Megabytes that a class needs: the server with its threads takes some 400, measured with forty seats. */
const NEED_MB = 600;
/** The year of this program: no clock that is right tells an earlier one. */
const FIRST_YEAR = 2026;
const LAST_YEAR = 2099;
/** Milliseconds by which two machines' clocks, or one before and after it was set, may differ. */
const DRIFT_MS = 5 * 60_000;
/** Longer than a summer holiday. */
const LONG_MS = 200 * 24 * 3_600_000;
/** Characters of an error that are told: Node's own sentence on a module built for another version has 270. */
const MAX_TOLD = 300;
/** Space from which nobody has to think of it, in lots of what must be left. */
const PLENTY = 5;

/** Whether a SQLite can be had, and whether it is the one the program is made for. */
export const checkSqlite = (): Check => {
  try {
    const database = openFile(':memory:');
    const version = String(database.query('select sqlite_version() as version', []).rows[0]?.version);
    database.close();
    if (database.program === 'better-sqlite3') return ok('sqlite', say('doctor:sqlite.sound', { version }));
    return warn('sqlite', say('doctor:sqlite.stand-in', { version }), say('doctor:sqlite.advice'));
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, MAX_TOLD);
    return bad('sqlite', say('doctor:sqlite.bad', { why }), say('doctor:sqlite.advice'));
  }
};

/** `top`: the project's folder; `builds`: whether the start builds the pages. */
export const checkClient = (top: string, builds: boolean): Check => {
  if (existsSync(join(top, 'dist', 'client', 'index.html'))) return ok('client', say('doctor:client.sound'));
  if (builds) return ok('client', `${say('doctor:client.missing')} · ${say('doctor:client.builds')}`);
  return bad('client', say('doctor:client.missing'), say('doctor:client.no-build'));
};

export const checkMemory = ({ freeMb, totalMb }: Machine['memory']): Check => {
  const text = say('doctor:memory.sound', { free: freeMb, total: totalMb });
  return freeMb < NEED_MB ? warn('memory', text, say('doctor:memory.advice', { need: NEED_MB })) : ok('memory', text);
};

/** `newest`: of what is stored, epoch milliseconds; null: not known. */
export const checkClock = (now: number, newest: number | null): Check => {
  const times = { now: shown(now), newest: shown(newest ?? now) };
  const year = new Date(now).getFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return bad('clock', say('doctor:clock.year', times), say('doctor:clock.set'));
  if (newest !== null && newest > now + DRIFT_MS) {
    return bad('clock', say('doctor:clock.back', times), say('doctor:clock.set'));
  }
  if (newest !== null && now > newest + LONG_MS) {
    return warn('clock', say('doctor:clock.ahead', times), say('doctor:clock.look'));
  }
  return ok('clock', say('doctor:clock.sound', times));
};

/** `freeMb`: left where the folder is; `leastMb`: MIN_FREE_MB. */
export const checkDisk = (folder: string, freeMb: number | null, leastMb: number): Check => {
  if (freeMb === null) return warn('disk', say('doctor:disk.unknown', { folder }), say('doctor:disk.watch'));
  const text = say('doctor:disk.sound', { free: freeMb, folder });
  if (freeMb >= leastMb * PLENTY) return ok('disk', text);
  return (freeMb < leastMb ? bad : warn)('disk', text, say('doctor:disk.advice', { least: leastMb }));
};

/** 2026-11-23 13:05, local time. */
const shown = (ms: number): string => {
  const date = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
};
