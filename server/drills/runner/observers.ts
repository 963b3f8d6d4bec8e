import type { Logger } from 'pino';
import type { DrillObserver } from './ports.ts';

export type Observers = Required<DrillObserver> & {
  /** Returns the function that removes the observer. */
  add(observer: DrillObserver): () => void;
};

/** Passes on what happens to drills. An observer's error is logged, and the drill goes on. */
export function createObservers(logger: Logger): Observers {
  const observers = new Set<DrillObserver>();
  const each = (tell: (observer: DrillObserver) => void): void => {
    for (const observer of observers) {
      try {
        tell(observer);
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
    happened: (row, events, standing) => each((observer) => observer.happened(row, events, standing)),
    attended: (row, there) => each((observer) => observer.attended(row, there)),
    scored: (row) => each((observer) => observer.scored?.(row)),
  };
}
