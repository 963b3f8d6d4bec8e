/** An id where it is given and where it is mentioned. */
import type { Fault, Path } from '#library/diagnostics.ts';

export type Named = { id: string };
/** `id` undefined: the author wrote none here. */
export type Mention = { id: string | undefined; path: Path };

/** The second and later uses of one id. */
export function* duplicates(given: readonly { id: string; path: Path }[], what: string): Iterable<Fault> {
  const seen = new Set<string>();
  for (const { id, path } of given) {
    if (seen.has(id)) yield { code: 'duplicate-id', path, message: `${what} ${id} 已经有了：换一个 id` };
    seen.add(id);
  }
}

/** Mentions of an id that nothing has. */
export function* unknown(mentions: readonly Mention[], known: readonly Named[], what: string): Iterable<Fault> {
  const ids = new Set(known.map(({ id }) => id));
  for (const { id, path } of mentions) {
    if (id === undefined || ids.has(id)) continue;
    const near = [...ids].find((other) => other.startsWith(id) || id.startsWith(other));
    yield {
      code: 'unknown-id',
      path,
      message: `没有${what} ${id}${near ? `，是不是 ${near}？` : '：改成已有的，或补上它'}`,
    };
  }
}
