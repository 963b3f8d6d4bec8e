/** The merit of calming an angry customer, seen in the customer's own words. */
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { asksSomething } from '#scoring/log/phrasing.ts';
import { firstIndex, meritOfTurn } from './merit-draft.ts';
import { calmingQuote } from './merit-quote.ts';

/** Moods of docs/trade.md §1: at or under the first a customer is angry, from the second on calm. */
const ANGRY_MOOD = 35;
const CALM_MOOD = 55;
/** Customers' words that show their anger easing. */
const EASED_WORDS = [
  '人话',
  '中听',
  '差不多',
  '谢',
  '放心',
  '踏实',
  '痛快',
  '实在',
  '不怪你',
  '态度可以',
  '不赖',
  '说得也没错',
  '有数了',
  '等了一上午',
];

/** Closed class before a word that turns it round: 没一句人话吗, 不放心, 谢什么谢. */
const TURNED_ROUND = /[没不别甭哪少未无]/;
const CLAUSE_END = /[，。！？；,.!?;\s]/;

/** Whether a customer's line shows anger easing: it says a word of it, doesn't deny it and doesn't ask (RULES M84). */
export const showsEasing = (line: string): boolean =>
  !asksSomething(line) &&
  EASED_WORDS.some((word) => {
    const before = line.slice(0, Math.max(0, line.indexOf(word)));
    return line.includes(word) && !TURNED_ROUND.test(before.split(CLAUSE_END).at(-1) ?? '');
  });

/** The customer came in angry, went calm, and their next words show which turn did it (docs/trade.md §1). */
export const calmedMerit = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const startMood = caseFacts.scenario.customer.mood ?? conversation.arrivals[0]?.mood ?? 50;
  const lastMood = conversation.moods.at(-1)?.to ?? startMood;
  if (startMood > ANGRY_MOOD || lastMood < CALM_MOOD) return [];
  const eased = conversation.turns.flatMap((turn, i) => {
    const next = conversation.turns[i + 1];
    const until = next?.closedAt ?? Number.POSITIVE_INFINITY;
    const moodGain = conversation.moods
      .filter(({ at }) => at >= turn.closedAt && at < until)
      .reduce((sum, move) => sum + move.to - move.from, 0);
    const easedBubble = conversation.customerMessages.find(
      (line) =>
        line.index > firstIndex(conversation, turn) &&
        line.index < (next ? firstIndex(conversation, next) : Number.POSITIVE_INFINITY) &&
        line.bubble.kind === 'text' &&
        showsEasing(line.bubble.text),
    )?.bubble;
    return easedBubble?.kind === 'text' && moodGain > 0 ? [{ turn, by: moodGain, heard: easedBubble.text }] : [];
  });
  const [mostEased] = eased.toSorted((x, y) => y.by - x.by);
  if (!mostEased) return [];
  const because = say('merits:calmed', { words: mostEased.heard });
  return [
    meritOfTurn(facts, mostEased.turn, 'merit:calmed', calmingQuote(conversation, mostEased.turn), because, {
      customerAnswer: mostEased.heard,
    }),
  ];
};
