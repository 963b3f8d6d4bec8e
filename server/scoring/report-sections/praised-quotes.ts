/**
 * The words a verdict may praise: the trainee's own, as the log has them. A case's wording of a point is what the judge
 * took them for, and often more than was said (唉吃个饭就错过了 is no 活动14点结束了).
 */

import type { ReportFinding } from '#contract/report.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { sharesContent, wordingsOf } from '#scoring/facts/counted-notes.ts';
import type { NoteOfTurn } from '#scoring/facts/other-case.ts';
import type { PointResult } from '#scoring/facts/point-results.ts';
import { quotedText, shortened, wholeClause } from '#scoring/log/phrasing.ts';
import { isCountedFault } from '#scoring/marks/finding-status.ts';
import type { PricedFinding } from '#scoring/marks/report-findings.ts';

/** Longest praise in characters: it must be read at a glance, with the point's words and figures still in it. */
const MAX_CHARS = 18;
const CLAUSE_BREAKS = /[\s，。！？；、：,!?;]+/;

/** Questions that a finding which counts is about: nothing told on them is praised beside it. */
export const faultedQuestions = (priced: readonly PricedFinding[]): ReadonlySet<string> =>
  new Set(
    priced
      .filter(({ finding }) => isCountedFault(finding))
      .flatMap(({ draft }) => draft.spoiledQuestions.map((question) => keyOf(draft.conversation, question))),
  );

const keyOf = (conversation: string, question: string): string => `${conversation} ${question}`;

/** What was told rightly, in the words it was told with, each once; points of `faulted` questions left out. */
export const praisedQuotes = (
  allFacts: readonly ConversationFacts[],
  faulted: ReadonlySet<string>,
  findings: readonly ReportFinding[],
): string[] => {
  const quotes = allFacts.flatMap((facts) =>
    facts.pointResults
      .filter((result) => result.point.must && result.state === 'covered' && !result.wasCorrected)
      .filter((result) => !faulted.has(keyOf(facts.conversation.key, result.question.id)))
      .flatMap((result) => firstTellingWords(facts, result, findings) ?? []),
  );
  // 还没开印的能取消 is left out beside a longer quote that contains it: they tell one thing.
  return quotes.filter(
    (quote, index) =>
      !quotes.some(
        (other, otherIndex) => otherIndex !== index && other.includes(quote) && (other !== quote || otherIndex < index),
      ),
  );
};

/** Of a merit, the faults that say the opposite of it: praise beside them contradicts the reproach. */
const OPPOSITES: Readonly<Record<string, readonly string[]>> = {
  'merit:asked-first': ['asked-again', 'unverified-action'],
  'merit:calmed': ['no-empathy', 'cold', 'impatient', 'hostile', 'slighted'],
  'merit:kept-promise': ['no-return', 'bare-hold', 'false-promise', 'late-first', 'late-round'],
} satisfies { [Code in FindingCode]?: readonly FindingCode[] };

/** Whether a merit is about what a fault is about: its opposite, or words of one message. */
export const isOfSameThing = (merit: ReportFinding, fault: ReportFinding): boolean =>
  (OPPOSITES[merit.code] ?? []).includes(fault.code) ||
  (merit.conversation === fault.conversation &&
    merit.quoteAt !== null &&
    merit.quoteAt.message === fault.quoteAt?.message);

/**
 * Praise without that on the matter of a fault: what one customer was told wrong isn't praised where another was told it
 * right.
 */
export const praiseBeside = (
  quotes: readonly string[],
  fault: { spoiledQuestions: readonly string[]; conversation: string } | null,
  allFacts: readonly ConversationFacts[],
): string[] => {
  const facts = allFacts.find(({ conversation }) => conversation.key === fault?.conversation);
  const wordings = (fault?.spoiledQuestions ?? []).flatMap(
    (id) => facts?.caseFacts.question(id)?.points.flatMap(wordingsOf) ?? [],
  );
  return quotes.filter((quote) => !sharesContent(quote, wordings));
};

const firstTellingWords = (
  facts: ConversationFacts,
  { point, notes }: PointResult,
  findings: readonly ReportFinding[],
): string | null => {
  for (const noteOfTurn of notes) {
    // A point heard with less confidence than this may be anything: it earns its marks, but isn't praised.
    if (
      noteOfTurn.note.state !== 'covered' ||
      noteOfTurn.note.confidence < VERDICT_THRESHOLDS.covered.told ||
      !isClean(noteOfTurn, findings)
    )
      continue;
    const words = quotedText(facts.conversation, wholeClause(facts.conversation, noteOfTurn.note.quote));
    const candidates =
      words === null ? [] : [words, ...words.split(CLAUSE_BREAKS)].map((part) => shortened(part, MAX_CHARS));
    const telling = candidates.find((part) => words?.includes(part) && tells(part, point.says, wordingsOf(point)));
    if (telling !== undefined) return telling;
  }
  return null;
};

/** The words share something with the point, and name each of its figures in any form. */
const tells = (words: string, says: string, wordings: readonly string[]): boolean => {
  const figuresSaid = valuesIn(folded(words));
  return (
    sharesContent(words, wordings) &&
    valuesIn(folded(says)).every((figure) => figuresSaid.some((figureSaid) => isSameValue(figure, figureSaid)))
  );
};

/**
 * Whether a point was told in a reply without a fault. Beside a wrong figure or a rude word likeness is no ground for
 * praise (再退您50 is not 小样有您的).
 */
const isClean = ({ turn }: NoteOfTurn, findings: readonly ReportFinding[]): boolean =>
  !findings.some(
    (finding) =>
      finding.severity !== 'merit' &&
      finding.family !== 'late' &&
      finding.quoteAt !== null &&
      turn.judgement.messages.includes(finding.quoteAt.message),
  );
