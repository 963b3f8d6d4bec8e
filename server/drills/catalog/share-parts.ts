import { createHash } from 'node:crypto';
import type { Beat, ContentData, Question, Scenario } from '#engine/model/content.ts';

/** Returns the equal part that is in memory already, and the part itself where there is none. */
type Sharing = {
  <T extends object>(part: T): T;
  /** The same for a part of which `inner` has been shared: that isn't written out once more. */
  around<T extends object, I extends object>(part: T, inner: I): T & I;
};

/**
 * Makes contents share their equal parts: the returned function gives the same content made of parts that earlier
 * contents have. Two variants of a case differ in some lines and figures; the shop, the rubric and most points are
 * equal. Without it each drill on a variant of its own held 300 kB, and the judge compiled every point anew for it
 * (43 ms and 1 MB a variant). A part that no content holds any more is forgotten.
 */
export const createPartSharing = (): ((data: ContentData) => ContentData) => {
  const known = new Map<string, WeakRef<object>>();
  const forgotten = new FinalizationRegistry<string>((key) => {
    // An equal part may have come since.
    if (known.get(key)?.deref() === undefined) known.delete(key);
  });
  /** What a part became, so that one that is shared already isn't written out and hashed again. */
  const sharedOf = new WeakMap<object, object>();
  const once = <T extends object>(part: T, shared: () => T): T => {
    const before = sharedOf.get(part);
    if (before !== undefined) return before as T;
    const made = shared();
    sharedOf.set(part, made);
    sharedOf.set(made, made);
    return made;
  };
  const shareByText = <T extends object>(part: T, text: string): T => {
    // Parts of one kind alone have equal texts: the fields of a case differ from those of a shop.
    const key = createHash('sha1').update(text).digest('base64');
    const same = known.get(key)?.deref();
    if (same !== undefined) return same as T;
    known.set(key, new WeakRef(part));
    forgotten.register(part, key);
    return part;
  };
  /** Shared parts have numbers: a number is never given to another part. */
  const numberOf = new WeakMap<object, number>();
  let lastNumber = 0;
  const numbered = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(numbered);
    if (typeof part !== 'object' || part === null) return part;
    const number = numberOf.get(part) ?? ++lastNumber;
    numberOf.set(part, number);
    return number;
  };
  const share: Sharing = Object.assign(
    <T extends object>(part: T): T => once(part, () => shareByText(part, JSON.stringify(part))),
    {
      around: <T extends object, I extends object>(part: T, inner: I): T & I => {
        const numbers = Object.entries(inner).map(([name, value]) => [name, numbered(value)]);
        return shareByText({ ...part, ...inner }, JSON.stringify({ ...part, ...Object.fromEntries(numbers) }));
      },
    },
  );
  const shareAll = <T extends object>(parts: readonly T[]): readonly T[] =>
    once(parts, () => share(parts.map((part) => share(part))));
  return (data) => ({
    ...data,
    scenarios: data.scenarios.map((scenario) => sharedCase(share, scenario)),
    shops: allOf(share, data.shops),
    personas: allOf(share, data.personas),
    actions: shareAll(data.actions),
    rubric: share(data.rubric),
    platforms: shareAll(data.platforms),
    types: shareAll(data.types),
    ...(data.pictures === undefined ? {} : { pictures: shareAll(data.pictures) }),
  });
};

const sharedCase = (share: Sharing, scenario: Scenario): Scenario =>
  share.around(scenario, {
    before: allOf(share, scenario.before),
    customer: share.around(scenario.customer, { knows: allOf(share, scenario.customer.knows) }),
    orders: allOf(share, scenario.orders),
    forbids: allOf(share, scenario.forbids),
    duties: allOf(share, scenario.duties),
    reacts: share(scenario.reacts),
    beats: scenario.beats.map((beat) => sharedBeat(share, beat)),
    endings: allOf(share, scenario.endings),
  });

const sharedBeat = (share: Sharing, beat: Beat): Beat =>
  share.around(beat, {
    asks: beat.asks.map((question) => sharedQuestion(share, question)),
    needs: allOf(share, beat.needs),
    points: allOf(share, beat.points),
    reacts: share(beat.reacts),
  });

const sharedQuestion = (share: Sharing, question: Question): Question =>
  share.around(question, { points: allOf(share, question.points) });

const allOf = <T extends object>(share: Sharing, parts: readonly T[]): T[] => parts.map((part) => share(part));
