/** The small shapes that all authored files are made of: plain data, no expressions. */
import { z } from 'zod';
import { ACTS, RED_LINES } from '#language/terms/verdicts.ts';
import { fault, oneOf, shape } from './shape.ts';

export const idText = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, fault('id'));
/** A row of scenarios/law.yaml. */
export const lawRowId = z.string().regex(/^L\d{2}$/, fault('law-row'));
/** Customers' lines: ⏎ begins a new bubble, 〔…〕 is a card. */
export const lineText = z.string();
export const sentence = z.string().min(1);
/** Alternatives used in turn, never a burst. */
export const alternatives = z.union([lineText, z.array(lineText).min(1)]);
export const spanText = z.string().regex(/^\d+(\.\d+)?[smhd]$/, fault('span'));
export const secondsText = z.string().regex(/^\d+(\.\d+)?s$/, fault('seconds'));
export const cents = z.int().nonnegative();
export const figure = z.number();
export const act = z.enum(ACTS);

const reactionBody = shape(
  'reaction',
  { reply: alternatives.optional(), mood: figure.optional(), then: idText.optional(), after: secondsText.optional() },
  { reply: ['行 我等着'], mood: [-10, 5], after: ['20s'] },
);
export const reaction = z.union([lineText, z.array(lineText).min(1), reactionBody]).meta({ id: 'reaction' });
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

export const reacts = shape(
  'reacts',
  {
    resolved: reaction.optional(),
    undone: reaction.optional(),
    claimed: reaction.optional(),
    vague: reaction.optional(),
    evaded: reaction.optional(),
    rigid: reaction.optional(),
    cold: reaction.optional(),
    hostile: reaction.optional(),
    hold: reaction.optional(),
    'asked-again': reaction.optional(),
    rephrase: reaction.optional(),
    echo: reaction.optional(),
    'dont-know': reaction.optional(),
    'asked-own': reaction.optional(),
    'asked-supposed': reaction.optional(),
    'asked-which': reaction.optional(),
    'asked-either': reaction.optional(),
    'asked-picture': reaction.optional(),
    'asked-when': reaction.optional(),
    'asked-home': reaction.optional(),
    'asked-why': reaction.optional(),
    'asked-what': reaction.optional(),
    'asked-whether': reaction.optional(),
    'asked-more': reaction.optional(),
    'asked-later': reaction.optional(),
    forbidden: reaction.optional(),
    'cross-talk': reaction.optional(),
    passed: reaction.optional(),
    failed: reaction.optional(),
    nod: reaction.optional(),
    'invited-early': reaction.optional(),
    'invited-again': reaction.optional(),
    covered: keyed.optional(),
    partly: keyed.optional(),
    wrong: keyed.optional(),
    'red-line': redLines.optional(),
    silence: z.tuple([reaction, reaction, reaction]).optional(),
  },
  { resolved: ['行 那我拍了'], vague: ['大概是多久'], silence: [['在吗', '还在不在', '那我先走了']] },
).meta({ id: 'reacts' });
export type AuthoredReacts = z.output<typeof reacts>;

export const withFields = z.record(idText, z.union([z.string(), z.number()]));

const condition = z.union([
  shape('after-ask', { ask: idText }),
  shape('after-do', { do: idText }),
  shape('after-point', { point: idText }),
]);
const exactlyOne =
  (...keys: readonly string[]) =>
  (value: object) =>
    keys.filter((key) => key in value).length === 1;

export const need = shape(
  'need',
  {
    do: idText.optional(),
    with: withFields.optional(),
    or: z.array(idText).min(1).optional(),
    ask: idText.optional(),
    act: act.optional(),
    after: z.array(condition).optional(),
    until: z.literal('end').optional(),
    undone: alternatives.optional(),
    note: sentence.optional(),
  },
  { do: ['send-product', 'remark'], with: [{ sku: '39.5' }], note: ['39.5，脚背高'] },
)
  .refine(exactlyOne('do', 'ask', 'act'), fault('do-ask-act'))
  .refine((value) => value.note === undefined || value.do !== undefined, fault('note-with-do'))
  .refine((value) => value.or === undefined || value.do !== undefined, fault('or-with-do'))
  .meta({ id: 'need', ...oneOf('do', 'ask', 'act') });
export type AuthoredNeed = z.output<typeof need>;

export const forbid = shape(
  'forbid',
  {
    do: idText.optional(),
    act: act.optional(),
    with: withFields.optional(),
    because: sentence,
    asked: z.array(sentence).min(1).optional(),
    reply: alternatives.optional(),
    mood: figure.optional(),
  },
  { do: ['change-price'], because: ['改价没有这个权限'] },
)
  .refine(exactlyOne('do', 'act'), fault('do-or-act'))
  .meta(oneOf('do', 'act'));
export type AuthoredForbid = z.output<typeof forbid>;

/** A clock time, quoted: "08:00". */
export const clockText = z.string().regex(/^\d{2}:\d{2}$/, fault('clock'));
