/** What a browser gets of a message taken back. */
import { z } from 'zod';
import { leadEvents } from './lead.ts';
import { transferEvents } from './transfers.ts';

/**
 * 撤回. `heard`: the customer had reacted by then, and what they read stays read; otherwise they never did, and the
 * message ended no wait. Its words stay in the log.
 */
const withdrawalEvent = z.strictObject({
  kind: z.literal('message-withdrawn'),
  at: z.number().int().nonnegative(),
  conversation: z.string().min(1).max(64),
  message: z.string().min(1).max(64),
  heard: z.boolean(),
});

/** What a desk hears besides the customer and its own doings. */
export const deskEvents = [withdrawalEvent, ...leadEvents, ...transferEvents] as const;
