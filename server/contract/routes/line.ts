/** What a line of the table of routes says, and the types that client, server and tests read from it. */
import type { ZodObject, ZodType, z } from 'zod';
import type { ErrorCode } from '#contract/errors.ts';
import type { Access } from '#contract/who-may.ts';

/** A reply whose type is known and has no schema. It holds nothing: the type is all there is to it. */
export type Carried<T> = { readonly kind: 'carried'; readonly told?: T };
export const carries = <T>(): Carried<T> => ({ kind: 'carried' });

/** Bodies longer than elsewhere, which are read for these people only: `json` and `file` as Express writes sizes. */
export type Upload = { readonly readFor: 'staff' | 'teacher'; readonly json: string; readonly file?: string };

export type Line = {
  readonly who: Access;
  /** Parts of the path that are more than any text, and how one that is wrong is refused. */
  readonly params?: { readonly schema: ZodObject; readonly code: ErrorCode };
  readonly query?: ZodObject;
  readonly body?: ZodType;
  /** `file`: sent as it is, under a name. `page`: no `Reply` either, and its handler speaks HTTP itself. */
  readonly reply: ZodType | Carried<unknown> | 'file' | 'page';
  readonly upload?: Upload;
};
export type Lines = Readonly<Record<`${'GET' | 'POST'} /${string}`, Line>>;

/** The names after `:` in a path: 'id' | 'mark' of `/api/runs/:id/marks/:mark/remove`. */
export type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type ParamsSchema<L> = L extends { params: { schema: infer S extends ZodType } } ? z.output<S> : unknown;
/** A path's parts as a handler gets them. */
export type ParamsOf<Path extends string, L> = Record<Exclude<NamesIn<Path>, keyof ParamsSchema<L>>, string> &
  ParamsSchema<L>;

/** The rest of an address, as it is asked for and as a handler gets it. */
export type QuerySent<L> = L extends { query: infer S extends ZodType } ? z.input<S> : unknown;
export type QueryRead<L> = L extends { query: infer S extends ZodType } ? z.output<S> : unknown;

/** `undefined` where a line has no body. */
export type BodySent<L> = L extends { body: infer S extends ZodType } ? z.input<S> : undefined;
export type BodyRead<L> = L extends { body: infer S extends ZodType } ? z.output<S> : undefined;

/** What stands in `Reply<…>`; never for files and pages. */
export type Told<L extends Line> = L['reply'] extends ZodType
  ? z.output<L['reply']>
  : L['reply'] extends Carried<infer T>
    ? T
    : never;
