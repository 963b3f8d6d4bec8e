/** Ids where they are given and where they are mentioned. */
import { type MessageKey, say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';

export type NamedId = { id: string };
/** `id` is undefined where the author wrote none. */
export type Mention = { id: string | undefined; path: Path };

/** The kinds of things that have ids, as sentences call them. */
export type IdKind = Extract<MessageKey, `checker:kind.${string}`> extends `checker:kind.${infer Kind}` ? Kind : never;

/** The second and later uses of one id. */
export function* duplicateIds(idsGiven: readonly { id: string; path: Path }[], kind: IdKind): Iterable<Fault> {
  const kindName = say(`checker:kind.${kind}`);
  const seenIds = new Set<string>();
  for (const { id, path } of idsGiven) {
    if (seenIds.has(id))
      yield { code: 'duplicate-id', path, message: say('checker:mention.twice', { what: kindName, id }) };
    seenIds.add(id);
  }
}

/** Whether an id is a slip of the pen for another: one letter too many, too few or different, or two swapped: studnet, gonne. */
const isSlip = (writtenId: string, meantId: string): boolean => {
  if (Math.min(writtenId.length, meantId.length) < 3 || Math.abs(writtenId.length - meantId.length) > 1) return false;
  let offset = 0;
  while (offset < writtenId.length && writtenId[offset] === meantId[offset]) offset += 1;
  const [writtenRest, meantRest] = [writtenId.slice(offset), meantId.slice(offset)];
  return (
    writtenRest.slice(1) === meantRest.slice(1) ||
    writtenRest.slice(1) === meantRest ||
    writtenRest === meantRest.slice(1) ||
    (writtenRest[0] === meantRest[1] && writtenRest[1] === meantRest[0] && writtenRest.slice(2) === meantRest.slice(2))
  );
};

/** Mentions of an id that nothing has. */
export function* unknownIds(
  mentions: readonly Mention[],
  namedThings: readonly NamedId[],
  kind: IdKind,
): Iterable<Fault> {
  const kindName = say(`checker:kind.${kind}`);
  const ids = new Set(namedThings.map(({ id }) => id));
  for (const { id, path } of mentions) {
    if (id === undefined || ids.has(id)) continue;
    const similarId = [...ids].find((other) => other.startsWith(id) || id.startsWith(other) || isSlip(id, other));
    yield {
      code: 'unknown-id',
      path,
      message: similarId
        ? say('checker:mention.near', { what: kindName, id, near: similarId })
        : say('checker:mention.unknown', { what: kindName, id }),
    };
  }
}
