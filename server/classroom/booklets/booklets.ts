/** The case booklet of a term as its teachers put it together (RULES J27). */

import { runsIn } from '#classroom/terms/term-items.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import { type Reply, refused } from '#contract/errors.ts';
import { BOOKLET_SHOWS, type Booklet, type BookletBody, type BookletItem } from '#contract/terms/booklet.ts';
import { say } from '#i18n/say.ts';
import type { StoredBookletItem } from '#storage/service-data.ts';
import { bookletPairs, type FoundPair, NEWEST_RUNS } from './pairs.ts';

type Needs = Parameters<typeof bookletPairs>[0];

/**
 * A turn is stored behind its fault's code, with what of the pair is shown: `evaded@0123456789ab/poor`. Without a turn it
 * is from before there were several of a fault, and stands for the pair of these drills.
 */
const storedCode = ({ code, turn, shows }: Pick<BookletItem, 'code' | 'turn' | 'shows'>): string =>
  `${code}@${turn}${shows === 'both' ? '' : `/${shows}`}`;

const itemIn = ({ run, code: stored, sentence }: StoredBookletItem): BookletItem => {
  const [code = '', rest = ''] = stored.split('@');
  const [turn = '', part] = rest.split('/');
  return { run, code, turn, shows: BOOKLET_SHOWS.find((one) => one === part) ?? 'both', sentence };
};

const isOf =
  ({ run, code, turn }: Pick<BookletItem, 'run' | 'code' | 'turn'>) =>
  ({ pair }: FoundPair): boolean =>
    pair.run === run && pair.code === code && (turn === '' || pair.turn === turn);

/** Whether these are still the words that were chosen: another good turn counts where it is shown. */
const isAsChosen =
  (stored: StoredBookletItem) =>
  (found: FoundPair): boolean =>
    isOf(itemIn(stored))(found) &&
    found.drill === stored.drill &&
    (itemIn(stored).shows === 'poor' || found.goodDrill === stored.goodDrill);

/**
 * What was chosen and what may be. `asked`: a run that is read beside the newest and those of what was chosen. A page
 * whose words are another drill's by now is gone: the teacher chose other words.
 */
export const bookletOf = async (
  needs: Needs,
  { term, runs }: ClassTerm,
  asked: string | null = null,
): Promise<Booklet> => {
  const stored = await needs.storage.booklets.booklet(term.id);
  const items = stored?.items ?? [];
  const read = new Set([...items.map(({ run }) => run), ...(asked === null ? [] : [asked])]);
  const { found, older } = await bookletPairs(needs, runsIn(term, runs), read, (pair) =>
    items.some((item) => isAsChosen(item)(pair)),
  );
  const there = items.flatMap((item) => {
    const pair = found.find(isAsChosen(item))?.pair;
    return pair === undefined ? [] : [{ ...itemIn(item), turn: pair.turn }];
  });
  return {
    ...{ term: term.name, version: stored?.version ?? 0 },
    title: stored?.title ?? say('booklets:title', { term: term.name }),
    items: there,
    gone: items.length - there.length,
    pairs: found.map(({ pair }) => pair),
    ...{ newest: NEWEST_RUNS, older },
  };
};

/** Stores the whole draft; the words themselves stay in their drills. A good turn is shown where there is one. */
export const changeBooklet = async (
  needs: Needs,
  classTerm: ClassTerm,
  by: string,
  { version, title, items }: BookletBody,
): Promise<Reply<Booklet>> => {
  const { term, runs } = classTerm;
  const chosenIn = new Set(items.map(({ run }) => run));
  const { found } = await bookletPairs(needs, runsIn(term, runs), chosenIn, (pair) =>
    items.some((item) => isOf(item)(pair)),
  );
  const keys = new Set(items.map(({ run, code, turn }) => `${run} ${code} ${turn}`));
  if (keys.size < items.length) return refused('bad-request', 'items');
  const stored = items.flatMap((item): StoredBookletItem[] => {
    const pair = found.find(isOf(item));
    if (pair === undefined || (item.shows === 'good' && pair.goodDrill === null)) return [];
    const { run, sentence } = item;
    return [{ run, code: storedCode(item), sentence, drill: pair.drill, goodDrill: pair.goodDrill }];
  });
  if (stored.length < items.length) return refused('unknown-pair');
  const next = { term: term.id, version: version + 1, title, by, at: needs.clock.now(), items: stored };
  if (!(await needs.storage.booklets.put(next))) return refused('booklet-changed');
  return { ok: true, value: await bookletOf(needs, classTerm) };
};
