/** Where the trainee had a fact already: in words or pictures of the customer, earlier or in this drill, or on the desk. */
import type { Bubble, Fact } from '#engine/model/content.ts';
import { joined, listed, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { modelAt } from '#scoring/suggestions/model.ts';

/** `words`: the customer's own; null where it is only on the desk. */
type GivenFact = { name: string; because: string; words: string | null };

const PICTURE_WORDS = /照片|图|截图|视频/;
const ORDER_WORDS = /订单|单号/;

/** The fact or sent thing that a turn at place `index` need not have asked for, with where it was given. */
const whereGiven = (facts: ConversationFacts, factOrThing: string, index: number): GivenFact => {
  const fact = facts.caseFacts.scenario.customer.knows.find(({ id }) => id === factOrThing);
  if (!fact) return whereSent(facts, factOrThing, index);
  const name = fact.cues[0] ?? factOrThing;
  const customerWords = wordsToldBefore(facts, fact, index);
  const because =
    customerWords === null
      ? say('findings:asked-again.given', { name })
      : say('findings:asked-again.said', { words: customerWords });
  return { name, words: customerWords, because };
};

const whereSent = ({ conversation, caseFacts }: ConversationFacts, thing: string, index: number): GivenFact => {
  const showsThing = (bubble: Bubble): boolean =>
    bubble.kind === 'text'
      ? bubble.text.includes(thing)
      : (bubble.kind === 'picture' && PICTURE_WORDS.test(thing)) ||
        (bubble.kind === 'order' && ORDER_WORDS.test(thing));
  const earlierContact = caseFacts.scenario.before.find(
    (earlier) => earlier.by === 'customer' && earlier.says.some(showsThing),
  );
  if (earlierContact) {
    const words = textOf(earlierContact.says.filter(showsThing));
    return {
      name: thing,
      words,
      because:
        words === null
          ? say('findings:asked-again.sent-before', { what: thing, when: earlierContact.when })
          : say('findings:asked-again.sent-before-saying', { what: thing, when: earlierContact.when, words }),
    };
  }
  const bubblesHere = conversation.customerMessages
    .filter((line) => line.index < index && showsThing(line.bubble))
    .map(({ bubble }) => bubble);
  if (bubblesHere.length > 0) {
    const words = textOf(bubblesHere);
    const because =
      words === null ? say('findings:asked-again.sent', { what: thing }) : say('findings:asked-again.said', { words });
    return { name: thing, words, because };
  }
  // The customer sent nothing, but the order stands on the desk: asking for it makes the customer look it up.
  if (ORDER_WORDS.test(thing) && caseFacts.scenario.orders.length > 0)
    return { name: thing, words: null, because: say('findings:asked-again.on-the-desk') };
  return { name: thing, words: null, because: say('findings:asked-again.given', { name: thing }) };
};

const textOf = (bubbles: readonly Bubble[]): string | null => {
  const texts = bubbles.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  return texts.length === 0 ? null : [...new Set(texts)].join(' ');
};

/** Fewer letters in common may be a coincidence. */
const MIN_SHARED_LETTERS = 3;
const MIN_SHARED_PART = 0.6;

/**
 * The customer's own bubbles that told a fact: the case's own lines where the trainee asked for it, similar words where
 * the customer volunteered it. Null where none can be found.
 */
const wordsToldBefore = ({ conversation, caseFacts }: ConversationFacts, fact: Fact, index: number): string | null => {
  const factTexts = fact.says.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  const wasVolunteered = conversation.factsTold.some(
    (factTold) => factTold.fact === fact.id && factTold.index < index && factTold.how === 'volunteered',
  );
  const { before, customer } = caseFacts.scenario;
  if (!wasVolunteered && !customer.said.includes(fact.id)) return factTexts.length === 0 ? null : factTexts.join(' ');
  const letters = new Set([...factTexts.join('')].filter((letter) => /\p{L}|\d/u.test(letter)));
  const earlierBubbles = before.flatMap((earlier) => (earlier.by === 'customer' ? earlier.says : []));
  const bubblesHere = conversation.customerMessages.filter((line) => line.index < index).map(({ bubble }) => bubble);
  const texts = [...earlierBubbles, ...bubblesHere].flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  const tellingTexts = texts.filter((text) => {
    const shared = [...text].filter((letter) => letters.has(letter)).length;
    return shared >= MIN_SHARED_LETTERS && shared > text.length * MIN_SHARED_PART;
  });
  return tellingTexts.length === 0 ? null : [...new Set(tellingTexts)].join(' ');
};

/** A request for what the customer had given already. */
export const askedAgain = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const { judgement } = turn;
  const firstRequest = judgement.askedAgain[0];
  if (!firstRequest) return [];
  const alreadyGiven = judgement.askedAgain.map(({ what }) => whereGiven(facts, what, turn.index));
  const names = [...new Set(alreadyGiven.map(({ name }) => name))];
  const customerWords = alreadyGiven.flatMap(({ words }) => words ?? []);
  const openOutcome = judgement.questions[0];
  const question = caseFacts.question(openOutcome?.question);
  return [
    draftFinding({
      code: 'asked-again',
      at: judgement.firstAt,
      conversation: conversation.key,
      turn: judgement.turn,
      quoteAt: firstRequest.quote,
      customerText: customerWords.length > 0 ? [...new Set(customerWords)].join('\n') : judgement.customer,
      detail: listed(names.map((name) => say('findings:name', { name }))),
      because: joined([...new Set(alreadyGiven.map(({ because }) => because))]),
      suggestion: modelAt(facts, question, turn.index) ?? `「${names[0] ?? ''}」我看到了，不用再发，我接着办`,
      spoiledQuestions: question && turn.closed?.reaction === 'asked-again' ? [question.id] : [],
    }),
  ];
};
