/** A drill as its log leaves it, for whoever asks where an offered conversation is. */
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { fold } from '#engine/state/evolve.ts';
import type { LogRow } from '#storage/storage.ts';

export { stateToPass } from '#engine/state/passed-conversation.ts';

export type FoldedDrill = { events: readonly DrillEvent[]; drill: Drill };

export const foldedDrill = (log: readonly LogRow[]): FoldedDrill => {
  const events = log.flatMap((row) => row.events);
  return { events, drill: fold(emptyDrill, events) };
};

/** Nobody is at the desk, or its trainee has paused. A freeze stops both desks, and a restart is over in a moment. */
export const isAway = ({ clock }: Drill): boolean =>
  !clock.running && (clock.why === 'connection' || clock.why === 'pause' || clock.why === 'not-started');
