import { randomInt } from 'node:crypto';

/** Anybody's first guesses: the same digit throughout, or counting up or down. */
const isGuessable = (code: string): boolean =>
  new Set(code).size < 3 || '0123456789'.includes(code) || '9876543210'.includes(code);

/** Six digits to type from a screen; never begins with 0, which some would leave out. */
function newCode(): string {
  for (;;) {
    const code = String(randomInt(100_000, 1_000_000));
    if (!isGuessable(code)) return code;
  }
}

/** Runs that aren't over have far fewer codes than there are: so many in a row that others have is no accident. */
const MOST_TAKEN = 50;

/** The first code that `take` could store; false = another run has it. */
export function takeCode(take: (code: string) => boolean): string {
  for (let taken = 0; taken < MOST_TAKEN; taken++) {
    const code = newCode();
    if (take(code)) return code;
  }
  throw new Error('no code free');
}
