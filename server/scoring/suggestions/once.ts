/**
 * Each better wording is shown to a reader once. Where it would be shown again, another useful one takes its place, or
 * the reader is led to where it was shown.
 */
import { type Comparable, comparable, likeness } from '#language/quick-replies/match-quick-replies.ts';
import { codeList } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type FindingDraft, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { plainText } from '#scoring/facts/turn-grade.ts';
import { endedBy, modelAt, openAt, placeAt, wantedFirst } from './model.ts';

/** These keep their own suggestion: each names what to click, even where two clicks are the same. */
const KEEP_THEIR_OWN: ReadonlySet<string> = new Set(
  codeList('missing-action', 'forbidden-action', 'unverified-action', 'wrong-amount'),
);

/** Faults about one question's answer: a wording that answers another question doesn't mend them. */
const CODES_OF_ONE_QUESTION: ReadonlySet<string> = new Set(
  codeList('ignored', 'answered-partly', 'evaded', 'vague', 'wrong-fact', 'self-contradiction', 'false-promise'),
);

/** Share of a line from which on a part of it counts as the whole. */
const MAX_OF_LINE = 0.6;

/** Two messages at least this alike, 0–1, count as the same. */
const MIN_SIMILARITY = 0.8;

/** Fewer characters than these stand in many a message without saying the same. */
const MIN_CHARS_SAID = 6;

/** Whether `newText` tells a reader nothing that `shownText` hasn't told. */
export const sameLine = (shownText: string, newText: string): boolean => {
  const [shownPlain, linePlain] = [plainText(shownText), plainText(newText)];
  return (
    shownPlain.includes(linePlain) ||
    (linePlain.includes(shownPlain) && shownPlain.length > linePlain.length * MAX_OF_LINE)
  );
};

/** What two better wordings are compared by: never by a sentence told in one reader's language. */
export const comparedText = ({
  suggestion,
  comparableAs,
}: Pick<FindingDraft, 'suggestion' | 'comparableAs'>): string | null => comparableAs ?? suggestion;

/** A wording and what it is compared by. */
type Line = { text: string; comparedText: string };

/**
 * The drafts, worked through in order of time. A wording shown before gives way to one for what else was open then, or
 * leads to where it was shown.
 */
export const eachShownOnce = (facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const shownLines: { line: string; told: number }[] = [];
  const comparableOf = memoizedComparable();
  const suggestionByDraft = new Map<
    FindingDraft,
    Pick<FindingDraft, 'suggestion' | 'isSteps' | 'comparableAs' | 'isShownBefore'>
  >();
  for (const draft of inOrderOfTime(drafts)) {
    if (draft.suggestion === null || draft.code.startsWith('merit:') || KEEP_THEIR_OWN.has(draft.code)) continue;
    const index = indexOfDraft(facts, draft);
    const factsToldCount = facts.conversation.factsTold.filter((fact) => fact.index < index).length;
    // The customer told a fact between two questions back: the second then asks for the fact still missing, and is new.
    const asksOn = ({ comparedText: compared }: Line, earlier: (typeof shownLines)[number]): boolean =>
      compared.endsWith('？') && compared !== earlier.line && factsToldCount > earlier.told;
    const otherTexts = CODES_OF_ONE_QUESTION.has(draft.code)
      ? []
      : [...otherAnswersAt(facts, index), ...draft.spareSuggestions];
    const hasCustomerLeft = draft.code === 'ignored' && endedBy(facts.conversation, index) !== null;
    const ownLine: Line = { text: draft.suggestion, comparedText: comparedText(draft) ?? draft.suggestion };
    const lines = [ownLine, ...otherTexts.map((line): Line => ({ text: line, comparedText: line }))];
    const unsentLines = lines.filter(
      ({ comparedText: compared }) => !wasSentBefore(facts, draft, compared, index, comparableOf),
    );
    const isNew = (line: Line): boolean =>
      !shownLines.some((earlier) => sameLine(earlier.line, line.comparedText) && !asksOn(line, earlier));
    const newLine = unsentLines.find(isNew) ?? null;
    // The customer had left, so nobody could be told it: no wording is shown.
    if (hasCustomerLeft && newLine !== null) {
      suggestionByDraft.set(draft, { ...suggestionParts(null), isShownBefore: false });
      continue;
    }
    // A line shown before leads to where it stands; a line that the trainee had said already is no advice.
    const chosenLine = newLine ?? unsentLines[0] ?? null;
    const chosenSuggestion =
      chosenLine === ownLine
        ? { suggestion: draft.suggestion, isSteps: draft.isSteps, comparableAs: draft.comparableAs }
        : null;
    const wasShown = newLine === null && unsentLines.length > 0;
    suggestionByDraft.set(draft, {
      ...(chosenSuggestion ?? suggestionParts(chosenLine?.text ?? null)),
      isShownBefore: wasShown,
    });
    if (newLine !== null) shownLines.push({ line: newLine.comparedText, told: factsToldCount });
  }
  return drafts.map((draft) => ({ ...draft, ...suggestionByDraft.get(draft) }));
};

