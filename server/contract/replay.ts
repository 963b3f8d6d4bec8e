/** A drill that has ended, to be looked at again: what its desk was shown, each at its drill time. */
import { z } from 'zod';
import { wireEventSchema } from './wire-events.ts';

export const replaySchema = z.strictObject({
  /** Oldest first; the last one is the drill's end. */
  events: z.array(z.strictObject({ seq: z.number().int().positive(), event: wireEventSchema })),
});
export type Replay = z.infer<typeof replaySchema>;
