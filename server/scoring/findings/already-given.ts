/** Where the trainee had a fact already: in words or pictures of the customer, earlier or in this drill, or on the desk. */
import type { Bubble, Fact } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';

/** `words`: the customer's own; null where it is only on the desk. */
export type GivenFact = { name: string; because: string; words: string | null };

const PICTURE = /照片|图|截图|视频/;
const ORDER = /订单|单号/;

/** The fact or sent thing that a turn at place `index` need not have asked for, with where it was given. */
export function givenOf(facts: ConversationFacts, what: string, index: number): GivenFact {
  const fact = facts.caseFacts.scenario.customer.knows.find(({ id }) => id === what);
  if (!fact) return sentOf(facts, what, index);
  const name = fact.cues[0] ?? what;
  const words = saidBefore(facts, fact, index);
  const because =
    words === null ? say('findings:asked-again.given', { name }) : say('findings:asked-again.said', { words });
  return { name, words, because };
}

function sentOf({ conversation, caseFacts }: ConversationFacts, what: string, index: number): GivenFact {
  const shows = (bubble: Bubble): boolean =>
    bubble.kind === 'text'
      ? bubble.text.includes(what)
      : (bubble.kind === 'picture' && PICTURE.test(what)) || (bubble.kind === 'order' && ORDER.test(what));
  const stood = caseFacts.scenario.before.find((earlier) => earlier.by === 'customer' && earlier.says.some(shows));
  if (stood) {
    const words = textOf(stood.says.filter(shows));
    return {
      name: what,
      words,
      because:
        words === null
          ? say('findings:asked-again.sent-before', { what, when: stood.when })
          : say('findings:asked-again.sent-before-saying', { what, when: stood.when, words }),
    };
  }
  const here = conversation.said.filter((line) => line.index < index && shows(line.bubble)).map(({ bubble }) => bubble);
  if (here.length > 0) {
    const words = textOf(here);
    const because =
      words === null ? say('findings:asked-again.sent', { what }) : say('findings:asked-again.said', { words });
    return { name: what, words, because };
  }
  // The customer sent nothing, but the order stands on the desk: asking for it makes the customer look it up.
  if (ORDER.test(what) && caseFacts.scenario.orders.length > 0)
    return { name: what, words: null, because: say('findings:asked-again.on-the-desk') };
  return { name: what, words: null, because: say('findings:asked-again.given', { name: what }) };
}

function textOf(bubbles: readonly Bubble[]): string | null {
  const texts = bubbles.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  return texts.length === 0 ? null : [...new Set(texts)].join(' ');
}

/** Fewer are chance. */
const SHARED_LETTERS = 3;
const SHARED_PART = 0.6;

/**
 * The customer's own bubbles that told a fact: the case's own lines where the trainee asked for it, similar words where
 * the customer volunteered it. Null where none can be found.
 */
function saidBefore({ conversation, caseFacts }: ConversationFacts, fact: Fact, index: number): string | null {
  const own = fact.says.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  const wasVolunteered = conversation.facts.some(
    (told) => told.fact === fact.id && told.index < index && told.how === 'volunteered',
  );
  const { before, customer } = caseFacts.scenario;
  if (!wasVolunteered && !customer.said.includes(fact.id)) return own.length === 0 ? null : own.join(' ');
  const letters = new Set([...own.join('')].filter((letter) => /\p{L}|\d/u.test(letter)));
  const stood = before.flatMap((earlier) => (earlier.by === 'customer' ? earlier.says : []));
  const here = conversation.said.filter((line) => line.index < index).map(({ bubble }) => bubble);
  const texts = [...stood, ...here].flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  const told = texts.filter((text) => {
    const shared = [...text].filter((letter) => letters.has(letter)).length;
    return shared >= SHARED_LETTERS && shared > text.length * SHARED_PART;
  });
  return told.length === 0 ? null : [...new Set(told)].join(' ');
}
