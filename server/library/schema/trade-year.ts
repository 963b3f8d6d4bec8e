/** `scenarios/trade-year.yaml`: the trade's year, its promotions, and the drills that belong before and after each. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { fault, oneOf, shape } from './shape.ts';

/** Half a year: a step belongs to one promotion. */
const FARTHEST_DAYS = 183;
const MOST_CASES = 3;

const offset = z.int().min(-FARTHEST_DAYS).max(FARTHEST_DAYS);

export const tradeYearFile = shape('trade-year', {
  source: sentence,
  springFestivals: shape('spring-festivals', {
    source: sentence,
    days: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, fault('story-date'))).min(1),
  }),
  events: z
    .array(
      shape('trade-event', {
        id: idText,
        name: sentence,
        day: z
          .string()
          .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, fault('month-day'))
          .optional(),
        spring: offset.optional(),
        steps: z
          .array(
            shape('trade-step', {
              id: idText,
              name: sentence,
              days: offset,
              cases: z
                .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, fault('case-id')))
                .min(1)
                .max(MOST_CASES)
                .optional(),
              rush: shape('trade-rush', {
                profile: idText,
                level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
                minutes: z.int().min(1).max(15),
              }).optional(),
            })
              .refine(({ cases, rush }) => (cases === undefined) !== (rush === undefined), fault('trade-step'))
              .meta(oneOf('cases', 'rush')),
          )
          .min(1),
      })
        .refine(({ day, spring }) => (day === undefined) !== (spring === undefined), fault('trade-day'))
        .meta(oneOf('day', 'spring')),
    )
    .min(1),
});
export type AuthoredTradeYear = z.output<typeof tradeYearFile>;

type Kept<T> = T extends readonly (infer One)[]
  ? readonly Kept<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Kept<T[Key]> }
    : T;
/** As a catalog has it: nobody changes it. */
export type TradeYear = Kept<AuthoredTradeYear>;

/** Of a library without the file. */
export const NO_TRADE_YEAR: TradeYear = { source: '', springFestivals: { source: '', days: [] }, events: [] };
