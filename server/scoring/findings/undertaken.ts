/**
 * 说了要办没办: an operation the trainee undertook to do (我这就给您登记) and never did (RULES T72). Where the case wants that
 * operation, or it was told as done, it is charged there already. A second 稍等 undertakes to be back, and says no time.
 */
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { deniesDeed } from '#language/deeds/undertakings.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft, stepsOf, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { lastQuote, quotedText } from '#scoring/log/phrasing.ts';
import { holdPromiseSuggestion } from '#scoring/suggestions/hold-promise.ts';
import { actionLine } from '#scoring/suggestions/operations.ts';

/** Less time than this after the words leaves nobody a chance to click. */
const TIME_TO_CLICK_MS = 30_000;

type Undertaking = NonNullable<TurnHistory['judgement']['undertakes']>[number];
type Promised = { turn: TurnHistory; saidAt: DrillMs; undertaking: Undertaking };
/** Why a person has to look; null where it is sure. */
type Doubt = 'again' | 'other-done' | 'taken-back' | null;

/** One finding for each operation: saying it again is the same promise. `charged`: findings about operations so far. */
export const undertakenUndone = (facts: ConversationFacts, charged: readonly FindingDraft[]): FindingDraft[] => {
  const chargedActions = new Set(charged.flatMap(({ detailParts }) => detailParts.action?.id ?? []));
  const promised = new Map<string, Promised>();
  for (const promise of promisesOf(facts)) {
    const { actions } = promise.undertaking;
    const key = actions.join(' ');
    const isOwed = hadTime(facts, promise) && !awaitsPicture(facts, promise) && !isForbidden(facts, actions);
    const isOpen = !isDone(facts, promise) && isOwed;
    if (isOpen && !promised.has(key) && !actions.some((action) => chargedActions.has(action)))
      promised.set(key, promise);
  }
  return [...promised.values()].map((promise) => findingOf(facts, promise));
};

/** The words by which an operation was undertaken first; null where it never was. */
export const quoteOfPromise = (facts: ConversationFacts, action: string): string | null => {
  const promise = promisesOf(facts).find(({ undertaking }) => undertaking.actions.includes(action));
  return promise ? quotedText(facts.conversation, promise.undertaking.quote) : null;
};

const promisesOf = ({ conversation }: ConversationFacts): Promised[] =>
  conversation.turns.flatMap((turn) =>
    (turn.judgement.undertakes ?? []).map((undertaking) => ({
      turn,
      saidAt:
        conversation.traineeMessages.find(({ id }) => id === undertaking.quote.message)?.at ?? turn.judgement.lastAt,
      undertaking,
    })),
  );

/** Clicks of the turn's own and later ones: what stands before the words in the same turn is done for them. */
const clicksFrom = ({ conversation }: ConversationFacts, { turn }: Promised) => {
  const before = conversation.turns.findLast(({ index }) => index < turn.index)?.index ?? -1;
  return conversation.clicks.filter(({ index }) => index > before);
};

const isDone = (facts: ConversationFacts, promise: Promised): boolean => {
  const { actions, anew } = promise.undertaking;
  const clicks = anew && !isNew(facts, promise) ? clicksFrom(facts, promise) : facts.conversation.clicks;
  return clicks.some(({ action }) => actions.includes(action));
};

/** Whether none of the operations had been done before the words. */
const isNew = ({ conversation }: ConversationFacts, { undertaking, turn }: Promised): boolean =>
  !conversation.clicks.some(({ action, index }) => undertaking.actions.includes(action) && index < turn.index);

/** A drill cut off by the bell or the teacher leaves it void, unless there was time to click (RULES C5). */
const hadTime = ({ history }: ConversationFacts, { saidAt }: Promised): boolean => {
  const { ended, lastAt } = history;
  return lastAt > saidAt + TIME_TO_CLICK_MS || ended?.why === 'finished' || ended?.why === 'trainee';
};

const ASKS_FOR_PICTURE = /拍|照片|图|传/;

/** Whether the bubble that promised asked for a picture which never came: 拍一张发我，我马上点退款 owes nothing before it (RULES M231). */
const awaitsPicture = ({ conversation }: ConversationFacts, { turn, undertaking }: Promised): boolean => {
  const bubble = conversation.traineeMessages.find(({ id }) => id === undertaking.quote.message);
  const isAsked = conversation.clicks.some(({ action }) => action === 'request-photo');
  return (
    isAsked &&
    ASKS_FOR_PICTURE.test(bubble?.text ?? '') &&
    !conversation.customerMessages.some(({ bubble: { kind }, index }) => kind === 'picture' && index > turn.index)
  );
};

