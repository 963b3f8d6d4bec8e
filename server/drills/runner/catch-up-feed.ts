import type { Logger } from 'pino';

/**
 * Work done in steps, one step a turn of the event loop, whoever waits: a long catch-up keeps nobody else waiting for
 * longer than one piece of it takes. A step that waits for the storage holds up no other.
 */
export type CatchUpFeed = {
  /** The step is called once, in its turn; one that has more to do adds itself again. An error in it is logged. */
  add(step: () => void | Promise<void>): void;
};

export function createCatchUpFeed(logger: Logger): CatchUpFeed {
  const waiting: (() => void | Promise<void>)[] = [];
  let isSet = false;
  const set = (): void => {
    if (isSet || waiting.length === 0) return;
    isSet = true;
    setImmediate(next);
  };
  function next(): void {
    isSet = false;
    void attempt(waiting.shift());
    set();
  }
  async function attempt(step: (() => void | Promise<void>) | undefined): Promise<void> {
    try {
      await step?.();
    } catch (error) {
      // Thrown from here it would end the process. A page that missed a piece notices the gap and joins again (RULES N1).
      logger.error({ err: error }, 'catch-up failed');
    }
  }
  return {
    add: (step) => {
      waiting.push(step);
      set();
    },
  };
}
