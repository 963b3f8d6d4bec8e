/** The case booklet of a term as its teachers put it together (RULES J27). */

import { runsIn } from '#classroom/terms/term-items.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Booklet, BookletBody } from '#contract/terms/booklet.ts';
import { say } from '#i18n/say.ts';
import { bookletPairs, type FoundPair } from './pairs.ts';

type Needs = Parameters<typeof bookletPairs>[0];

const isOf =
  ({ run, code }: { run: string; code: string }) =>
  ({ pair }: FoundPair): boolean =>
    pair.run === run && pair.code === code;

/** What was chosen and what may be. A page whose words are another drill's by now is gone: the teacher chose other words. */
export async function bookletOf(needs: Needs, { term, runs }: ClassTerm): Promise<Booklet> {
  const found = await bookletPairs(needs, runsIn(term, runs));
  const stored = await needs.storage.booklets.booklet(term.id);
  const items = stored?.items ?? [];
  const there = items.filter((item) => {
    const pair = found.find(isOf(item));
    return pair?.drill === item.drill && pair.goodDrill === item.goodDrill;
  });
  return {
    ...{ term: term.name, version: stored?.version ?? 0 },
    title: stored?.title ?? say('booklets:title', { term: term.name }),
    items: there.map(({ run, code, sentence }) => ({ run, code, sentence })),
    gone: items.length - there.length,
    pairs: found.map(({ pair }) => pair),
  };
}

/** Stores the whole draft; the words themselves stay in their drills. */
export async function changeBooklet(
  needs: Needs,
  classTerm: ClassTerm,
  by: string,
  { version, title, items }: BookletBody,
): Promise<Reply<Booklet>> {
  const { term, runs } = classTerm;
  const found = await bookletPairs(needs, runsIn(term, runs));
  const chosen = items.map((item) => ({ item, pair: found.find(isOf(item)) }));
  const keys = new Set(items.map(({ run, code }) => `${run} ${code}`));
  if (keys.size < items.length) return refused('bad-request', 'items');
  const stored = chosen.flatMap(({ item, pair }) =>
    pair === undefined ? [] : [{ ...item, drill: pair.drill, goodDrill: pair.goodDrill }],
  );
  if (stored.length < items.length) return refused('unknown-pair');
  const next = { term: term.id, version: version + 1, title, by, at: needs.clock.now(), items: stored };
  if (!(await needs.storage.booklets.put(next))) return refused('booklet-changed');
  return { ok: true, value: await bookletOf(needs, classTerm) };
}
