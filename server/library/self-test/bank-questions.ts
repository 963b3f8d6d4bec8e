/**
 * The shops' self-test as questions of the bank (RULES B22): the same statements, so that a topic of the menu, of papers
 * and of files has them. Chinese, as the bank's other questions; nothing is written by hand.
 */
import type { Shop } from '#engine/model/shop.ts';
import { inLanguage } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { hashOf } from '#library/hash.ts';
import type { Question, QuestionBank } from '#library/questions/question.ts';
import { type SelfTestItem, selfTest } from './self-test.ts';
import { citationOfItem, statementText } from './shop-paper.ts';

export const SELF_TEST_TOPIC = 'self-test';
type Needs = Omit<Parameters<typeof selfTest>[0], 'shop'> & { shops: readonly Shop[] };

/** As many as a shop has in a topic of the bank; the shops' together are a sixth of it. */
const OF_SHOP = 15;
/** Five statements each: enough for `OF_SHOP` where a shop has so much to ask. */
const SEEDS = 30;
const HASH_CHARS = 10;
const BANK_HASH_CHARS = 12;

/** The bank with a topic of the shops' own statements behind the others; as it was where no shop has any. */
export const withSelfTest = (bank: QuestionBank, needs: Needs): QuestionBank => {
  const asked = new Set<string>();
  const questions = inLanguage('zh', () => needs.shops.flatMap((shop) => questionsOf(shop, needs, asked)));
  if (bank.questions.length === 0 || questions.length === 0) return bank;
  const topic = { id: SELF_TEST_TOPIC, name: inLanguage('zh', () => say('selftest:topic')) };
  return {
    topics: [...bank.topics, topic],
    questions: [...bank.questions, ...questions],
    hash: hashOf([bank.hash, questions]).slice(0, BANK_HASH_CHARS),
  };
};

/**
 * About one thing of the shop once: a right and a wrong price of one good would give each other away. `asked`: what the
 * shops before had, whose cards, and sums that a level may grant, it may share.
 */
const questionsOf = (shop: Shop, needs: Needs, asked: Set<string>): Question[] => {
  const own: Question[] = [];
  for (let seed = 0; seed < SEEDS && own.length < OF_SHOP; seed += 1)
    for (const item of selfTest({ ...needs, shop }, seed)) {
      const { basis, statement } = item;
      const isShared = basis.section === 'policies';
      const key = `${isShared ? '' : shop.id} ${statement.kind} ${basis.section} ${basis.id}`;
      const question = asQuestion(item, shop);
      if (asked.has(key) || asked.has(question.stem) || own.length === OF_SHOP) continue;
      asked.add(key).add(question.stem);
      own.push(question);
    }
  return own;
};

const asQuestion = ({ statement, holds, because, basis }: SelfTestItem, shop: Shop): Question => {
  const stem = `${say(`selftest:claim.${statement.kind}`)}\n${statementText(statement)}`;
  return {
    id: `${SELF_TEST_TOPIC}-${hashOf([shop.id, stem, holds]).slice(0, HASH_CHARS)}`,
    ...{ topic: SELF_TEST_TOPIC, kind: 'judge', level: 1, shop: shop.id, stem },
    ...{ options: [], right: [holds ? 0 : 1], calculation: null },
    why: because ?? say('selftest:written', { text: basis.text }),
    citations: [citationOfItem(basis, shop)],
  };
};
