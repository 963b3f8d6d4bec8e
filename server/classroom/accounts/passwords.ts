import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

export type Passwords = {
  /** What is stored of a password: `scrypt$15$8$1$salt$hash`. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the stored one. With nothing stored it takes as long and is false: else the time would
   * tell which accounts exist.
   */
  matches(password: string, stored: string | null): Promise<boolean>;
  /** Whether so many checks wait already that the next one should be refused. */
  isBusy(): boolean;
};

const LOG2_N = 15;
const BLOCK_SIZE = 8;
const PARALLELISM = 1;
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const STORED = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]{43})$/;
/** Checks at once: each takes 32 MB and a core for a tenth of a second, while drills go on in the same process. */
const MAX_RUNNING = 2;
/** Checks that may wait: enough for a class that signs in together, which then waits a few seconds. */
const MAX_WAITING = 200;

/** Password hashes by scrypt, two at a time. `log2N` is lower in tests only. */
export const createPasswords = (log2N = LOG2_N): Passwords => {
  const waiting: (() => void)[] = [];
  let running = 0;

  const deriveKey = async (password: string, salt: Buffer, cost: Cost): Promise<Buffer> => {
    if (running >= MAX_RUNNING) await new Promise<void>((resume) => void waiting.push(resume));
    else running += 1;
    try {
      return await scryptKey(password, salt, cost);
    } finally {
      // The next check takes over this place while `running` stays the same, so no other can take it in between.
      const nextWaiting = waiting.shift();
      if (nextWaiting === undefined) running -= 1;
      else nextWaiting();
    }
  };
  const newHash = async (password: string, salt: Buffer): Promise<string> => {
    const hash = await deriveKey(password, salt, { log2N, r: BLOCK_SIZE, p: PARALLELISM });
    return ['scrypt', log2N, BLOCK_SIZE, PARALLELISM, salt.toString('base64url'), hash.toString('base64url')].join('$');
  };

  return {
    hash: (password) => newHash(password, randomBytes(SALT_BYTES)),
    matches: async (password, stored) => {
      const [, n, r, p, salt, hash] = STORED.exec(stored ?? '') ?? [];
      if (salt === undefined || hash === undefined) {
        await newHash(password, randomBytes(SALT_BYTES));
        return false;
      }
      const cost = { log2N: Number(n), r: Number(r), p: Number(p) };
      return timingSafeEqual(
        await deriveKey(password, Buffer.from(salt, 'base64url'), cost),
        Buffer.from(hash, 'base64url'),
      );
    },
    isBusy: () => waiting.length >= MAX_WAITING,
  };
};

type Cost = { log2N: number; r: number; p: number };

/** A password typed in full width is the same password. */
const scryptKey = (password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> => {
  const cost = 2 ** log2N;
  const options: ScryptOptions = { N: cost, r, p, maxmem: 256 * cost * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
};
