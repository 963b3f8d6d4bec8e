/**
 * A trainee must be able to read somewhere whatever is asked of them: each must point and need quotes the words and
 * their place, and the words must stand there.
 */

import { say } from '#i18n/say.ts';
import { unknownIds } from '#library/checks/ids/id-references.ts';
import { sumFault } from '#library/checks/money/sums.ts';
import { plain } from '#library/checks/sentences/plain-text.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import { keyOfNeed, type QuotedAt, quotesOf, SUM } from '#library/reading/grounds.ts';
import type { AuthoredGround } from '#library/schema/ground.ts';
import { type CaseView, needsOf, pointsOf, questionsOf } from '#library/view/case-view.ts';
import { CUSTOMER, ORDER, readableIn, SHOP } from '#library/view/readable.ts';

type Places = ReadonlyMap<string, readonly string[]>;
type OwedTask = { key: string; path: Path };

/** Characters: a single one occurs in nearly every text, so quoting it proves nothing. */
const MIN_CHARS = 2;

export function* checkGrounds(view: CaseView, library: Library): Iterable<Fault> {
  const { authored } = view;
  const places = readableIn(view, library);
  for (const { point, question, path } of pointsOf(authored)) {
    if (question && point.must && point.ground === undefined)
      yield { code: 'ground-missing', path: [...path, 'id'], message: say('checker:ground.point', { id: point.id }) };
    if (point.ground !== undefined && view.shop)
      yield* checkQuotes(point.ground, point.policy ?? null, [...path, 'ground'], places);
  }
  const owedTasks = owedTasksOf(view);
  const grounds = authored.grounds ?? {};
  const reported = new Set<string>();
  for (const { key, path } of owedTasks) {
    if (Object.hasOwn(grounds, key) || reported.has(key)) continue;
    reported.add(key);
    yield { code: 'ground-missing', path, message: say('checker:ground.task', { id: key }) };
  }
  // Without its shop nothing can be looked up; the missing shop is reported already.
  for (const [key, ground] of view.shop ? Object.entries(grounds) : [])
    yield* checkQuotes(ground, null, ['grounds', key], places);
  yield* unknownIds(
    Object.keys(grounds).map((id) => ({ id, path: ['grounds', id] })),
    owedTasks.map(({ key }) => ({ id: key })),
    'task',
  );
}

/**
 * Everything owed in a case: needs, duties, and what must be known before a question is answered. Operations that don't
 * exist are reported elsewhere.
 */
const owedTasksOf = ({ authored, actions }: CaseView): OwedTask[] => {
  const firstTasks = questionsOf(authored).flatMap(({ question, path }) =>
    (question.first ?? []).map((first, index) => ({
      key: typeof first === 'string' ? first : first.do,
      isAction: typeof first !== 'string',
      path: [...path, 'first', index],
    })),
  );
  const needTasks = needsOf(authored).flatMap(({ need, path }) => [
    { key: keyOfNeed(need), isAction: need.do !== undefined, path },
    ...(need.after ?? []).flatMap((condition, index) =>
      'point' in condition
        ? []
        : [{ key: keyOfNeed(condition), isAction: 'do' in condition, path: [...path, 'after', index] }],
    ),
  ]);
  return [...needTasks, ...firstTasks].filter(({ key, isAction }) => !isAction || actions.has(key));
};

function* checkQuotes(ground: AuthoredGround, policy: string | null, path: Path, places: Places): Iterable<Fault> {
  const quotes = quotesOf(ground, policy);
  for (const quote of quotes) {
    const message = quote.at === SUM ? sumFault(quote.words, wordsBeside(quotes)) : quoteFault(quote, places);
    if (message !== null) yield { code: 'ground-not-found', path: [...path, ...quote.path], message };
  }
  if (quotes.every(({ at }) => at === SUM))
    yield { code: 'ground-not-found', path, message: say('checker:ground.only-sum') };
}

const wordsBeside = (quotes: readonly QuotedAt[]): string[] =>
  quotes.flatMap(({ at, words }) => (at === SUM ? [] : [words]));

const quoteFault = ({ at, words }: QuotedAt, places: Places): string | null => {
  if (at === null) return say('checker:ground.no-policy');
  const texts = places.get(at);
  if (texts === undefined)
    return say('checker:ground.no-place', { at, order: ORDER, shop: SHOP, customer: CUSTOMER, sum: SUM });
  const plainWords = plain(words);
  if (plainWords.length < MIN_CHARS) return say('checker:ground.short', { words });
  return texts.some((text) => plain(text).includes(plainWords)) ? null : say('checker:ground.absent', { words, at });
};
