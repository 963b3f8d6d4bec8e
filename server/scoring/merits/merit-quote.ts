/** Which message of a turn a merit quotes: the one that does what the merit says (RULES T168). */
import type { Quote } from '#engine/model/turn-judgement.ts';
import { judge } from '#language/judge.ts';
import type { Act } from '#language/terms/verdicts.ts';
import { urgesToPay } from '#language/windows/payment.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { ConversationHistory, TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { lastQuote, messageText, wholeMessage } from '#scoring/log/phrasing.ts';
import { linesBefore } from './merit-draft.ts';
import { keepsOrLets, sharesTopic, takesUp } from './takes-up.ts';

/** A turn's messages, last first. */
const lastFirst = (conversation: ConversationHistory, { judgement }: TurnHistory): { id: string; text: string }[] =>
  judgement.messages.toReversed().flatMap((id) => {
    const text = messageText(conversation, id);
    return text === null ? [] : [{ id, text }];
  });

const actsOf = (text: string, customer: string): readonly Act[] => judge({ reply: text, customer }).acts;

/** Words of ordering: 看呗，不着急 invites to nothing, and a coupon to take (点一下领就行) is no order yet (RULES M171). */
const ORDER_WORDS = /[拍付买单卡选]|链接|带走|入手|拿下/;
/** 先别付, 不过您先别急着拍: plain advice against ordering now; 数不对先别付 is for when something is wrong. */
const ADVISES_TO_WAIT =
  /(?<=^|[\s,，。！？；!?;~～])(?:不过|但是?|那|您|你|亲|就|先|也|咱|还是){0,4}(?:别|甭|不用|不要)(?:[您你先再急着]|就|这会儿|现在){0,4}(?:拍(?!照|个|张|视频|错)|买|下单|付(?!错))/;
/** 想好再拍, 问完医生再付: what the customer is to think over, ask or look at before they order. */
const ONCE_THOUGHT_OVER =
  /[^\s,，。！？；!?;~～]*(?:想|考虑|琢磨|商量|合计|问|确认|瞅|瞧|看好|看完|看清|看过|点头|同意|允许|医生)[^\s,，。！？；!?;~～]{0,6}(?:再|才)(?:来|去)?(?:拍(?!照)|买|下单|付|囤)[^\s,，。！？；!?;~～]*/g;

/** The last words of a turn that invite to order; null where it has none, or advises to wait. */
export const orderInvitation = (conversation: ConversationHistory, turn: TurnHistory): Quote | null => {
  const messages = lastFirst(conversation, turn);
  if (messages.some(({ text }) => ADVISES_TO_WAIT.test(text))) return null;
  const inviting = messages.find(({ text }) => {
    const rest = text.replace(ONCE_THOUGHT_OVER, '');
    return ORDER_WORDS.test(rest) && actsOf(rest, turn.judgement.customer).includes('order-prompt');
  });
  return inviting ? wholeMessage(conversation, inviting.id) : null;
};

/** Milliseconds: words that came sooner after the customer's line were typed before it. */
const READ_FIRST_MS = 1500;

/** Words that begin another matter, or ask for one: 对了水箱那头呢, 还有别的事吗. */
const TURNS_AWAY = /对了|另外|顺便|还有(?!点|些)/;

/** The words of a turn that take up a pause: said after it began, they let the customer go, or else speak of what they go for. */
export const pauseQuote = (facts: ConversationFacts, window: WindowHistory, turn: TurnHistory): Quote | null => {
  const { conversation } = facts;
  const messages = conversation.traineeMessages.filter(
    ({ id, index, at }) =>
      turn.judgement.messages.includes(id) && index > window.index && at >= window.openedAt + READ_FIRST_MS,
  );
  const line = conversation.customerMessages.findLast(
    ({ index, bubble }) => index < (messages[0]?.index ?? turn.index) && bubble.kind === 'text',
  )?.bubble;
  const said = line?.kind === 'text' ? line.text : '';
  const taking = messages.filter(({ text }) => !urgesToPay(text) && takesUp(text, linesBefore(facts, turn)));
  const quoted =
    taking.find(({ text }) => keepsOrLets(text)) ??
    taking.find(({ text }) => sharesTopic(text, said)) ??
    taking.find(({ text }) => !TURNS_AWAY.test(text));
  return quoted ? wholeMessage(conversation, quoted.id) : null;
};

/** The message of a turn that reads back the first point the window asks for; where it asks for none, the turn's last. */
export const readingQuote = (
  { conversation, caseFacts }: ConversationFacts,
  window: WindowHistory,
  turn: TurnHistory,
): Quote | null => {
  const points = caseFacts.beat(window.beat)?.window?.points ?? [];
  if (points.length === 0) return lastQuote(conversation, turn);
  const read = turn.judgement.points.find(({ point, state }) => state === 'covered' && points.includes(point));
  return read ? wholeMessage(conversation, read.quote.message) : null;
};

/** The last words of a turn that apologise or take up how the customer feels, else the last that answer, else its last. */
export const calmingQuote = (conversation: ConversationHistory, turn: TurnHistory): Quote | null => {
  const answering = new Set(
    turn.judgement.points.flatMap(({ state, quote }) => (state === 'covered' ? [quote.message] : [])),
  );
  const messages = lastFirst(conversation, turn);
  const caring = messages.find(({ text }) => {
    const acts = actsOf(text, turn.judgement.customer);
    return acts.includes('empathy') || acts.includes('apology');
  });
  const calming = caring ?? messages.find(({ id }) => answering.has(id));
  return calming ? wholeMessage(conversation, calming.id) : lastQuote(conversation, turn);
};
