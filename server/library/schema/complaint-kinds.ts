/** `scenarios/complaint-kinds.yaml`: what the customer of a case complains of, where they come with a complaint. */
import { z } from 'zod';

export const COMPLAINT_KINDS = [
  ...(['quality', 'damaged', 'missing', 'unshipped', 'late', 'undelivered'] as const),
  ...(['refund', 'price', 'promise', 'size', 'unanswered', 'food'] as const),
] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** By kind, ids of cases; a case has one kind. */
export const complaintKindsFile = z.record(
  z.enum(COMPLAINT_KINDS),
  z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)),
);
