/** Whether words of a turn close a conversation: they take leave, let the customer think or choose, or round it off (RULES M81). */
import type { WindowSpec } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { isSmallTalk } from '#engine/turns/small-talk.ts';
import { inLanguage } from '#i18n/language.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { isUndecided, letsThink, putsOff } from '#language/windows/closings.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { asksSomething, bubbleText } from '#scoring/log/phrasing.ts';
import { hasOwnPhrasing } from './turn-grade.ts';

export type WindowInPlay = {
  conversation: ConversationHistory;
  caseFacts: CaseFacts;
  window: WindowHistory;
  spec: WindowSpec | null;
};

/**
 * Whether a turn's words were meant for this customer: no small talk, nothing rude, no stack of phrases, no misused
 * quick reply.
 */
export const isEarnest = ({ judgement, closed }: TurnHistory): boolean =>
  judgement.text !== '' &&
  hasOwnPhrasing(judgement) &&
  !isSmallTalk(judgement.text, judgement.acts) &&
  !judgement.stacking &&
  !judgement.crossTalk &&
  !(closed?.bad ?? false) &&
  !(
    ['hostile', 'impatient', 'cold'].includes(judgement.tone) &&
    judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told
  ) &&
  !judgement.redLines.some(({ confidence }) => confidence === 'high') &&
  !judgement.canned.some((note) => note.verdict !== 'fit');

/** Characters: longer closing words tell something, and only words of leave make them a goodbye. */
const MAX_LEAVE_CHARS = 24;

/** 照顾好自己和娃: short words after everything is settled that neither ask nor answer. */
export const isShortLeave = (turn: TurnHistory): boolean => {
  const { text, acts, points, questions, asked } = turn.judgement;
  return (
    isEarnest(turn) &&
    text.length <= MAX_LEAVE_CHARS &&
    !asksSomething(text) &&
    !acts.includes('ask-info') &&
    points.length + questions.length + asked.length === 0
  );
};

/** Whether the customer's last line put it off, and the turn let them (我再转转 → 您慢慢想): nothing more was to be said (RULES M81). */
export const letsCustomerThink = ({ conversation }: Pick<WindowInPlay, 'conversation'>, turn: TurnHistory): boolean => {
  const lines = conversation.customerMessages.filter(({ index }) => index < turn.index);
  // 嗯 takes up what was said to them and changes nothing; 我看看 may be a nod and puts off.
  const lastLines = [lines.at(-1), lines.findLast(({ why }) => why.kind !== 'nod')];
  const hasPutOff = lastLines.some((line) => line?.bubble.kind === 'text' && putsOff(line.bubble.text));
  return isEarnest(turn) && hasPutOff && letsThink(turn.judgement.text);
};

/** Whether a turn let the customer go for good: who came back to order or pay is owed another goodbye. */
export const wasLetGo = (inPlay: Pick<WindowInPlay, 'conversation' | 'window'>, turn: TurnHistory): boolean =>
  letsCustomerThink(inPlay, turn) &&
  !inPlay.conversation.customerDeeds.some(({ index }) => index > turn.index && index < inPlay.window.index);

/** Characters: 对的 only agrees, and tells nothing. */
const MIN_TELLING_CHARS = 8;
/** Whether words said after the customer's last word tell something and ask nothing. */
export const roundsOff = (turn: TurnHistory): boolean =>
  isEarnest(turn) &&
  turn.judgement.text.length >= MIN_TELLING_CHARS &&
  !turn.judgement.text.split('\n').some(asksSomething) &&
  !turn.judgement.acts.includes('ask-info');

/** A customer who makes up for their tone, tells how they felt or asks is owed a word (刚才话冲 对不住). */
const WANTS_WORD = /对不住|对不起|不好意思|抱歉|冲你|话冲|语气|态度|那股火|火气|急了|心里去|怪我|怪你|[?？]|[吗么呢]$/;

/** Whether the customer closed with thanks, assent or a goodbye of their own: little was left to say. */
export const hasParted = ({ conversation, caseFacts, window }: WindowInPlay): boolean => {
  const ending = conversation.endings.findLast(({ index }) => index < window.index);
  if (ending === undefined) return false;
  const lines = conversation.customerMessages.filter(
    ({ index }) => index > ending.index && index < (window.closed?.index ?? 0),
  );
  // These texts are judged, not shown: Chinese gives the same result in every language of the reader.
  const texts = inLanguage('zh', () => lines.map(({ bubble }) => bubbleText(bubble, caseFacts)));
  return texts.length > 0 && texts.every((text) => isUndecided(text) || !WANTS_WORD.test(text));
};

/** Whether a turn answers the customer's own last words by letting them choose (您看好颜色再拍), and asks nothing (RULES M118). */
export const letsChoose = (inPlay: WindowInPlay, turn: TurnHistory): boolean =>
  isEarnest(turn) &&
  letsThink(turn.judgement.text) &&
  !turn.judgement.text.split('\n').some(asksSomething) &&
  hasParted(inPlay);

/** A goodbye is waited for from the customer's last line, which may come behind the ending it belongs to (RULES M120). */
export const waitedFrom = (
  { customerMessages }: ConversationHistory,
  { kind, fromAt, closed }: WindowHistory,
): DrillMs => {
  const lines = customerMessages.filter(({ at }) => at > fromAt && at < (closed?.at ?? 0));
  return kind === 'goodbye' ? Math.max(fromAt, ...lines.map(({ at }) => at)) : fromAt;
};
