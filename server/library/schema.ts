/** The authored files besides cases: persona, shop, catalogue, rubric, platform. Unknown keys are errors. */
import { z } from 'zod';
import { alternatives, cents, idText, lawRowId, reacts, sentence } from '#library/schema-parts.ts';

const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '写成 2026-11-01');
const clockText = z.string().regex(/^\d{2}:\d{2}$/, '写成 "08:00"，要加引号');
const share = z.number().min(0).max(1);

export const personaFile = z.strictObject({
  id: idText,
  name: sentence,
  typing: z.number().positive(),
  patience: z.tuple([z.number(), z.number(), z.number()]),
  mood: z.number().min(0).max(100),
  swing: z.number().positive(),
  tolerates: z.int().min(0).optional(),
  /** For authors only: what lifts and lowers this temperament. */
  note: alternatives.optional(),
  reacts,
});
export type AuthoredPersona = z.output<typeof personaFile>;

export const shopFile = z.strictObject({
  // Its pictures would stand where the customers' do.
  id: idText.refine((id) => id !== 'customer', 'customer 是客户图片的地址：换一个'),
  name: sentence,
  platform: idText,
  hours: z.tuple([clockText, clockText]),
  voice: sentence,
  role: sentence,
  authority: z.array(z.strictObject({ level: z.enum(['A', 'B', 'C']), text: sentence })),
  coupons: z.array(z.strictObject({ id: idText, name: sentence, amount: cents, least: cents })),
  actions: z.array(idText),
});
export type AuthoredShop = z.output<typeof shopFile>;

export const productsFile = z.array(
  z.strictObject({
    id: idText,
    name: sentence,
    price: cents,
    stock: z.int().min(0).nullish(),
    skus: z.array(sentence).default([]),
    facts: z.array(sentence).default([]),
    doubts: z.array(z.strictObject({ asks: sentence, answer: z.string() })).default([]),
    picture: z.string().nullish(),
  }),
);
export type AuthoredProduct = z.output<typeof productsFile>[number];

export const policiesFile = z.array(
  z.strictObject({
    id: idText,
    title: sentence,
    text: sentence,
    basis: z.enum(['law', 'shop', 'both']),
    source: sentence,
    date: sentence,
  }),
);

export const quickRepliesFile = z.array(
  z.strictObject({
    id: idText,
    code: sentence,
    group: sentence,
    title: sentence,
    text: sentence,
    /** The policy card it states, for the checker. */
    card: idText.optional(),
    /** A phrase that mustn't be sent as it is: which finding it raises, and by what. */
    trap: z.strictObject({ finding: sentence, source: sentence.optional(), date: dateText.optional() }).optional(),
  }),
);
export type AuthoredQuickReply = z.output<typeof quickRepliesFile>[number];

export const typesFile = z.array(
  z.strictObject({ id: idText, name: sentence, stage: z.enum(['before', 'during', 'after']) }),
);

/** The rules of law that cases are sorted by (`tags.law`); what a drill quotes is always the shop's own card. */
export const lawFile = z.array(
  z.strictObject({
    id: lawRowId,
    name: sentence,
    rule: sentence,
    article: sentence,
    date: dateText,
  }),
);
export type LawRow = z.output<typeof lawFile>[number];

/** What customers send: `<id>.svg` beside this file. */
export const picturesFile = z.array(
  z.strictObject({
    id: idText,
    /** Read aloud to who can't see it, and written in print and quotes: what is there, not what it means. */
    alt: sentence.regex(/^[^〔〕]+$/, '不写〔〕：它会写进〔图片：…〕'),
    /** For authors: the facts that can be read from it, which may decide the answer. */
    shows: z.array(sentence).min(1),
    source: z.literal('own'),
  }),
);
export type AuthoredPicture = z.output<typeof picturesFile>[number];

const FIELD_KINDS = ['text', 'money', 'order', 'product', 'sku', 'coupon', 'address', 'choice'] as const;
export const actionsFile = z.array(
  z.strictObject({
    id: idText,
    title: sentence,
    group: sentence,
    sends: z.boolean(),
    fields: z
      .array(
        z.strictObject({
          name: idText,
          title: sentence,
          kind: z.enum(FIELD_KINDS),
          required: z.boolean().default(false),
          choices: z.array(z.strictObject({ value: z.string(), title: sentence })).default([]),
        }),
      )
      .default([]),
    done: sentence,
    why: sentence.optional(),
    /** What is said to the customer while doing it: 我这就给您改成{sku}. */
    doing: sentence.optional(),
  }),
);

const dimension = z.enum(['response', 'expression', 'solving', 'operation', 'manner', 'sales']);
const weight = z.number().min(0);
export const rubricFile = z.strictObject({
  id: idText,
  date: dateText,
  weights: z.record(dimension, weight),
  pass: weight,
  excellent: weight,
  cap: weight,
  unsureShare: share,
  tiers: z.array(z.strictObject({ upTo: z.number(), excellentS: weight, passS: weight, failS: weight })).min(1),
  handling: z.strictObject({ slowS: weight, longMinutes: weight }).optional(),
  anatomy: z
    .strictObject({
      date: dateText,
      fewestRounds: z.int().min(1),
      fewestSlow: z.int().min(1),
      share,
      ahead: share,
      busyShare: share,
      unseenS: weight,
      lookUpS: weight,
      thinkS: weight,
      phraseS: weight,
      charactersPerMinute: weight,
      fewestCharacters: weight,
      deletedShare: share,
    })
    .optional(),
  stars: z
    .strictObject({
      of: z.int().min(1),
      step: z.number().positive(),
      above: weight,
      source: sentence,
      date: dateText,
      figures: z
        .array(
          z.strictObject({
            measure: idText,
            weight: z.number().positive(),
            better: z.enum(['less', 'more']),
            lines: z.array(z.strictObject({ line: z.number(), stars: z.number().positive() })).min(1),
          }),
        )
        .min(1),
    })
    .optional(),
  roundCredit: z.strictObject({ excellent: share, pass: share, weak: share, fail: share }),
  offers: z.strictObject({ must: weight, bonus: weight, need: weight, duty: weight, window: weight, turn: weight }),
  findings: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z0-9-]+(:[a-z0-9-]+)?$/, '写成 late-first 或 red-line:offsite'),
      family: idText,
      dimension,
      severity: z.enum(['grave', 'mild', 'merit']),
      deduct: weight,
      title: sentence,
      why: sentence,
      advice: z.string(),
    }),
  ),
});

export type AuthoredRubric = z.output<typeof rubricFile>;

export const platformFile = z.strictObject({
  id: idText,
  name: sentence,
  date: sentence,
  figures: z.array(
    z.strictObject({
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