/** An operation that the case forbids is rightly left undone; what was said of it is a point of the case. */
const isForbidden = ({ caseFacts: { scenario } }: ConversationFacts, actions: readonly string[]): boolean =>
  scenario.forbids.some((forbid) => forbid.do !== null && actions.includes(forbid.do));

/** 不用了 after it, or the trainee's own later words that deny the deed. */
const DECLINES = /不用|不要了|不必|算了|别(?:给|帮|报|退|登|发|点)/;

const doubtOf = (facts: ConversationFacts, promise: Promised): Doubt => {
  const { conversation, caseFacts } = facts;
  const { turn, undertaking } = promise;
  if (!isNew(facts, promise)) return 'again';
  const nextTurn = conversation.turns.find(({ index }) => index > turn.index)?.index ?? Number.POSITIVE_INFINITY;
  const answers = conversation.customerMessages.filter(({ index }) => index > turn.index && index < nextTurn);
  const isDeclined = answers.some(({ bubble }) => bubble.kind === 'text' && DECLINES.test(bubble.text));
  const operations = undertaking.actions.map((id) => ({ id, words: caseFacts.action(id)?.named ?? [] }));
  const isDenied = conversation.turns.some(
    ({ index, judgement }) => index > turn.index && deniesDeed(judgement.text, operations),
  );
  if (isDeclined || isDenied) return 'taken-back';
  // Look-ups have no words by which they are told as done: they do nothing for the customer.
  const isOther = clicksFrom(facts, promise).some(({ action }) => (caseFacts.action(action)?.named ?? []).length > 0);
  return isOther ? 'other-done' : null;
};

/** The operation that the words name, else the likeliest. */
const namedAction = ({ conversation, caseFacts }: ConversationFacts, { undertaking, turn }: Promised): string => {
  const words = quotedText(conversation, undertaking.quote) ?? turn.judgement.text;
  const named = undertaking.actions.find((id) => words.includes(caseFacts.action(id)?.title ?? id));
  return named ?? undertaking.actions[0] ?? '';
};

const findingOf = (facts: ConversationFacts, promise: Promised): FindingDraft => {
  const { conversation, caseFacts } = facts;
  const action = namedAction(facts, promise);
  const title = titleOfDeed(caseFacts, action);
  const doubt = doubtOf(facts, promise);
  return draftFinding({
    code: 'false-promise',
    at: promise.saidAt,
    conversation: conversation.key,
    turn: promise.turn.judgement.turn,
    quoteAt: promise.undertaking.quote,
    customerText: promise.turn.judgement.customer,
    detail: say('findings:promise.detail', { action: title }),
    detailParts: { action: { id: action, title } },
    because: say(doubt === null ? 'findings:promise.never-done' : `findings:promise.${doubt}`),
    // What was meant by a few words, or done elsewhere, no log tells: a person looks at every such promise.
    unsure: true,
    ...suggestionParts(stepsOf(() => actionLine({ do: action, with: {} }, caseFacts))),
  });
};

/** The second 稍等 without a time, and every one after it (RULES T7). */
export const bareHolds = ({ conversation, caseFacts }: ConversationFacts): FindingDraft[] => {
  const untimedHolds = conversation.turns.filter(
    ({ judgement }) => judgement.hold !== null && judgement.hold.seconds === null,
  );
  return untimedHolds.slice(1).flatMap((turn) => {
    const { judgement } = turn;
    const openOutcome = judgement.questions.find(({ answer }) => answer !== 'answered');
    // Beside an answer 稍等 is only a word.
    if (judgement.questions.some(({ answer }) => answer === 'answered' || answer === 'partial')) return [];
    return [
      draftFinding({
        code: 'bare-hold',
        at: judgement.firstAt,
        conversation: conversation.key,
        turn: judgement.turn,
        quoteAt: judgement.hold?.quote ?? lastQuote(conversation, turn),
        customerText: judgement.customer,
        suggestion: holdPromiseSuggestion(caseFacts.question(openOutcome?.question), caseFacts.goodsNames),
      }),
    ];
  });
};
