/** Things to ask about a shop, each with true and wrong statements. */

import type { Rubric } from '#engine/model/rubric.ts';
import type { PolicyCard, Product, Shop } from '#engine/model/shop.ts';
import { say } from '#i18n/say.ts';
import type { QuickReplyRemark } from '#library/reading/quick-reply-remarks.ts';
import { sentences, wrongFormsOf } from './altered.ts';

export type Level = Shop['authority'][number]['level'];
export type Statement =
  | { kind: 'price'; product: string; price: number }
  | { kind: 'fact'; product: string; text: string }
  | { kind: 'policy'; title: string | null; text: string }
  | { kind: 'phrase'; title: string; text: string }
  | { kind: 'authority'; amount: number; what: string | null; level: Level };
export type CitedText = {
  section: 'products' | 'policies' | 'quickReplies' | 'authority';
  id: string;
  title: string;
  text: string;
  source: string | null;
  date: string | null;
};
/** One of the two lists may be empty: some things can only be asked as true, or only as wrong. */
export type Subject = {
  key: string;
  trues: readonly Statement[];
  wrongs: readonly Statement[];
  because: string | null;
  basis: CitedText;
};

const textsOf = ({ name, skus, facts, doubts }: Product): string[] => [
  name,
  ...skus,
  ...facts,
  ...doubts.flatMap(({ asks, answer }) => [asks, answer]),
];
const productBasis = ({ id, name }: Product, text: string): CitedText => ({
  section: 'products',
  id,
  title: name,
  text,
  source: null,
  date: null,
});
const policyBasis = ({ id, title, text, source, date }: PolicyCard): CitedText => ({
  section: 'policies',
  id,
  title,
  text,
  source,
  date,
});

const CENTS = 100;
/** How many of the shop's other prices serve as wrong ones, the nearest first: people mix up prices that lie close together. */
const NEIGHBOURS = 4;

export const prices = ({ products }: Shop): Subject[] => {
  return products.flatMap((product) => {
    const { id, name, price, skus } = product;
    // 3L 259元, 4L 329元: no one price to ask for.
    if (skus.some((sku) => /\d元/.test(sku))) return [];
    const ownPrice = textsOf(product).join('\n');
    const otherPrices = products
      .map((other) => other.price)
      .filter((other) => other !== price && !ownPrice.includes(String(other / CENTS)))
      .sort((a, b) => Math.abs(a - price) - Math.abs(b - price));
    return {
      key: `price ${id}`,
      trues: [{ kind: 'price', product: name, price }],
      wrongs: otherPrices.slice(0, NEIGHBOURS).map((other) => ({ kind: 'price', product: name, price: other })),
      because: null,
      basis: productBasis(product, `¥${(price / CENTS).toFixed(2)}`),
    } satisfies Subject;
  });
};

export const facts = ({ products }: Shop): Subject[] => {
  return products.flatMap((product) =>
    product.facts.map((text, index): Subject => {
      const statement = (text: string): Statement => ({ kind: 'fact', product: product.name, text: text });
      return {
        key: `fact ${product.id} ${index}`,
        trues: [statement(text)],
        wrongs: wrongFormsOf(text, [...textsOf(product), String(product.price / CENTS)]).map(statement),
        because: null,
        basis: productBasis(product, text),
      };
    }),
  );
};

/** A title with a figure (价保15天) would give away the answer to 价保30天, so the card is asked without it. */
const TELLS = /\d|[一二三四五六七八九十两](?:天|件|小时)/;
const WRONG_FACT = 'wrong-fact';

export const policies = ({ policies: cards, quickReplies }: Shop, marks: readonly QuickReplyRemark[]): Subject[] => {
  const everything = cards.map(({ text }) => text);
  return cards.map((card): Subject => {
    const title = TELLS.test(card.title) ? null : card.title;
    const statement = (text: string): Statement => ({ kind: 'policy', title, text });
    const ownClause = sentences(card.text);
    // Without the title only the sentence that opens the card tells what it is about.
    const clause = title === null ? ownClause.filter((statement) => card.text.startsWith(statement)) : ownClause;
    const wrongs = clause.flatMap((statement) => wrongFormsOf(statement, [card.text]));
    const altered = marks
      .filter((mark) => mark.card === card.id && mark.trap?.finding === WRONG_FACT)
      .flatMap(({ phrase }) => quickReplies.find(({ id }) => id === phrase)?.text ?? []);
    return {
      key: `policy ${card.id}`,
      trues: clause.map(statement),
      wrongs: [...wrongs.filter((form) => !everything.some((text) => text.includes(form))), ...altered].map(statement),
      because: null,
      basis: policyBasis(card),
    };
  });
};

const GAP = /\{[^{}]+\}/;

/**
 * Quick replies an author has remarked on: those that state a card and are no trap, and the traps. One with a variable
 * to fill is plainly wrong to send as it is, so of those only the traps are asked.
 */
export const quickReplySubjects = (
  shop: Shop,
  marks: readonly QuickReplyRemark[],
  findings: Rubric['findings'],
): Subject[] => {
  return shop.quickReplies.flatMap((reply): Subject[] => {
    const mark = marks.find(({ phrase }) => phrase === reply.id);
    if (mark === undefined || (mark.trap === null && (mark.card === null || GAP.test(reply.text)))) return [];
    const statement: Statement = { kind: 'phrase', title: reply.title, text: reply.text };
    const reason = findings.find(({ code }) => code === (mark.trap?.finding ?? ''));
    return [
      {
        key: `phrase ${reply.id}`,
        trues: mark.trap === null ? [statement] : [],
        wrongs: mark.trap === null ? [] : [statement],
        // 「答错了」 as a heading would look like the verdict on the answer just given, so that finding shows only its
        // reason.
        because:
          reason === undefined
            ? null
            : reason.code === WRONG_FACT
              ? reason.why
              : say('case-files:trap-because', { title: reason.title, why: reason.why }),
        basis: phraseBasis(shop, reply, mark),
      },
    ];
  });
};

/**
 * The source shown for a quick reply: the card or product it names, else the first its source names, else the quick
 * reply itself with its source in words.
 */
const phraseBasis = (shop: Shop, reply: Shop['quickReplies'][number], { card, trap }: QuickReplyRemark): CitedText => {
  const namedCard = [card ?? '', ...(trap?.source ?? '').split(/[；：，]/)].map((name) => name.trim());
  for (const id of namedCard) {
    const policy = shop.policies.find((policy) => policy.id === id);
    if (policy !== undefined) return policyBasis(policy);
    const product = shop.products.find((product) => product.id === id);
    if (product !== undefined) return productBasis(product, product.facts.join('；'));
  }
  return {
    section: 'quickReplies',
    id: reply.id,
    title: reply.title,
    text: reply.text,
    source: trap?.source ?? null,
    date: trap?.date ?? null,
  };
};
