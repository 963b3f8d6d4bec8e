import { randomInt } from 'node:crypto';

/** Codes that anybody tries first: at most two different digits, or six digits counting up or down. */
const isGuessable = (code: string): boolean =>
  new Set(code).size < 3 || '0123456789'.includes(code) || '9876543210'.includes(code);

/** Six digits to type from a screen; never begins with 0, which some would leave out. */
export function newCode(): string {
  for (;;) {
    const code = String(randomInt(100_000, 1_000_000));
    if (!isGuessable(code)) return code;
  }
}
