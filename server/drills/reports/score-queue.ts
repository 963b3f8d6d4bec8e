import type { Logger } from 'pino';

export type ScoreQueue = {
  add(drillId: string): void;
  /** How many drills wait; the one that is being scored isn't counted. */
  queueLength(): number;
  /** Drops the drills that still wait. */
  clear(): void;
};

/** Scores drills one by one. At the bell a whole class ends in one second: between two reports everything else gets its turn. */
export const createScoreQueue = (logger: Logger, score: (drillId: string) => void | Promise<void>): ScoreQueue => {
  let waiting: string[] = [];
  let isBusy = false;
  let isCleared = false;

  const scoreNext = async (): Promise<void> => {
    const drillId = waiting.shift();
    isBusy = drillId !== undefined;
    if (drillId === undefined) return;
    try {
      await score(drillId);
    } catch (error) {
      // The drill itself is safe; its score is made again when the report is asked for.
      // A queue that was cleared has nobody to make its scores any more: the server stops.
      if (!isCleared) logger.error({ err: error, drill: drillId }, 'scoring failed');
    }
    setImmediate(scoreNext);
  };

  return {
    add: (drillId) => {
      waiting.push(drillId);
      if (isBusy) return;
      isBusy = true;
      setImmediate(scoreNext);
    },
    queueLength: () => waiting.length,
    clear: () => {
      isCleared = true;
      waiting = [];
    },
  };
};
