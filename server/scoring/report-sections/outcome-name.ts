/** What became of a customer, in a word that follows from what happened and not from the author's ending alone (RULES M94, M127). */
import { say } from '#i18n/say.ts';
import { sendsLater } from '#language/windows/closings.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { needResults } from '#scoring/facts/needs.ts';
import type { ConversationHistory, EndingHistory } from '#scoring/log/conversation-history.ts';
import { type ConversationOutcome, onlyLooked } from '#scoring/log/conversation-outcome.ts';
import { callPromisedAt } from '#scoring/report-sections/notes/call-promised.ts';

type Facts = Pick<ConversationFacts, 'conversation' | 'caseFacts'>;

/** Operations by which goods come back, or all of the money does. */
const GIVES_BACK: readonly string[] = ['approve-return', 'refund-full'];
/** What the shop noted of a return that it had agreed to before this conversation: 无理由退货已同意. */
const AGREED_BEFORE = /退[货款]已?(?:同意|通过)|(?<![不没未])同意(?:无理由)?退[货款]/;
const EXCHANGES: readonly string[] = ['approve-exchange', 'change-sku', 'resend'];
/** Operations for which a customer waits: without them their matter isn't done, whatever was said. */
const SETTLES: readonly string[] = [
  ...[...GIVES_BACK, ...EXCHANGES, 'refund-partial', 'price-protect', 'change-price', 'invoice'],
  ...['change-address', 'cancel-order', 'intercept', 'carrier-ticket'],
];

/** Begun at the desk and settled by the carrier: 拦截已发起，成不成以快递回复为准. */
const CARRIERS_WORD: readonly string[] = ['intercept'];
/** What settles it all the same: the goods go out anew, or the money is back. */
const SETTLED_ANYWAY: readonly string[] = [...GIVES_BACK, ...EXCHANGES, 'change-address'];

/** What an ending is called in its conversation. */
export const endingName = (facts: Facts, ending: Pick<EndingHistory, 'outcome' | 'silent'>): string => {
  const { outcome } = ending;
  if (isUnordered(facts, ending)) return say('page:outcome.unordered');
  if (outcome === 'kept') return say(`page:outcome.${keptAs(facts)}`);
  if (outcome === 'returned') return say(`page:outcome.${returnedAs(facts)}`);
  return say(`page:outcome.${isUnexchanged(facts, outcome) ? 'undone' : outcome}`);
};

/** Whether a customer was answered and placed no order, content or not: one word for them in row, transcript and counts (RULES M193). */
export const isUnordered = (facts: Facts, { outcome, silent }: Pick<EndingHistory, 'outcome' | 'silent'>): boolean =>
  !silent &&
  (outcome === 'lost' ? onlyLooked(facts.conversation) : outcome === 'kept' && keptAs(facts) === 'unordered');

const OPEN_ENDS: readonly string[] = ['undone', 'callOpen', 'pictureOpen', 'headingOpen'];

/** Whether somebody's word is 没办完, 等图, 等抬头 or 等回话: what they came for isn't done (RULES M202). */
export const leavesOpen = (facts: Facts, { outcome }: Pick<EndingHistory, 'outcome'>): boolean =>
  outcome === 'kept' ? OPEN_ENDS.includes(keptAs(facts)) : isUnexchanged(facts, outcome);

/** Whether a customer was served and is still waited on: their word is 没办完, 等图, 等抬头, 等回话 or 还没退 (RULES M225). */
export const isPending = (facts: Facts, ending: Pick<EndingHistory, 'outcome'>): boolean =>
  leavesOpen(facts, ending) || (ending.outcome === 'returned' && returnedAs(facts) === 'undecided');

const isUnexchanged = ({ conversation }: Facts, outcome: EndingHistory['outcome']): boolean =>
  outcome === 'exchanged' && !hasClicked(conversation, EXCHANGES);

/** What became of a customer, as their row has it; null: they were at the desk when the drill ended. */
export const outcomeText = ({ kind, ending }: ConversationOutcome, facts: Facts): string | null => {
  if (ending !== null) return endingName(facts, ending);
  return kind === 'transferred' || kind === 'handedOver' ? say(`page:outcome.${kind}`) : null;
};

const hasClicked = ({ clicks }: ConversationHistory, actions: readonly string[]): boolean =>
  clicks.some(({ action }) => actions.includes(action));

/**
 * An author's `returned` is a refund where part of the money alone went back, a cancellation where the order was cancelled
 * before it went out, and still to be applied for where nobody agreed to a return, before or now, or asked for the money (RULES M94).
 */
const returnedAs = ({ conversation, caseFacts }: Facts): 'returned' | 'refunded' | 'cancelled' | 'undecided' => {
  const { customerDeeds } = conversation;
  const notes = caseFacts.scenario.orders.flatMap(({ inside }) => inside.map(({ note }) => note));
  if (notes.some((note) => AGREED_BEFORE.test(note))) return 'returned';
  if (hasClicked(conversation, GIVES_BACK) || customerDeeds.some(({ deed }) => deed.deed === 'open-refund'))
    return 'returned';
  if (hasClicked(conversation, ['refund-partial'])) return 'refunded';
  return hasClicked(conversation, ['cancel-order']) ? 'cancelled' : 'undecided';
};

