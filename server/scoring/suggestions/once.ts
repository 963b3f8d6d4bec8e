/**
 * Each better wording is shown to a reader once. Where it would be shown again, another useful one takes its place, or
 * the reader is led to where it was shown.
 */
import { type Comparable, comparable, likeness } from '#language/quick-replies/match-quick-replies.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type FindingDraft, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { plainText } from '#scoring/facts/turn-grade.ts';
import { endedBy, modelAt, openAt, placeAt } from './model.ts';

/** These keep their own suggestion: each names what to click, even where two clicks are the same. */
const KEEP_THEIR_OWN: ReadonlySet<string> = new Set([
  'missing-action',
  'forbidden-action',
  'unverified-action',
  'wrong-amount',
]);

/** Faults about one question's answer: a wording that answers another question doesn't mend them. */
const OF_ONE_QUESTION: ReadonlySet<string> = new Set([
  'ignored',
  'answered-partly',
  'evaded',
  'vague',
  'wrong-fact',
  'self-contradiction',
  'false-promise',
]);

/** Share of a line from which on a part of it counts as the whole. */
const MAX_OF_LINE = 0.6;

/** Two messages at least this alike, 0–1, count as the same. */
const MIN_SIMILARITY = 0.8;

/** Whether `line` tells a reader nothing that `shown` hasn't told. */
export function sameLine(shown: string, line: string): boolean {
  const [before, now] = [plainText(shown), plainText(line)];
  return before.includes(now) || (now.includes(before) && before.length > now.length * MAX_OF_LINE);
}

/** What two better wordings are compared by: never by a sentence told in one reader's language. */
export const comparedBy = ({ better, betterAs }: Pick<FindingDraft, 'better' | 'betterAs'>): string | null =>
  betterAs ?? better;

/** A wording and what it is compared by. */
type Line = { better: string; comparedBy: string };

/**
 * The drafts, worked through in order of time. A wording shown before gives way to one for what else was open then, or
 * leads to where it was shown.
 */
export function eachShownOnce(facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] {
  const shown: { line: string; told: number }[] = [];
  const folded = foldedOnce();
  const given = new Map<FindingDraft, Pick<FindingDraft, 'better' | 'steps' | 'betterAs' | 'shownBefore'>>();
  for (const draft of byTime(drafts)) {
    if (draft.better === null || draft.code.startsWith('merit:') || KEEP_THEIR_OWN.has(draft.code)) continue;
    const index = placeOf(facts, draft);
    const told = facts.conversation.facts.filter((fact) => fact.index < index).length;
    // The customer told a fact between two questions back: the second then asks for the fact still missing, and is new.
    const asksOn = ({ comparedBy: by }: Line, before: (typeof shown)[number]): boolean =>
      by.endsWith('？') && by !== before.line && told > before.told;
    const others = OF_ONE_QUESTION.has(draft.code) ? [] : [...otherAnswersAt(facts, index), ...draft.spare];
    const hasLeft = draft.code === 'ignored' && endedBy(facts.conversation, index) !== null;
    const own: Line = { better: draft.better, comparedBy: comparedBy(draft) ?? draft.better };
    const lines = [own, ...others.map((line): Line => ({ better: line, comparedBy: line }))];
    const fresh = lines.filter(({ comparedBy: by }) => !wasSaid(facts, draft, by, index, folded));
    const isNew = (other: Line): boolean =>
      !shown.some((before) => sameLine(before.line, other.comparedBy) && !asksOn(other, before));
    const line = fresh.find(isNew) ?? null;
    // The customer had left, so nobody could be told it: no wording is shown.
    if (hasLeft && line !== null) {
      given.set(draft, { ...suggestionParts(null), shownBefore: false });
      continue;
    }
    // A line shown before leads to where it stands; a line that the trainee had said already is no advice.
    const chosen = line ?? fresh[0] ?? null;
    const better = chosen === own ? { better: draft.better, steps: draft.steps, betterAs: draft.betterAs } : null;
    const wasShown = line === null && fresh.length > 0;
    given.set(draft, { ...(better ?? suggestionParts(chosen?.better ?? null)), shownBefore: wasShown });
    if (line !== null) shown.push({ line: line.comparedBy, told });
  }
  return drafts.map((draft) => ({ ...draft, ...given.get(draft) }));
}

/**
 * Whether the line was sent to this customer before, or is the faulty reply itself: sending it again is no better. Not
 * for a late reply, whose only fault is its time.
 */
function wasSaid(
  { conversation }: ConversationFacts,
  draft: FindingDraft,
  line: string,
  index: number,
  folded: (text: string) => Comparable,
): boolean {
  if (draft.code.startsWith('late-')) return false;
  const turn = conversation.turns.find((turn) => turn.judgement.turn === draft.turn)?.judgement;
  if (plainText(turn?.text ?? '') === plainText(line)) return true;
  const own = turn?.messages ?? [];
  const words = folded(line);
  return conversation.spoke.some(
    (message) =>
      message.index < index &&
      likeness(folded(message.text), words, MIN_SIMILARITY) >= MIN_SIMILARITY &&
      !own.includes(message.id),
  );
}

/**
 * Makes each text ready to be compared once: every message is compared with every line, and folding them for each pair
 * took a second of a report on 400 messages.
 */
function foldedOnce(): (text: string) => Comparable {
  const known = new Map<string, Comparable>();
  return (text) => {
    const made = known.get(text) ?? comparable(text);
    known.set(text, made);
    return made;
  };
}

/** At the same moment a fault of the answer comes first: a red line has other wordings to fall back on. */
const byTime = (drafts: readonly FindingDraft[]): FindingDraft[] =>
  drafts.toSorted((a, b) => a.at - b.at || Number(isRedLine(a)) - Number(isRedLine(b)));

const isRedLine = ({ code }: FindingDraft): boolean => code.startsWith('red-line:');

/** Where in the log it could have been said. */
function placeOf({ conversation }: ConversationFacts, draft: FindingDraft): number {
  const turn = draft.code.startsWith('late-')
    ? undefined
    : conversation.turns.find((turn) => turn.judgement.turn === draft.turn);
  const until = draft.span?.until ?? draft.at;
  return turn?.index ?? placeAt(conversation, until);
}

/** Answers to what else the customer had asked in this beat and still waited for; none once they had gone. */
function otherAnswersAt(facts: ConversationFacts, index: number): string[] {
  const { conversation, caseFacts } = facts;
  const beat = caseFacts.beat(conversation.beats.findLast((beat) => beat.index < index)?.beat ?? null);
  if (!beat || endedBy(conversation, index)) return [];
  const here = openAt(facts, index).filter(
    (other) => beat.recalls === other.id || beat.asks.some((question) => question.id === other.id),
  );
  return here.flatMap((question) => modelAt(facts, question, index) ?? []);
}
