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

/** Pictures customers send; each drawing is `<id>.svg` beside this file. */
export const picturesFile = z.array(
  shape('picture', {
    id: idText,
    /** The picture in words, for people who can't see it, for print and for quotes: what is shown, not what it means. */
    alt: sentence.regex(/^[^〔〕]+$/, fault('no-brackets')),
    /** For authors: facts that can be read from the picture; an answer may depend on them. */
    shows: z.array(sentence).min(1),
    source: z.literal('own'),
  }),
);
export type AuthoredPicture = z.output<typeof picturesFile>[number];
