/** The five statements on a shop as a paper: judge questions like those of the bank, in the reader's language. */
import type { Shop } from '#engine/model/shop.ts';
import { say } from '#i18n/say.ts';
import type { Citation, DrawnQuestion } from '#library/questions/question.ts';
import { type SelfTestItem, selfTest } from './self-test.ts';
import type { Statement } from './subjects.ts';

/** The paper of a seed (0 to 999999); nothing in it where the shop has too little to ask. */
export const shopPaper = (needs: Parameters<typeof selfTest>[0], seed: number): DrawnQuestion[] => {
  const { shop } = needs;
  return selfTest(needs, seed).map((item, index) => asQuestion(item, shop, index));
};

const asQuestion = ({ statement, holds, because, basis }: SelfTestItem, shop: Shop, index: number): DrawnQuestion => {
  const isPhrase = statement.kind === 'phrase';
  return {
    ...{ id: `${shop.id}-${index}`, topic: null, kind: 'judge', level: 1, shop: shop.id, unit: null, tolerance: 0 },
    stem: say('selftest:stem', { ask: say(`selftest:ask.${statement.kind}`), text: statementText(statement) }),
    options: isPhrase
      ? [say('selftest:answer.send'), say('selftest:answer.dont')]
      : [say('case-files:judge.right'), say('case-files:judge.wrong')],
    key: { chosen: [holds ? 0 : 1] },
    why: because,
    citations: [citationOfItem(basis, shop)],
  };
};

/** The card, good or phrase that a statement is of, in the reader's language. */
export const citationOfItem = (basis: SelfTestItem['basis'], shop: Shop): Citation => {
  const { section, id, text, source, date } = basis;
  return { section, id, title: titleOf(basis), text, source, date, shop: shop.id };
};

const titleOf = ({ section, id, title }: SelfTestItem['basis']): string => {
  const level = section === 'authority' ? (['A', 'B', 'C'] as const).find((one) => one === id) : undefined;
  return level === undefined ? title : say(`selftest:level.${level}`);
};

/** What is said, as one line of words. */
export const statementText = (statement: Statement): string => {
  switch (statement.kind) {
    case 'price':
      return say('selftest:price', { name: statement.product, text: money(statement.price) });
    case 'fact':
      return say('selftest:of', { name: statement.product, text: statement.text });
    case 'policy':
      return statement.title === null
        ? statement.text
        : say('selftest:of', { name: statement.title, text: statement.text });
    case 'phrase':
      return say('selftest:quoted', { text: statement.text });
    case 'authority':
      return say(`selftest:authority.${statement.level}`, {
        text: money(statement.amount).replace(/\.00$/, ''),
        what: statement.what ?? say('selftest:pay'),
      });
  }
};

const CENTS = 100;
const money = (cents: number): string => `¥${(cents / CENTS).toFixed(2)}`;
