/** Quick replies that a person with an account keeps for themselves (我的话术): on every device they sign in at. */
import { z } from 'zod';
import { MESSAGE_MAX } from '#contract/commands.ts';

/** Most that a person keeps: their desk's list still fits into a minute's reading. */
export const PERSONAL_REPLIES_MAX = 100;
/** Longest texts, in UTF-16 units. A reply isn't longer than a message: it could be inserted and not sent. */
export const PERSONAL_LIMITS = { code: 12, title: 20, text: MESSAGE_MAX } as const;

/** `code`: what calls it up behind the slash, '' for none. `rev` counts its wordings from 1. */
export type PersonalReply = { id: string; code: string; title: string; text: string; rev: number };
export type PersonalRepliesBody = {
  /** In their owner's order. */
  replies: PersonalReply[];
  /** The limits, sent because the client can't import them. */
  most: number;
  limits: { code: number; title: number; text: number };
  /** Names that may stand in { }: those that the desk fills, and those that stay to be filled by hand. */
  variables: { filled: string[]; gaps: string[] };
};

const wording = {
  code: z
    .string()
    .trim()
    .toLowerCase()
    .max(PERSONAL_LIMITS.code)
    .regex(/^(?:[a-z][a-z0-9]*)?$/),
  title: z
    .string()
    .trim()
    .min(1)
    .max(PERSONAL_LIMITS.title)
    .regex(/^\P{Cc}*$/u),
  text: z.string().trim().min(1).max(PERSONAL_LIMITS.text),
};
const place = z.number().int().min(0).max(PERSONAL_REPLIES_MAX);
/** `id`: made by the page, so that a request sent twice stores one. `place`: where one that was deleted stood; left out: last. */
export const newPersonalReplySchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  ...wording,
  place: place.optional(),
});
/** `rev`: of the wording that whoever changes it looked at. */
export const changePersonalReplySchema = z.strictObject({ ...wording, rev: z.number().int().min(1) });
/** `place`: where it is to stand, counted from 0; beyond the end: last. */
export const movePersonalReplySchema = z.strictObject({ place });
export type PersonalWording = Pick<z.infer<typeof newPersonalReplySchema>, 'code' | 'title' | 'text'>;
