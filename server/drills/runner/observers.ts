import type { Logger } from 'pino';
import type { DrillObserver } from './ports.ts';

export type Observers = Required<DrillObserver> & {
  /** Returns the function that removes the observer. */
  add(observer: DrillObserver): () => void;
};

/** Passes on what happens to drills. An observer's error is logged, and the drill goes on. */
export const createObservers = (logger: Logger): Observers => {
  const observers = new Set<DrillObserver>();
  const notifyEach = (notify: (observer: DrillObserver) => void): void => {
    for (const observer of observers) {
      try {
        notify(observer);
      } catch (error) {
        logger.error({ err: error }, 'observer failed');
      }
    }
  };
  return {
    add: (observer) => {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    happened: (row, events, standing) => notifyEach((observer) => observer.happened(row, events, standing)),
    attended: (row, isThere) => notifyEach((observer) => observer.attended(row, isThere)),
    scored: (row) => notifyEach((observer) => observer.scored?.(row)),
  };
};
