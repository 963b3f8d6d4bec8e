/** Whether what a trainee names of a regular's earlier purchases is so. */

import { inLanguage } from '#i18n/language.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { speaksOfEarlier } from '#language/windows/earlier-purchase.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { bubbleText } from '#scoring/log/phrasing.ts';

/** From here on it is of what they take this time: 这次拿42.5. */
const THIS_TIME = /这[次回趟]|今天|现在|换|加|改|建议|推荐|要不|试试|选|拍/;
/** Months and spans are said in too many ways to be looked up in notes; a point's wrong words have those that matter. */
const ORDERS = /^单$/;
const LOOKED_UP: readonly string[] = ['size', 'number', 'amount'];

/**
 * No point of the window was told wrong, and every size, sum and number of orders named of an earlier purchase (上次那双43码)
 * stands in what the desk shows of them or in what they have said (RULES M80).
 */
export const namesEarlierRight = (facts: ConversationFacts, window: WindowHistory, turn: TurnHistory): boolean => {
  const points = facts.caseFacts.beat(window.beat)?.window?.points ?? [];
  if (turn.judgement.points.some(({ point, state }) => state === 'wrong' && points.includes(point))) return false;
  const known = new Set(
    recordsOf(facts, turn)
      .match(/\d+(?:\.\d+)?/g)
      ?.map(Number),
  );
  return figuresOfEarlier(turn.judgement.text, facts.caseFacts.goodsNames).every((figure) => known.has(figure));
};

const figuresOfEarlier = (said: string, goodsNames: readonly string[]): number[] => {
  const { reading } = readReply(said, goodsNames);
  let isEarlier = false;
  return reading.clauses.flatMap(({ start, end }, index) => {
    const text = reading.text.slice(start, end);
    isEarlier = speaksOfEarlier(text) || (isEarlier && !THIS_TIME.test(text));
    return reading.values.flatMap(({ clauseIndex, kind, unit, quantity }) =>
      isEarlier && clauseIndex === index && (LOOKED_UP.includes(kind) || ORDERS.test(unit)) ? [quantity] : [],
    );
  });
};

/** What the desk shows of this customer's purchases, and their own words before the turn. */
const recordsOf = ({ conversation, caseFacts }: ConversationFacts, turn: TurnHistory): string => {
  const { customer, orders, before } = caseFacts.scenario;
  const name = (id: string): string => caseFacts.product(id)?.name ?? '';
  const yuan = (fen: number | null): string => (fen === null ? '' : ` ${fen / 100} `);
  const past = customer.past.map(({ on, product, note }) => `${on} ${name(product)} ${note ?? ''}`);
  const ordered = orders.flatMap(({ items, inside, total, remark }) => [
    ...items.map(
      ({ product, sku, qty, price, paid }) => `${name(product)} ${sku ?? ''} ${qty}${yuan(price)}${yuan(paid)}`,
    ),
    ...inside.map(({ note }) => note),
    yuan(total),
    remark?.note ?? '',
  ]);
  // These texts are searched, not shown: Chinese gives the same result in every language of the reader.
  const said = inLanguage('zh', () =>
    [
      ...before.flatMap(({ says }) => says),
      ...conversation.customerMessages.filter(({ index }) => index < turn.index).map(({ bubble }) => bubble),
    ].map((bubble) => bubbleText(bubble, caseFacts)),
  );
  return [...past, ...ordered, ...said].join('\n');
};
