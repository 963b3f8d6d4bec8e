import { randomInt } from 'node:crypto';

/** Codes that anybody tries first: at most two different digits, or six digits counting up or down. */
const isGuessable = (code: string): boolean =>
  new Set(code).size < 3 || '0123456789'.includes(code) || '9876543210'.includes(code);

/** Six digits to type from a screen; never begins with 0, which some would leave out. */
const newCode = (): string => {
  for (;;) {
    const code = String(randomInt(100_000, 1_000_000));
    if (!isGuessable(code)) return code;
  }
};

/** Codes tried at most. Open runs hold few of the 900 000 codes: so many taken ones in a row are no accident. */
const MAX_TAKEN_CODES = 50;

/** The first code that `take` could store. `take` returns false where another run has the code. */
export const takeCode = async (take: (code: string) => Promise<boolean>): Promise<string> => {
  for (let takenCount = 0; takenCount < MAX_TAKEN_CODES; takenCount++) {
    const code = newCode();
    if (await take(code)) return code;
  }
  throw new Error('no code free');
};
