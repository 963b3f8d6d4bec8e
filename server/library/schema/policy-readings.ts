/** `scenarios/policy-readings`: cards of a shop to be said in two plain sentences to a customer who asks. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

const point = shape('policy-point', {
  id: idText,
  says: sentence,
  also: z.array(sentence).default([]),
  contradicts: z.array(sentence).default([]),
});

const reading = shape(
  'policy-reading',
  {
    id: idText,
    card: idText,
    customer: sentence,
    points: z.array(point).min(1).max(4),
    model: sentence,
    wrong: sentence,
  },
  { card: ['c-7d'] },
);
export type PolicyReading = z.output<typeof reading>;

export const policyReadingsFile = shape('policy-readings', { shop: idText, readings: z.array(reading).min(1) });
