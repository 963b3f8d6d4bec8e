import { createHash } from 'node:crypto';
import type { Beat, ContentData, Question, Scenario } from '#engine/model/content.ts';

/** Returns the equal part that is in memory already, and the part itself where there is none. */
type Sharing = <T extends object>(part: T) => T;

/**
 * Makes contents share their equal parts: the returned function gives the same content made of parts that earlier
 * contents have. Two variants of a case differ in some lines and figures; the shop, the rubric and most points are
 * equal. Without it each drill on a variant of its own held 300 kB, and the judge compiled every point anew for it
 * (43 ms and 1 MB a variant). A part that no content holds any more is forgotten.
 */
export function createPartSharing(): (data: ContentData) => ContentData {
  const known = new Map<string, WeakRef<object>>();
  const forgotten = new FinalizationRegistry<string>((key) => {
    // An equal part may have come since.
    if (known.get(key)?.deref() === undefined) known.delete(key);
  });
  const share: Sharing = <T extends object>(part: T): T => {
    // Parts of one kind alone have equal texts: the fields of a case differ from those of a shop.
    const key = createHash('sha1').update(JSON.stringify(part)).digest('base64');
    const same = known.get(key)?.deref();
    if (same !== undefined) return same as T;
    known.set(key, new WeakRef(part));
    forgotten.register(part, key);
    return part;
  };
  const shareAll = <T extends object>(parts: readonly T[]): readonly T[] => share(parts.map(share));
  return (data) => ({
    ...data,
    scenarios: data.scenarios.map((scenario) => sharedCase(share, scenario)),
    shops: data.shops.map(share),
    personas: data.personas.map(share),
    actions: shareAll(data.actions),
    rubric: share(data.rubric),
    platforms: shareAll(data.platforms),
    types: shareAll(data.types),
    ...(data.pictures === undefined ? {} : { pictures: shareAll(data.pictures) }),
  });
}

const sharedCase = (share: Sharing, scenario: Scenario): Scenario =>
  share({
    ...scenario,
    before: scenario.before.map(share),
    customer: { ...scenario.customer, knows: scenario.customer.knows.map(share) },
    orders: scenario.orders.map(share),
    forbids: scenario.forbids.map(share),
    duties: scenario.duties.map(share),
    reacts: share(scenario.reacts),
    beats: scenario.beats.map((beat) => sharedBeat(share, beat)),
    endings: scenario.endings.map(share),
  });

const sharedBeat = (share: Sharing, beat: Beat): Beat =>
  share({
    ...beat,
    asks: beat.asks.map((question) => sharedQuestion(share, question)),
    needs: beat.needs.map(share),
    points: beat.points.map(share),
    reacts: share(beat.reacts),
  });

const sharedQuestion = (share: Sharing, question: Question): Question =>
  share({ ...question, points: question.points.map(share) });
