/** Points: what a question asks, what a right answer says, and the moments when a good agent speaks unasked. */
import { z } from 'zod';
import { WINDOW_KINDS } from '#engine/model/content.ts';
import { ground } from './ground.ts';
import { alternatives, figure, idText, lineText, sentence, spanText } from './parts.ts';
import { shape } from './shape.ts';

export const wordings = z.array(sentence).min(1);
const VALUE_KINDS = ['amount', 'duration', 'clock', 'date', 'percent', 'size', 'side', 'yes-no'] as const;

const wrong = shape('wrong', {
  id: idText,
  says: wordings,
  reply: alternatives.optional(),
  mood: figure.optional(),
  then: idText.optional(),
});

export const point = shape(
  'point',
  {
    id: idText,
    must: z.boolean().optional(),
    ground: ground.optional(),
    says: sentence,
    also: wordings.optional(),
    contradicts: wordings.optional(),
    wrongs: z.array(wrong).min(1).optional(),
    about: wordings.optional(),
    yes: wordings.optional(),
    no: wordings.optional(),
    value: shape(
      'point-value',
      { kind: z.enum(VALUE_KINDS), is: sentence },
      { is: ['503元', '48小时', '16:00'] },
    ).optional(),
    unless: wordings.optional(),
    examples: shape('point-examples', { yes: wordings.optional(), no: wordings.optional() }).optional(),
    ask: alternatives.optional(),
    check: shape(
      'point-check',
      { right: alternatives, wrong: alternatives },
      { right: ['那邮费不用我掏吧'], wrong: ['那邮费还是我出？'] },
    ).optional(),
    policy: idText.optional(),
    unknown: z.boolean().optional(),
    otherwise: z.enum(['wrong', 'right']).optional(),
    leads: idText.optional(),
  },
  {
    ground: ['头围57到58厘米，选大号', { 'h-ex': '换大小号的运费由店里承担' }],
    says: ['这顶帽子您戴大号'],
    also: [['拿大号就行', '大号合适', '您的头围戴大号', '选大号']],
    ask: ['那运费谁出'],
    policy: ['c-7d', 'order'],
  },
).meta({ id: 'point' });
export type AuthoredPoint = z.output<typeof point>;

export const question = shape(
  'question',
  {
    id: idText,
    at: z.int().min(1).optional(),
    question: sentence,
    waits: z.boolean().optional(),
    points: z.array(point).min(1),
    model: sentence.optional(),
    first: z.array(z.union([idText, shape('question-first', { do: idText, model: sentence.optional() })])).optional(),
  },
  { id: ['q-size'], question: ['这双穿几码'], first: [['foot']] },
);
export type AuthoredQuestion = z.output<typeof question>;

const recapItem = shape(
  'recap',
  { point: idText, told: alternatives, ask: lineText },
  { told: ['退1块6 对吧'], ask: ['退多少'] },
);

export const window = shape(
  'window',
  {
    kind: z.enum(WINDOW_KINDS),
    from: spanText.optional(),
    until: spanText,
    points: z.array(idText).min(1).optional(),
    do: idText.optional(),
    model: sentence.optional(),
    recap: z.array(recapItem).min(1).optional(),
  },
  { until: ['45s'], from: ['10s'] },
).meta({ id: 'window' });
export type AuthoredWindow = z.output<typeof window>;
