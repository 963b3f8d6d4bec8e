/** Routes asked of one server, so many at a time. */
export const groupsOf = <T>(all: readonly T[], size: number): { routes: readonly T[] }[] =>
  all.flatMap((_, at) => (at % size === 0 ? [{ routes: all.slice(at, at + size) }] : []));
