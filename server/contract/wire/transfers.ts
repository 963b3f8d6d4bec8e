/** What a browser gets of a conversation that goes to another seat, or comes from one (RULES J110–J113). */
import { z } from 'zod';

/** Why a customer who was offered stays where they were. */
export const PASS_RETURNS = ['declined', 'recalled', 'away', 'ended', 'full', 'other-round'] as const;
export type PassReturn = (typeof PASS_RETURNS)[number];

/** Longest note to the classmate, and longest reason of one who declines, in UTF-16 units. */
export const PASS_WORDS = { note: 200, reason: 60 } as const;

const id = z.string().min(1).max(64);
const ms = z.number().int().nonnegative();
const inConversation = { at: ms, conversation: id };

export const transferEvents = [
  /** Offered to the seat `to`: nothing is said here until it is there or back. */
  z.strictObject({ kind: z.literal('pass-offered'), ...inConversation, to: id, note: z.string() }),
  z.strictObject({ kind: z.literal('pass-recalled'), ...inConversation }),
  z.strictObject({
    kind: z.literal('pass-returned'),
    ...inConversation,
    why: z.enum(PASS_RETURNS),
    reason: z.string().optional(),
  }),
  /** A customer of the seat `from` comes to this desk at `arrivesAt`, unless they are declined until then. */
  z.strictObject({
    kind: z.literal('pass-coming'),
    ...inConversation,
    name: z.string(),
    from: id,
    note: z.string(),
    arrivesAt: ms,
    /** What they were promised, by which seat, and by when in this drill's time; it may lie before its begin. */
    hold: z.strictObject({ backBy: z.number().int(), seat: id, words: z.string() }).optional(),
  }),
  /** Who was to come doesn't. */
  z.strictObject({ kind: z.literal('pass-gone'), ...inConversation, why: z.enum(PASS_RETURNS) }),
] as const;
