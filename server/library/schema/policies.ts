/** A shop's policy cards, and by which words a reply contradicts them. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

export const policiesFile = z.array(
  shape('policy', {
    id: idText,
    title: sentence,
    text: sentence,
    basis: z.enum(['law', 'shop', 'both']),
    source: sentence,
    date: sentence,
    /** Figures of the card: a reply that tells one otherwise contradicts the card, whether it was asked or not. */
    states: z
      .array(shape('policy-states', { is: z.array(sentence), says: z.array(sentence), firm: z.boolean().optional() }))
      .optional(),
    noVow: z.array(sentence).optional(),
    noHaste: z.array(sentence).optional(),
    noVerdict: z.array(sentence).optional(),
    noDay: z.array(sentence).optional(),
    noMishap: z.array(sentence).optional(),
    noOutcome: z.array(sentence).optional(),
    noPledge: z.array(sentence).optional(),
    noGuess: z.boolean().optional(),
  }),
);
