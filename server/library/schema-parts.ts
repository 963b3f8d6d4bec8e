/** The small shapes every authored file is made of. Nothing here has a meaning of its own: data, no expressions. */
import { z } from 'zod';
import { ACTS, RED_LINES } from '#language/judgement.ts';

export const idText = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, '写小写字母、数字和连字符');
/** A row of scenarios/law.yaml. */
export const lawRowId = z.string().regex(/^L\d{2}$/, '写成 L01');
/** Customers' lines: ⏎ begins a new bubble, 〔…〕 is a card. */
export const lineText = z.string();
export const sentence = z.string().min(1);
/** Alternatives used in turn, never a burst. */
export const alternatives = z.union([lineText, z.array(lineText).min(1)]);
export const spanText = z.string().regex(/^\d+(\.\d+)?[smhd]$/, '写成 45s、30m、5h 或 2d');
export const secondsText = z.string().regex(/^\d+(\.\d+)?s$/, '写成 20s');
export const cents = z.int().nonnegative();
export const figure = z.number();
export const act = z.enum(ACTS);

const reactionBody = z.strictObject({
  reply: alternatives.optional(),
  mood: figure.optional(),
  then: idText.optional(),
  after: secondsText.optional(),
});
export const reaction = z.union([lineText, z.array(lineText).min(1), reactionBody]);
export type AuthoredReaction = z.output<typeof reaction>;

/** One reaction for all of a kind, or one for each id. */
const keyed = z.union([lineText, z.array(lineText).min(1), reactionBody, z.record(idText, reaction)]);
const redLines = z.union([
  lineText,
  z.array(lineText).min(1),
  reactionBody,
  z.partialRecord(z.enum(RED_LINES), reaction),
]);
export type AuthoredKeyed = z.output<typeof keyed> | z.output<typeof redLines>;

export const reacts = z.strictObject({
  resolved: reaction.optional(),
  undone: reaction.optional(),
  vague: reaction.optional(),
  evaded: reaction.optional(),
  rigid: reaction.optional(),
  cold: reaction.optional(),
  hostile: reaction.optional(),
  hold: reaction.optional(),
  'asked-again': reaction.optional(),
  rephrase: reaction.optional(),
  'dont-know': reaction.optional(),
  forbidden: reaction.optional(),
  'cross-talk': reaction.optional(),
  passed: reaction.optional(),
  failed: reaction.optional(),
  covered: keyed.optional(),
  partly: keyed.optional(),
  wrong: keyed.optional(),
  'red-line': redLines.optional(),
  silence: z.tuple([reaction, reaction, reaction]).optional(),
});
export type AuthoredReacts = z.output<typeof reacts>;

export const withFields = z.record(idText, z.union([z.string(), z.number()]));

const condition = z.union([
  z.strictObject({ ask: idText }),
  z.strictObject({ do: idText }),
  z.strictObject({ point: idText }),
]);
const exactlyOne =
  (...keys: readonly string[]) =>
  (value: object) =>
    keys.filter((key) => key in value).length === 1;

export const need = z
  .strictObject({
    do: idText.optional(),
    with: withFields.optional(),
    ask: idText.optional(),
    act: act.optional(),
    after: z.array(condition).optional(),
    until: z.literal('end').optional(),
    /** What to write in the action's note: 39.5，脚背高. */
    note: sentence.optional(),
  })
  .refine(exactlyOne('do', 'ask', 'act'), 'do、ask、act 只写一个')
  .refine((value) => value.note === undefined || value.do !== undefined, 'note 只跟 do 写在一起');
export type AuthoredNeed = z.output<typeof need>;

export const forbid = z
  .strictObject({
    do: idText.optional(),
    act: act.optional(),
    with: withFields.optional(),
    because: sentence,
    reply: alternatives.optional(),
    mood: figure.optional(),
  })
  .refine(exactlyOne('do', 'act'), 'do、act 只写一个');
export type AuthoredForbid = z.output<typeof forbid>;

/** What customers do themselves. */
export const deeds = z.strictObject({
  'place-order': z
    .strictObject({ product: idText, sku: z.string().optional(), pays: z.boolean(), amount: cents })
    .optional(),
  pay: z.strictObject({ order: idText.optional() }).optional(),
  'open-refund': z.strictObject({ amount: cents.optional() }).optional(),
  'open-complaint': z.strictObject({ level: z.int().min(1).max(3) }).optional(),
  'bad-review': z.strictObject({}).optional(),
});
export type AuthoredDeeds = z.output<typeof deeds>;
