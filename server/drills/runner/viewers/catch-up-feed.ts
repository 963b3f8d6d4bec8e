import type { Logger } from 'pino';

/**
 * Work done in steps, one step a turn of the event loop, whoever waits: a long catch-up keeps nobody else waiting for
 * longer than one piece of it takes. A step that waits for the storage holds up no other.
 */
export type CatchUpFeed = {
  /** The step is called once, in its turn; one that has more to do adds itself again. An error in it is logged. */
  add(step: () => void | Promise<void>): void;
};

export const createCatchUpFeed = (logger: Logger): CatchUpFeed => {
  const steps: (() => void | Promise<void>)[] = [];
  let isScheduled = false;
  const schedule = (): void => {
    if (isScheduled || steps.length === 0) return;
    isScheduled = true;
    setImmediate(runNext);
  };
  const runNext = (): void => {
    isScheduled = false;
    void runStep(steps.shift());
    schedule();
  };
  const runStep = async (step: (() => void | Promise<void>) | undefined): Promise<void> => {
    try {
      await step?.();
    } catch (error) {
      // Thrown from here it would end the process. A page that missed a piece notices the gap and joins again (RULES N1).
      logger.error({ err: error }, 'catch-up failed');
    }
  };
  return {
    add: (step) => {
      steps.push(step);
      schedule();
    },
  };
};
