/** What the table of routes says of each route, and the types that client, server and tests read from it. */
import type { ZodObject, ZodType, z } from 'zod';
import type { ErrorCode } from '#contract/errors.ts';
import type { Access } from '#contract/who-may.ts';

/** A reply that has a type and no schema. The object carries no data: the type is for the compiler. */
export type TypedReply<T> = { readonly kind: 'carried'; readonly told?: T };
export const replies = <T>(): TypedReply<T> => ({ kind: 'carried' });

/** Bodies that may be longer than elsewhere, read from these people only. `json`, `file`: sizes as Express writes them. */
export type Upload = { readonly readFor: 'staff' | 'teacher'; readonly json: string; readonly file?: string };

export type RouteSpec = {
  readonly who: Access;
  /** Parts of the path that take only certain texts, and the code of the refusal for any other. */
  readonly params?: { readonly schema: ZodObject; readonly code: ErrorCode };
  readonly query?: ZodObject;
  readonly body?: ZodType;
  /** `file`: sent under a name, as it is. `page`: its handler writes the HTTP answer itself. Neither is a `Reply`. */
  readonly reply: ZodType | TypedReply<unknown> | 'file' | 'page';
  readonly upload?: Upload;
};
export type RouteTable = Readonly<Record<`${'GET' | 'POST'} /${string}`, RouteSpec>>;

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

/** The query of an address, as a client sends it and as a handler gets it. */
export type QuerySent<L> = L extends { query: infer S extends ZodType } ? z.input<S> : unknown;
export type QueryRead<L> = L extends { query: infer S extends ZodType } ? z.output<S> : unknown;

/** `undefined` where a route has no body. */
export type BodySent<L> = L extends { body: infer S extends ZodType } ? z.input<S> : undefined;
export type BodyRead<L> = L extends { body: infer S extends ZodType } ? z.output<S> : undefined;

/** The value in `Reply<…>`; files and pages have none. */
export type ReplyValue<L extends RouteSpec> = L['reply'] extends ZodType
  ? z.output<L['reply']>
  : L['reply'] extends TypedReply<infer T>
    ? T
    : never;