/**
 * Whether the line was sent to this customer before, or is the faulty reply itself: sending it again is no better. Not
 * for a late reply, whose only fault is its time.
 */
const wasSentBefore = (
  { conversation }: ConversationFacts,
  draft: FindingDraft,
  lineText: string,
  index: number,
  comparableOf: (text: string) => Comparable,
): boolean => {
  if (draft.code.startsWith('late-')) return false;
  const turn = conversation.turns.find((turn) => turn.judgement.turn === draft.turn)?.judgement;
  if (plainText(turn?.text ?? '') === plainText(lineText)) return true;
  const ownMessages = turn?.messages ?? [];
  const comparableLine = comparableOf(lineText);
  const plainLine = plainText(lineText);
  return conversation.traineeMessages.some(
    (message) =>
      message.index < index &&
      (likeness(comparableOf(message.text), comparableLine, MIN_SIMILARITY) >= MIN_SIMILARITY ||
        // Word for word within a longer message (RULES M185).
        (plainLine.length >= MIN_CHARS_SAID && plainText(message.text).includes(plainLine))) &&
      !ownMessages.includes(message.id),
  );
};

/**
 * Makes each text ready to be compared once: every message is compared with every line, and folding them for each pair
 * took a second of a report on 400 messages.
 */
const memoizedComparable = (): ((text: string) => Comparable) => {
  const comparables = new Map<string, Comparable>();
  return (text) => {
    const ready = comparables.get(text) ?? comparable(text);
    comparables.set(text, ready);
    return ready;
  };
};

/** At the same moment a fault of the answer comes first: a red line has other wordings to fall back on. */
const inOrderOfTime = (drafts: readonly FindingDraft[]): FindingDraft[] =>
  drafts.toSorted((a, b) => a.at - b.at || Number(isRedLine(a)) - Number(isRedLine(b)));

const isRedLine = ({ code }: FindingDraft): boolean => code.startsWith('red-line:');

/** Where in the log it could have been said. */
const indexOfDraft = ({ conversation }: ConversationFacts, draft: FindingDraft): number => {
  const turn = draft.code.startsWith('late-')
    ? undefined
    : conversation.turns.find((turn) => turn.judgement.turn === draft.turn);
  const until = draft.span?.until ?? draft.at;
  return turn?.index ?? placeAt(conversation, until);
};

/**
 * Answers to what else the customer had asked in this beat and still waited for; none once they had gone. What has to be asked
 * or looked up first is no answer: under a fault of another question it would mend nothing (RULES M149).
 */
const otherAnswersAt = (facts: ConversationFacts, index: number): string[] => {
  const { conversation, caseFacts } = facts;
  const beat = caseFacts.beat(conversation.beats.findLast((beat) => beat.index < index)?.beat ?? null);
  if (!beat || endedBy(conversation, index)) return [];
  const openHere = openAt(facts, index).filter(
    (other) => beat.recalls === other.id || beat.asks.some((question) => question.id === other.id),
  );
  return openHere.flatMap((question) =>
    wantedFirst(facts, question, index) === null ? (modelAt(facts, question, index) ?? []) : [],
  );
};
