/** Whatever is asked of a trainee can be read somewhere: each must point and need names the words, and they stand there. */

import { sumFault } from '#library/checks/desk/sums.ts';
import { unknown } from '#library/checks/words/mentions.ts';
import { plain } from '#library/checks/words/wording.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import { keyOfNeed, type QuotedAt, quotesOf, SUM } from '#library/reading/grounds.ts';
import type { AuthoredGround } from '#library/schema/ground.ts';
import { type CaseView, needsOf, pointsOf, questionsOf } from '#library/view/case-view.ts';
import { CUSTOMER, ORDER, readableIn, SHOP } from '#library/view/readable.ts';

type Places = ReadonlyMap<string, readonly string[]>;
type Owed = { key: string; path: Path };

/** A single character stands everywhere. */
const LEAST = 2;
const HOW = '写 ground：哪张卡、哪句话让学员知道，抄原话；哪儿都没有的，先补进卡里，或让客户说出来';

export function* checkGrounds(view: CaseView, library: Library): Iterable<Fault> {
  const { authored } = view;
  const places = readableIn(view, library);
  for (const { point, question, path } of pointsOf(authored)) {
    if (question && point.must && point.ground === undefined)
      yield { code: 'ground-missing', path: [...path, 'id'], message: `${point.id} ${HOW}` };
    if (point.ground !== undefined && view.shop)
      yield* checkQuotes(point.ground, point.policy ?? null, [...path, 'ground'], places);
  }
  const owed = owedIn(view);
  const grounds = authored.grounds ?? {};
  const missing = new Set<string>();
  for (const { key, path } of owed) {
    if (Object.hasOwn(grounds, key) || missing.has(key)) continue;
    missing.add(key);
    yield { code: 'ground-missing', path, message: `在案例的 grounds 里给 ${key} ${HOW}` };
  }
  // Without the shop nothing can be looked up; that it is missing is said already.
  for (const [key, ground] of view.shop ? Object.entries(grounds) : [])
    yield* checkQuotes(ground, null, ['grounds', key], places);
  yield* unknown(
    Object.keys(grounds).map((id) => ({ id, path: ['grounds', id] })),
    owed.map(({ key }) => ({ id: key })),
    '要办、要问的事',
  );
}

/** Needs, duties, and what has to be known before a question is answered; operations that don't exist have their own fault. */
function owedIn({ authored, actions }: CaseView): Owed[] {
  const firsts = questionsOf(authored).flatMap(({ question, path }) =>
    (question.first ?? []).map((first, index) => ({
      key: typeof first === 'string' ? first : first.do,
      deed: typeof first !== 'string',
      path: [...path, 'first', index],
    })),
  );
  const needs = needsOf(authored).flatMap(({ need, path }) => [
    { key: keyOfNeed(need), deed: need.do !== undefined, path },
    ...(need.after ?? []).flatMap((condition, index) =>
      'point' in condition
        ? []
        : [{ key: keyOfNeed(condition), deed: 'do' in condition, path: [...path, 'after', index] }],
    ),
  ]);
  return [...needs, ...firsts].filter(({ key, deed }) => !deed || actions.has(key));
}

function* checkQuotes(ground: AuthoredGround, policy: string | null, path: Path, places: Places): Iterable<Fault> {
  const quotes = quotesOf(ground, policy);
  for (const quote of quotes) {
    const message = quote.at === SUM ? sumFault(quote.words, wordsBeside(quotes)) : faultOf(quote, places);
    if (message !== null) yield { code: 'ground-not-found', path: [...path, ...quote.path], message };
  }
  if (quotes.every(({ at }) => at === SUM))
    yield { code: 'ground-not-found', path, message: '只有 sum 不够：算式里的数从哪句话来，一并写上' };
}

const wordsBeside = (quotes: readonly QuotedAt[]): string[] =>
  quotes.flatMap(({ at, words }) => (at === SUM ? [] : [words]));

function faultOf({ at, words }: QuotedAt, places: Places): string | null {
  if (at === null) return '这个要点没有 policy：写成 {哪里: 原话}';
  const pieces = places.get(at);
  if (pieces === undefined)
    return `没有 ${at}：写政策卡、商品、话术（不是陷阱的）、操作、券的 id，或 ${ORDER}、${SHOP}、${CUSTOMER}、${SUM}`;
  const sought = plain(words);
  if (sought.length < LEAST) return `「${words}」太短：抄一句看得懂的原话`;
  return pieces.some((piece) => plain(piece).includes(sought))
    ? null
    : `「${words}」不在 ${at} 里：一字不差地抄那儿的原话（标点、空格不算）`;
}
