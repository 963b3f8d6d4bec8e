/** What a customer of a project task brings from the seat before. */
import { z } from 'zod';

export const handedFields = {
  /** Who had the customer before, and their note; `before` holds what was said. */
  handed: z.strictObject({ role: z.string(), note: z.string() }).optional(),
  /** The role that gets the customer when the part here is over. */
  next: z.string().optional(),
};
