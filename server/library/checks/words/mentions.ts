/** Ids where they are given and where they are mentioned. */
import { type MessageKey, say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';

export type NamedId = { id: string };
/** `id` is undefined where the author wrote none. */
export type Mention = { id: string | undefined; path: Path };

/** The kinds of things that have ids, as sentences call them. */
export type IdKind = Extract<MessageKey, `checker:kind.${string}`> extends `checker:kind.${infer Kind}` ? Kind : never;

/** The second and later uses of one id. */
export function* duplicateIds(given: readonly { id: string; path: Path }[], kind: IdKind): Iterable<Fault> {
  const what = say(`checker:kind.${kind}`);
  const seen = new Set<string>();
  for (const { id, path } of given) {
    if (seen.has(id)) yield { code: 'duplicate-id', path, message: say('checker:mention.twice', { what, id }) };
    seen.add(id);
  }
}

/** Whether an id is a slip of the pen for another: one letter too many, too few or different, or two swapped: studnet, gonne. */
function isSlip(written: string, meant: string): boolean {
  if (Math.min(written.length, meant.length) < 3 || Math.abs(written.length - meant.length) > 1) return false;
  let offset = 0;
  while (offset < written.length && written[offset] === meant[offset]) offset += 1;
  const [rest, other] = [written.slice(offset), meant.slice(offset)];
  return (
    rest.slice(1) === other.slice(1) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  );
}

/** Mentions of an id that nothing has. */
export function* unknownIds(mentions: readonly Mention[], known: readonly NamedId[], kind: IdKind): Iterable<Fault> {
  const what = say(`checker:kind.${kind}`);
  const ids = new Set(known.map(({ id }) => id));
  for (const { id, path } of mentions) {
    if (id === undefined || ids.has(id)) continue;
    const near = [...ids].find((other) => other.startsWith(id) || id.startsWith(other) || isSlip(id, other));
    yield {
      code: 'unknown-id',
      path,
      message: near ? say('checker:mention.near', { what, id, near }) : say('checker:mention.unknown', { what, id }),
    };
  }
}
