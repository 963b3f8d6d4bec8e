/** Data beside cases and shops: what platforms hold a desk to, and the pictures customers send. */
import { z } from 'zod';
import { clockText, idText, sentence } from './parts.ts';
import { weight } from './rubric.ts';
import { fault, shape } from './shape.ts';

export const platformFile = shape('platform', {
  id: idText,
  name: sentence,
  date: sentence,
  'reminds-by': z.enum(['words', 'button']).default('words'),
  titles: z.record(idText, sentence).default({}),
  figures: z.array(
    shape('platform-figure', {
      id: idText,
      title: sentence,
      kind: z.enum(['mean-round', 'share-rounds', 'share-first', 'share-no-gap']),
      capS: weight.nullish(),
      withinS: weight.nullish(),
      hours: z.tuple([clockText, clockText]),
      target: z.number().nullish(),
      formula: sentence,
      source: sentence,
      date: sentence,
    }),
  ),
});
export type AuthoredPlatform = z.output<typeof platformFile>;

/** What customers send: `<id>.svg` beside this file. */
export const picturesFile = z.array(
  shape('picture', {
    id: idText,
    /** Read aloud to who can't see it, and written in print and quotes: what is there, not what it means. */
    alt: sentence.regex(/^[^〔〕]+$/, fault('no-brackets')),
    /** For authors: the facts that can be read from it, which may decide the answer. */
    shows: z.array(sentence).min(1),
    source: z.literal('own'),
  }),
);
export type AuthoredPicture = z.output<typeof picturesFile>[number];
