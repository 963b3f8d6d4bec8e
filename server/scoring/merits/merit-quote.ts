/** Which message of a turn a merit quotes: the one that does what the merit says (RULES T168). */
import type { Quote } from '#engine/model/turn-judgement.ts';
import { judge } from '#language/judge.ts';
import type { Act } from '#language/terms/verdicts.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { lastQuote, messageText, wholeMessage } from '#scoring/log/phrasing.ts';

/** A turn's messages, last first. */
const lastFirst = (conversation: ConversationHistory, { judgement }: TurnHistory): { id: string; text: string }[] =>
  judgement.messages.toReversed().flatMap((id) => {
    const text = messageText(conversation, id);
    return text === null ? [] : [{ id, text }];
  });

const actsOf = (text: string, customer: string): readonly Act[] => judge({ reply: text, customer }).acts;

/** Words of ordering: 看呗，不着急 invites to nothing. */
const ORDER_WORDS = /[拍付买单券卡领选]|链接|带走|入手|拿下/;
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
