/** Texts to type have their length, only characters a keyboard has, and no figure that the shop's cards don't have. */
import type { Shop } from '#engine/model/shop.ts';
import { say } from '#i18n/say.ts';
import { duplicateIds, unknownIds } from '#library/checks/ids/id-references.ts';
import { amountsIn, numbersOf, yuan } from '#library/checks/money/amounts.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import type { SharedContent, SharedFiles } from '#library/load-shared-content.ts';
import type { AuthoredPhrases, AuthoredTyping, AuthoredTypingText } from '#library/schema/typing.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';

type Library = Pick<SharedContent, 'shops'> & {
  files: Pick<SharedFiles, 'shops' | 'typing'>;
  shopFacts: ReadonlyMap<string, ShopFacts>;
};
type TypingFile = SharedFiles['typing'][number];

/** Characters: a long text fills most of two minutes at 55 a minute. */
const LONG = { least: 100, most: 160 };
const LENGTHS = { long: LONG, exam: LONG, short: { least: 15, most: 60 }, phrase: { least: 3, most: 20 } };
/** What a keyboard with an input method has without a search: no quotation marks, no dashes, no spaces. */
const PLAIN = /^[\p{Script=Han}A-Za-z0-9，。？！、：；（）,.:%+\-~/]$/u;
/** A span that a card promises. */
const SPAN = /\d+(?:\.\d+)?(?:个?工作日|小时|分钟|天|个月|年)/g;

/** The faults of every file; an id that another file has is reported at the second place. */
export const checkTyping = (library: Library): { file: TypingFile; faults: readonly Fault[] }[] => {
  const ids = new Set<string>();
  return library.files.typing.map((file) => ({
    file,
    faults: file.value === null ? [] : [...checkFile(file.value, library, ids)],
  }));
};

function* checkFile(typing: AuthoredTyping, library: Library, ids: Set<string>): Iterable<Fault> {
  // A shop with unreadable files is there all the same: its own errors are reported.
  const shops = library.files.shops.map(({ folder }) => ({ id: folder }));
  yield* unknownIds([{ id: typing.shop, path: ['shop'] }], shops, 'shop');
  const shop = library.shops.get(typing.shop);
  const facts = library.shopFacts.get(typing.shop);
  for (const kind of ['long', 'short', 'exam'] as const)
    for (const [index, authored] of typing[kind].entries()) {
      const path = [kind, index];
      if (ids.has(authored.id))
        yield {
          code: 'duplicate-id',
          path: [...path, 'id'],
          message: say('checker:mention.twice', { what: say('checker:kind.typing-text'), id: authored.id }),
        };
      ids.add(authored.id);
      yield* checkForm(authored.text, LENGTHS[kind], [...path, 'text']);
      if (shop !== undefined) yield* checkGoods(authored, path, shop, facts);
      if (shop !== undefined) yield* checkFigures(authored, path, shop);
    }
}

export function* checkPhrases({ phrases }: AuthoredPhrases): Iterable<Fault> {
  yield* duplicateIds(
    phrases.map(({ id }, index) => ({ id, path: ['phrases', index, 'id'] })),
    'typing-text',
  );
  for (const [index, { text }] of phrases.entries()) yield* checkForm(text, LENGTHS.phrase, ['phrases', index, 'text']);
}

function* checkForm(text: string, { least, most }: { least: number; most: number }, path: Path): Iterable<Fault> {
  const characters = [...text];
  const { length } = characters;
  if (length < least || length > most)
    yield { code: 'typing-length', path, message: say('checker:typing.length', { length, least, most }) };
  const odd = characters.find((character) => !PLAIN.test(character));
  if (odd !== undefined)
    yield { code: 'typing-character', path, message: say('checker:typing.character', { character: odd }) };
}

/** A text names each of its goods by its whole or its spoken name. */
function* checkGoods(
  { goods, text }: AuthoredTypingText,
  path: Path,
  shop: Shop,
  facts: ShopFacts | undefined,
): Iterable<Fault> {
  yield* unknownIds(
    goods.map((id, index) => ({ id, path: [...path, 'goods', index] })),
    shop.products,
    'product',
  );
  for (const [index, id] of goods.entries()) {
    const product = shop.products.find((one) => one.id === id);
    const called = facts?.goods[id]?.called;
    if (product === undefined || text.includes(product.name) || (called && text.includes(called))) continue;
    const message = say('checker:typing.good', { name: called ?? product.name });
    yield { code: 'typing-good', path: [...path, 'goods', index], message };
  }
}

/** Sums are prices of the text's goods, or what a card, coupon or level of authority says; spans stand on a card. */
function* checkFigures({ goods, text }: AuthoredTypingText, path: Path, shop: Shop): Iterable<Fault> {
  const products = shop.products.filter(({ id }) => goods.includes(id));
  const cards = [
    ...shop.policies.map((card) => card.text),
    ...shop.authority.map((level) => level.text),
    ...products.flatMap(({ facts, doubts }) => [...facts, ...doubts.map(({ answer }) => answer)]),
  ];
  const known = new Set([
    ...products.map(({ price }) => price),
    ...shop.coupons.map(({ amount }) => amount),
    ...cards.flatMap(numbersOf),
  ]);
  const code = 'typing-figure';
  for (const amount of amountsIn(text))
    if (!known.has(amount))
      yield { code, path: [...path, 'text'], message: say('checker:typing.amount', { sum: yuan(amount) }) };
  for (const [span] of text.matchAll(SPAN))
    if (!cards.some((card) => card.includes(span)))
      yield { code, path: [...path, 'text'], message: say('checker:typing.span', { span }) };
}
