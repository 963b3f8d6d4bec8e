import { say } from '#i18n/say.ts';

export const CHECKS = [
  'config',
  'node',
  'sqlite',
  'client',
  'memory',
  'clock',
  'disk',
  'folder',
  'port',
  'database',
  'schema',
  'backup',
  'audit',
] as const;
export type CheckId = (typeof CHECKS)[number];

/**
 * One thing looked at. `warn`: it works, but somebody should look; `bad`: the server can't start or serve so. `advice`:
 * what to do; null only where nothing is to be done.
 */
export type Check = { id: CheckId; state: 'sound' | 'warn' | 'bad'; text: string; advice: string | null };

export const ok = (id: CheckId, text: string): Check => ({ id, state: 'sound', text, advice: null });
export const warn = (id: CheckId, text: string, advice: string): Check => ({ id, state: 'warn', text, advice });
export const bad = (id: CheckId, text: string, advice: string): Check => ({ id, state: 'bad', text, advice });

const SIGN = { sound: '✓', warn: '!', bad: '✗' } as const;

/** A line for each check, below it what to do, and what it comes to. */
export const checksText = (checks: readonly Check[]): string =>
  [
    ...checks.flatMap(({ id, state, text, advice }) => [
      `${SIGN[state]} ${say(`doctor:name.${id}`)}  ${text}`,
      ...(advice === null ? [] : [`    → ${advice}`]),
    ]),
    '',
    say(`doctor:summary.${worst(checks)}`),
  ].join('\n');

/** The worst state of all. */
export const worst = (checks: readonly Check[]): Check['state'] => {
  const has = (wanted: Check['state']): boolean => checks.some(({ state }) => state === wanted);
  return has('bad') ? 'bad' : has('warn') ? 'warn' : 'sound';
};
