/** Rushes small enough to read: the customers of `shoes`, who come when a test says. */
import type { Command } from '#engine/model/commands.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { OpenedRush } from '#engine/model/rush.ts';
import { drive, type Options, type Played } from './drive.ts';
import { shoes } from './shoes.ts';

const SHOES = 'product-advice/shoes';

export const opened = (more: Partial<OpenedRush> = {}): OpenedRush => ({
  profile: 'd11-open',
  level: 2,
  minutes: 15,
  dial: false,
  capacity: 1,
  colleagueAfterMs: 90_000,
  closingMs: 300_000,
  greeting: null,
  ...more,
});

/** `comes`: when each customer comes, and how many milliseconds they stay in the queue (five minutes if left out). */
export const rushDrive = (
  commands: readonly Command[],
  comes: readonly (DrillMs | [DrillMs, DrillMs])[],
  more: Partial<OpenedRush> = {},
  options: Options = {},
): Played =>
  drive(shoes, commands, {
    mode: 'practice',
    ...options,
    rush: opened(more),
    customers: comes.map((come) => {
      const [arrivesAt, patienceMs] = typeof come === 'number' ? [come, 300_000] : come;
      return { scenario: SHOES, arrivesAt, patienceMs };
    }),
  });

/** What happened to each customer at the door, as `time kind key`. */
export const atTheDoor = (log: readonly DrillEvent[]): string[] =>
  log.flatMap((event) => {
    switch (event.kind) {
      case 'customer-queued':
        return [`${event.at} queued ${event.conversation}`];
      case 'customer-arrived':
        return [`${event.at} ${event.taken ? 'taken' : 'given'} ${event.conversation}`];
      case 'queue-left':
        return [`${event.at} ${event.how} ${event.conversation}`];
      default:
        return [];
    }
  });