/** A parcel that is to be stopped is with its customer, or isn't, once the carrier answers: no matter is done before (RULES M148). */
const hangsOnCarrier = (conversation: ConversationHistory): boolean =>
  hasClicked(conversation, CARRIERS_WORD) && !hasClicked(conversation, SETTLED_ANYWAY);

/** What settles a matter that a picture was to show: an invoice or another address does not (RULES M236). */
const SETTLES_UNSEEN: readonly string[] = [...GIVES_BACK, ...EXCHANGES, 'refund-partial', 'cancel-order'];

/** The desk asked for a picture, none came, and nothing was settled without it, be it before: whatever was promised waits for it (RULES M165, M204). */
const waitsForPicture = (conversation: ConversationHistory): boolean => {
  const { clicks, customerMessages } = conversation;
  const asked = clicks.findLast(({ action }) => action === 'request-photo')?.index ?? pictureAskedInWords(conversation);
  if (asked === null) return false;
  const hasCome = customerMessages.some(({ index, bubble }) => index > asked && bubble.kind === 'picture');
  return !hasCome && !clicks.some(({ action }) => SETTLES_UNSEEN.includes(action));
};

const ASKS_FOR_PICTURE = /(?:拍|录|照片|图片?|视频).{0,16}(?:发我|发来|发过来|传我|给我)/;

/**
 * Where in the log words asked for a picture that the customer said they would send later (晚点发你), or that an operation promised in the
 * same words and never done waits for (拍一张发我，我马上点退款); null: nowhere (RULES M210, M236).
 */
const pictureAskedInWords = ({
  traineeMessages,
  customerMessages,
  turns,
  clicks,
}: ConversationHistory): number | null => {
  const promised = turns
    .flatMap(({ judgement }) => judgement.undertakes ?? [])
    .filter(({ actions }) => !clicks.some(({ action }) => actions.includes(action)))
    .map(({ quote }) => quote.message);
  const first = traineeMessages.find(({ id, text }) => promised.includes(id) && ASKS_FOR_PICTURE.test(text));
  if (first !== undefined) return first.index;
  const asked = traineeMessages.find(({ text }) => ASKS_FOR_PICTURE.test(text));
  const isPutOff = customerMessages.some(
    ({ index, bubble }) =>
      asked !== undefined && index > asked.index && bubble.kind === 'text' && sendsLater(bubble.text),
  );
  return asked !== undefined && isPutOff ? asked.index : null;
};

const ASKS_FOR_HEADING = /(?:抬头|税号).{0,24}(?:发我|发来|发过来|给我|报我|报给我|说一声)|[发报]我.{0,6}(?:抬头|税号)/;
const GIVES_HEADING = /抬头|税号|公司|个人|\d{8,}/;

/** The desk asked what to write on the invoice and wasn't told: none is made out yet (RULES M210). */
const waitsForHeading = ({ clicks, traineeMessages, customerMessages }: ConversationHistory): boolean => {
  const asked = traineeMessages.find(({ text }) => ASKS_FOR_HEADING.test(text));
  if (asked === undefined || clicks.some(({ action }) => action === 'invoice')) return false;
  return !customerMessages.some(
    ({ index, bubble }) =>
      index > asked.index && (bubble.kind === 'picture' || (bubble.kind === 'text' && GIVES_HEADING.test(bubble.text))),
  );
};

/** Who went content has their matter done only where nothing of it is open: no operation, call or picture, no order to pay or place. */
const keptAs = ({
  conversation,
  caseFacts,
}: Facts): 'kept' | 'undone' | 'callOpen' | 'pictureOpen' | 'headingOpen' | 'unpaid' | 'unordered' => {
  const isUndone = needResults(conversation, caseFacts).some(
    ({ need, isMet }) => !isMet && need.do !== null && SETTLES.includes(need.do),
  );
  if (isUndone) return 'undone';
  if (callPromisedAt(conversation) !== null || hangsOnCarrier(conversation)) return 'callOpen';
  if (waitsForPicture(conversation)) return 'pictureOpen';
  if (waitsForHeading(conversation)) return 'headingOpen';
  const hasBought = conversation.customerDeeds.some(({ deed }) => deed.deed === 'place-order' || deed.deed === 'pay');
  const { stage, scenario } = caseFacts;
  const hasOrder = scenario.orders.some(({ status }) => status !== 'unpaid' && status !== 'cancelled');
  // Whoever shows goods and has no order hasn't bought, whatever their question is about (RULES M211).
  const isShopping =
    scenario.orders.length === 0 && conversation.customerMessages.some(({ bubble }) => bubble.kind === 'product');
  if ((stage !== 'before' && !isShopping) || hasBought || hasOrder || hasClicked(conversation, ['cancel-order']))
    return 'kept';
  return scenario.orders.some(({ status }) => status === 'unpaid') ? 'unpaid' : 'unordered';
};
