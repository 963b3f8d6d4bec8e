/** The server's addresses, from the table of routes by its types alone: none of the server's code comes to the browser. */
import type { AddressOf, CallRoute, ReplyOf, Route, Routes } from '#contract/routes/table.ts';

declare const answers: unique symbol;
/** An address with the type of its answer: `T`, 'file' or 'page'. */
export type Path<T> = string & { readonly [answers]: T };
type PathTo<R extends Route> = Path<R extends CallRoute ? ReplyOf<R> : Routes[R]['reply']>;

/** A route without names takes no address argument but an empty one. */
type Exact<Names> = keyof Names extends never ? Record<string, never> : Names;
export type Address<R extends Route> = Exact<AddressOf<R>>;
/** May be left out where nothing has to be named. */
export type AddressRest<R extends Route> =
  Record<string, never> extends Address<R> ? [address?: Address<R>] : [address: Address<R>];

export type GetRoute = Extract<Route, `GET ${string}`>;

/** The path of a route, its `:names` filled in; other names become the query. */
export const addressOf = (route: Route, names: object): string => {
  const remaining = new Map<string, unknown>(Object.entries(names));
  const path = route.slice(route.indexOf(' ') + 1).replace(/:(\w+)/g, (_, name: string) => {
    const value = String(remaining.get(name));
    remaining.delete(name);
    return encodeURIComponent(value);
  });
  const query = [...remaining].flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeQueryValue(String(value))}`],
  );
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
};

/** Commas stay readable, since lists use them. */
const encodeQueryValue = (value: string): string => encodeURIComponent(value).replaceAll('%2C', ',');

/** The address to load, link or download from. */
export const pathTo = <R extends GetRoute>(route: R, ...rest: AddressRest<R>): PathTo<R> => {
  const [address = {}]: [address?: object] = rest;
  return addressOf(route, address) as PathTo<R>;
};
