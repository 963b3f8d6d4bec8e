import type { Logger } from 'pino';
import { inRequest } from '#common/request-id.ts';
import type { Result } from '#engine/model/commands.ts';
import type { Append, AppendError, Storage } from '#storage/storage.ts';

export type CommitError = AppendError | 'not-stored';
export type GroupCommit = {
  /** `done` is called after COMMIT, in the order of the calls. */
  add(append: Append, done: (result: Result<void, CommitError>) => void): void;
};

type QueuedAppend = { append: Append; done: (result: Result<void, CommitError>) => void };

const MAX_BATCH = 256;
/**
 * So many queued are written at once, though others of the same poll phase are still to come: the storage's thread works
 * while the loop reads on. Fewer would cost a fsync each and larger shares of a batch's own work.
 */
const EARLY_BATCH = 64;
/** Batches in the storage's hands at once; beyond it appends wait and share one. */
const MAX_OPEN = 3;

/**
 * Appends that arrive in one poll phase, or while others are being written, share one transaction, and so one fsync; a
 * burst of more than `EARLY_BATCH` is written in several, the first of them while the rest is still being read. A
 * drill has one append in flight (RULES N3), so a batch joins different drills, and open ones don't meet. The next batch is
 * written before those of the last hear their results (RULES N20), and they hear in the order of the batches. When a
 * batch fails its items are tried one by one. What was written into a file that nobody finds again isn't stored (RULES
 * S2): it is looked at before, and once more before anybody hears.
 */
export const createGroupCommit = (storage: Pick<Storage, 'appendAll' | 'health'>, logger: Logger): GroupCommit => {
  let queue: QueuedAppend[] = [];
  let open = 0;
  let scheduled: NodeJS.Immediate | null = null;
  /** Settled once those of the last batch have heard, and others have had their turn. */
  let lastHeard: Promise<void> = Promise.resolve();

  const writeNext = (): void => {
    if (scheduled !== null) clearImmediate(scheduled);
    scheduled = null;
    const batch = queue.slice(0, MAX_BATCH);
    queue = queue.slice(MAX_BATCH);
    open += 1;
    lastHeard = hearInOrder(batch, writeBatch(batch), lastHeard);
  };

  const hearInOrder = async (
    batch: readonly QueuedAppend[],
    writing: Promise<Result<void, CommitError>[]>,
    earlierHeard: Promise<void>,
  ): Promise<void> => {
    const results = await writing;
    await earlierHeard;
    open -= 1;
    // Written while those of this batch hear, where that isn't done in this thread.
    if (open === 0 && queue.length > 0) writeNext();
    tell(batch, results);
    // Others have work to do between two batches.
    await new Promise((done) => setImmediate(done));
  };

  const writeBatch = async (batch: readonly QueuedAppend[]): Promise<Result<void, CommitError>[]> => {
    const written = storage.health.isGone() ? [] : await appendEach(batch);
    return storage.health.isGone() ? [] : written;
  };

  const tell = (batch: readonly QueuedAppend[], results: readonly Result<void, CommitError>[]): void => {
    batch.forEach(({ done }, index) => {
      try {
        done(results[index] ?? NOT_STORED);
      } catch (error) {
        // An error in one drill must not keep the others of the batch from hearing their results.
        logger.error({ err: error }, 'after commit');
      }
    });
  };

  const appendEach = async (batch: readonly QueuedAppend[]): Promise<Result<void, CommitError>[]> => {
    const results = await appendOrNull(batch);
    if (results !== null) return results;
    const oneByOne: Result<void, CommitError>[] = [];
    for (const item of batch) oneByOne.push((await appendOrNull([item]))?.[0] ?? NOT_STORED);
    return oneByOne;
  };

  const appendOrNull = async (batch: readonly QueuedAppend[]): Promise<Result<void, CommitError>[] | null> => {
    try {
      return await storage.appendAll(batch.map(({ append }) => append));
    } catch (error) {
      logger.error({ err: error, items: batch.length }, 'append failed');
      return null;
    }
  };

  return {
    add: (append, done) => {
      queue.push({ append, done });
      // A batch belongs to many requests: what it logs bears the id of none.
      if (queue.length >= EARLY_BATCH && open < MAX_OPEN) inRequest(null, writeNext);
      else if (open === 0) scheduled ??= setImmediate(() => inRequest(null, writeNext));
    },
  };
};

const NOT_STORED: Result<void, CommitError> = { ok: false, error: 'not-stored' };
