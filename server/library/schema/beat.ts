/** The steps of a story and its endings. */
import { z } from 'zod';
import { OUTCOMES } from '#engine/model/content.ts';
import { deeds } from './deeds.ts';
import { alternatives, cents, figure, idText, lineText, need, reacts, sentence, spanText } from './parts.ts';
import { point, question, window } from './point.ts';
import { shape } from './shape.ts';

export const place = z.enum(['public', 'group', 'private']);

const exits = shape('beat-exits', {
  resolved: idText.optional(),
  failed: idText.optional(),
  silent: idText.optional(),
  taken: idText.optional(),
  missed: idText.optional(),
});

export const beat = shape(
  'beat',
  {
    id: idText,
    place: place.optional(),
    says: lineText.optional(),
    others: alternatives.optional(),
    mood: figure.optional(),
    asks: z.array(question).min(1).optional(),
    needs: z.array(need).optional(),
    points: z.array(point).min(1).optional(),
    window: window.optional(),
    quiet: shape('beat-quiet', { for: spanText, window: window.optional() }).optional(),
    does: deeds.optional(),
    tells: z.array(idText).optional(),
    recalls: idText.optional(),
    tolerates: z.int().min(0).optional(),
    reacts: reacts.optional(),
    then: z.union([idText, exits]).optional(),
  },
  {
    says: ['在吗 ⏎ 这个我穿几码呀'],
    others: ['美美妈：我家也是 ⏎ 三楼小赵：同问'],
    then: [{ resolved: 'hovers', failed: 'gone', silent: 'gone' }],
  },
);
export type AuthoredBeat = z.output<typeof beat>;

const later = shape(
  'ending-later',
  { left: idText.optional(), unmet: idText.optional(), after: spanText, to: idText },
  { after: ['2d'] },
);

export const ending = shape(
  'ending',
  {
    says: lineText.optional(),
    outcome: z.enum(OUTCOMES),
    sale: cents.optional(),
    amount: cents.optional(),
    level: z.int().min(1).max(3).optional(),
    mood: figure.optional(),
    does: deeds.optional(),
    model: sentence.optional(),
    later: later.optional(),
  },
  { sale: [45900] },
);
export type AuthoredEnding = z.output<typeof ending>;
