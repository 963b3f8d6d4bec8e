/** What a browser gets of the trainee's own words, and of the time by which they said they would be back. */
import { z } from 'zod';

const ms = z.number().int().nonnegative();
const inConversation = { at: ms, conversation: z.string().min(1).max(64) };

export const traineeEvents = [
  z.strictObject({
    kind: z.literal('trainee-said'),
    ...inConversation,
    id: z.string().min(1).max(64),
    text: z.string(),
    quickReply: z.string().nullable(),
    edited: z.number().int(),
    /** Sent with 挂起: drill time by which the trainee means to be back. Absent: without it. */
    backBy: ms.optional(),
  }),
  /**
   * 稍等 was heard in the trainee's last words, however they were sent: the customer waits until `backBy` (RULES Q76). `from`:
   * another seat had said it before the customer came from there (RULES Q86); then the time may lie before the drill's begin.
   */
  z.strictObject({
    kind: z.literal('hold-promised'),
    ...inConversation,
    backBy: z.number().int(),
    from: z.strictObject({ seat: z.string().min(1).max(64), words: z.string() }).optional(),
  }),
  /** A call back by a later hour or day was promised in words, or the trainee has been back since (RULES J173). */
  z.strictObject({ kind: z.literal('call-promised'), ...inConversation, isOpen: z.boolean() }),
  /** 取消挂起: nothing reminds of it any more. */
  z.strictObject({ kind: z.literal('hold-dropped'), ...inConversation }),
] as const;
