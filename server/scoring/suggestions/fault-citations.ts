/** Grounds of faults that no question's card covers: red lines, windows and operations. */
import type { Need, Question, WindowKind } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import type { RedLine } from '#language/terms/verdicts.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import { type Citation, citationOf, citationOfQuestion, citationOfQuoted } from './citation.ts';

/** Cards every shop has on the red lines (SHOPS, c-*). */
const RED_LINE_CARDS: { readonly [code in RedLine]?: string } = {
  offsite: 'c-own',
  insult: 'c-insult',
  privacy: 'c-priv',
  credential: 'c-code',
  'paid-review': 'c-rev',
};

/** Words of a shop's own card on a red line: shops name that card differently, so it is found by its words. */
const SHOP_CARDS: { readonly [code in RedLine]?: RegExp } = {
  'block-complaint': /投诉/,
  'final-interpretation': /解释权/,
};

/** False claims are of several kinds, each with a law of its own (articles and dates as the law stood on 2026-11-20). */
const CLAIMS: readonly { said: RegExp; card: RegExp | null; law: 'stock' | 'effect' }[] = [
  {
    said: /剩|库存|有货|现货|最后|抢|手慢|涨价|断货|绝版|下架/,
    card: /缺货|库存/,
    law: 'stock',
  },
  {
    said: /治|疗|病|药|疼|痛|降|瘦|毒|免疫|血|炎|长高|副作用|见效|功效|有效/,
    card: null,
    law: 'effect',
  },
];

/** Words by which a card's text names an operation, where its title isn't in it. */
const ACTION_WORDS: Readonly<Record<string, RegExp>> = {
  'refund-full': /退款/,
  'refund-partial': /退款|退差|补偿/,
  'change-sku': /改规格|改(?:颜色|尺码)/,
  'approve-exchange': /换码|换货/,
  'price-protect': /价保/,
  invoice: /发票|专票/,
  intercept: /拦截/,
};

/** The shop's card about something, found by its title, else by its text; the shop's own cards come before those on the law. */
const cardAbout = (caseFacts: CaseFacts, words: RegExp): Citation => {
  const cards = [...caseFacts.shop.policies].sort((a, b) => Number(a.basis === 'law') - Number(b.basis === 'law'));
  const card = cards.find(({ title }) => words.test(title)) ?? cards.find(({ text }) => words.test(text));
  return citationOf(caseFacts, card?.id ?? null);
};

/** `words`: the trainee's; `waiting`: the question they should answer. */
export const citationOfRedLine = (
  caseFacts: CaseFacts,
  code: RedLine,
  words: string,
  waiting: Question | null,
): Citation => {
  if (code === 'false-claim') return citationOfClaim(caseFacts, words);
  const knownCard = citationOf(caseFacts, RED_LINE_CARDS[code] ?? null);
  const cardPattern = SHOP_CARDS[code];
  if (knownCard || cardPattern) return knownCard ?? (cardPattern ? cardAbout(caseFacts, cardPattern) : null);
  if (code !== 'unauthorised-promise') return null;
  const questionCitation = citationOfQuestion(caseFacts, waiting);
  const card = caseFacts.card(questionCitation?.id)?.text ?? questionCitation?.text ?? '';
  return /补偿|赔|报主管|报班长/.test(card) ? questionCitation : null;
};

const citationOfClaim = (caseFacts: CaseFacts, words: string): Citation => {
  const kind = CLAIMS.find(({ said }) => said.test(words));
  const card = kind?.card ? cardAbout(caseFacts, kind.card) : null;
  if (card) return card;
  const source = say(`suggestions:citation.claim.${kind?.law ?? 'any'}`);
  return { kind: 'rule', id: 'false-claim', title: say('suggestions:citation.claim.title'), text: '', source };
};

/** The shop's card on reminders, which says from when, until when and how often; of the other windows there is none. */
export const citationOfWindow = (caseFacts: CaseFacts, kind: WindowKind): Citation =>
  kind === 'payment-reminder' ? cardAbout(caseFacts, /催付|催支付/) : null;

/** The shop's card on asking for a rating, else the one on reviews. */
export const citationOfReview = (caseFacts: CaseFacts): Citation =>
  cardAbout(caseFacts, /邀评/) ?? citationOf(caseFacts, 'c-rev');

/**
 * The card about an operation, among those that this case's questions cite; those of `questionsAtHand`
 * come first.
 */
export const citationOfAction = (
  caseFacts: CaseFacts,
  action: string,
  questionsAtHand: readonly Question[],
): Citation => {
  const title = caseFacts.action(action)?.title;
  if (title === undefined) return null;
  const isAboutIt = (text: string): boolean => text.includes(title) || (ACTION_WORDS[action]?.test(text) ?? false);
  const all = [...questionsAtHand, ...caseFacts.scenario.beats.flatMap((beat) => beat.asks)];
  const citedCards = all
    .flatMap((question) => question.points.map((point) => caseFacts.card(point.policy)))
    .filter((card) => card !== null);
  const card = citedCards.find((card) => isAboutIt(card.title)) ?? citedCards.find((card) => isAboutIt(card.text));
  return citationOf(caseFacts, card?.id ?? null);
};

/** The ground of a need: the words it can be read from, else the card on its operation. */
export const citationOfNeed = (caseFacts: CaseFacts, need: Need, beat: string | null): Citation =>
  citationOfQuoted(caseFacts, need.ground) ??
  (need.do === null ? null : citationOfAction(caseFacts, need.do, caseFacts.beat(beat)?.asks ?? []));
