import type { Logger } from 'pino';
import { inRequest } from '#common/request-id.ts';
import type { Result } from '#engine/model/commands.ts';
import type { Append, AppendError, Storage } from '#storage/storage.ts';

export type CommitError = AppendError | 'not-stored';
export type GroupCommit = {
  /** `done` is called after COMMIT, in the order of the calls. */
  add(append: Append, done: (result: Result<void, CommitError>) => void): void;
};

/** A batch, and what each of it is to hear. */
type Written = { batch: readonly QueuedAppend[]; results: readonly Result<void, CommitError>[] };
type QueuedAppend = { append: Append; done: (result: Result<void, CommitError>) => void };

const MAX_BATCH = 256;

/**
 * Appends that arrive in one poll phase, or while others are being written, share one transaction, and so one fsync. A
 * drill has one append in flight (RULES N3), so a batch joins different drills. The next batch is written before those
 * of the last hear their results (RULES N20). When a batch fails its items are tried
 * one by one. What was written into a file that nobody finds again isn't stored (RULES S2): it is looked at before, and
 * once more before anybody hears.
 */
export const createGroupCommit = (storage: Pick<Storage, 'appendAll' | 'health'>, logger: Logger): GroupCommit => {
  let queue: QueuedAppend[] = [];
  let isWriting = false;

  const writeQueue = async (): Promise<void> => {
    let written: Written | null = null;
    while (written !== null || queue.length > 0) {
      const batch = queue.slice(0, MAX_BATCH);
      queue = queue.slice(MAX_BATCH);
      const writing = batch.length > 0 ? writeBatch(batch) : null;
      if (written !== null) {
        // While the next batch is being written, where that isn't done in this thread.
        tell(written);
        // Others have work to do between two batches.
        await new Promise((done) => setImmediate(done));
      }
      written = writing === null ? null : { batch, results: await writing };
    }
    isWriting = false;
  };

  const writeBatch = async (batch: readonly QueuedAppend[]): Promise<Result<void, CommitError>[]> => {
    const written = storage.health.isGone() ? [] : await appendEach(batch);
    return storage.health.isGone() ? [] : written;
  };

  const tell = ({ batch, results }: Written): void => {
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
      if (isWriting) return;
      isWriting = true;
      // A batch belongs to many requests: what it logs bears the id of none.
      setImmediate(() => void inRequest(null, writeQueue));
    },
  };
};

const NOT_STORED: Result<void, CommitError> = { ok: false, error: 'not-stored' };
