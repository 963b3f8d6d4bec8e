/** `scenarios/complaints.yaml`: of some cases, who answers for the complaint, by which card, with what remedy. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

export const RESPONSIBLE = ['shop', 'customer', 'both', 'unproven'] as const;

const complaint = shape('complaint', {
  about: sentence,
  responsible: z.enum(RESPONSIBLE),
  rules: shape('complaint-rules', { right: idText, from: z.array(idText).min(3) }),
  remedies: shape('complaint-remedies', {
    right: idText,
    from: z.array(shape('complaint-remedy', { id: idText, name: sentence })).min(3),
  }),
  why: sentence,
});
export type Complaint = z.output<typeof complaint>;

/** By the case's id. */
export const complaintsFile = z.record(z.string(), complaint);
