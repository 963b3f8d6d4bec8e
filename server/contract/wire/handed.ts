/** What a customer brings from the seat before: of a project task, or passed on in mid-story. */
import { z } from 'zod';

export const handedFields = {
  /** Who had the customer before, and their note; `seat`: of a classmate. `before` holds what was said. */
  handed: z.strictObject({ role: z.string(), note: z.string(), seat: z.string().optional() }).optional(),
  /** The role that gets the customer when the part here is over. */
  next: z.string().optional(),
};
