/** `scenarios/rush.yaml`: how customers come on days of promotion. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { fault, shape } from './shape.ts';

/** Minutes that a profile describes. */
export const RUSH_MINUTES = 15;
/** Customers a minute: three times this at the highest level still thins out of what the engine draws. */
const MOST_A_MINUTE = 2;
const MOST_IN_A_BATCH = 12;

const percent = z.number().min(0).max(100);
const second = z.int().min(0);
/** A second of the profile's minutes. */
const within = second.max(RUSH_MINUTES * 60 - 1);

export const rushFile = shape('rush', {
  source: sentence,
  levels: z.array(z.number().positive().max(3)).length(3),
  queue: shape('rush-queue', {
    patience: shape('rush-patience', {
      medianS: z.number().min(10).max(3600),
      sigma: z.number().min(0).max(2),
      surge: shape('rush-surge', {
        rate: z.number().positive().max(MOST_A_MINUTE),
        times: z.number().positive().max(2),
      }),
      levels: z.array(z.number().positive().max(3)).length(3),
    }),
    colleagueAfterS: z.int().min(10).max(600),
    closingMinutes: z.int().min(1).max(20),
  }),
  profiles: z
    .array(
      shape('rush-profile', {
        id: idText,
        name: sentence,
        from: z.string().regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, fault('rush-from')),
        rate: z.array(z.number().min(0).max(MOST_A_MINUTE)).length(RUSH_MINUTES),
        batches: z.array(
          shape('rush-batch', { at: second, count: z.int().min(1).max(MOST_IN_A_BATCH), over: z.int().min(1) }),
        ),
        offer: shape('rush-offer', { at: within, until: within.optional() })
          .refine(({ at, until }) => until === undefined || until > at, fault('rush-offer-order'))
          .optional(),
        soldOutAt: within.optional(),
        priceProtection: percent.optional(),
        long: percent,
        types: z.record(idText, percent),
      }),
    )
    .min(1),
});
export type AuthoredRush = z.output<typeof rushFile>;
