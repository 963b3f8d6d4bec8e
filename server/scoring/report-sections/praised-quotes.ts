/**
 * The words a verdict may praise: the trainee's own, as the log has them. A case's wording of a point is what the judge
 * took them for, and often more than was said (唉吃个饭就错过了 is no 活动14点结束了).
 */

import type { ReportFinding } from '#contract/report.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { sharesContent, wordingsOf } from '#scoring/facts/counted-notes.ts';
import type { NoteOfTurn } from '#scoring/facts/other-case.ts';
import type { PointResult } from '#scoring/facts/point-results.ts';
import { quotedText, shortened, wholeClause } from '#scoring/log/phrasing.ts';
import { isCountedFault } from '#scoring/marks/finding-status.ts';
import type { PricedFinding } from '#scoring/marks/report-findings.ts';

/** Longest praise in characters: it must be read at a glance, with the point's words and figures still in it. */
const MAX_TOLD = 18;
const PARTS = /[\s，。！？；、：,!?;]+/;

/** Questions that a finding which counts is about: nothing told on them is praised beside it. */
export const heldQuestions = (priced: readonly PricedFinding[]): ReadonlySet<string> =>
  new Set(
    priced
      .filter(({ finding }) => isCountedFault(finding))
      .flatMap(({ draft }) => draft.about.map((question) => keyOf(draft.conversation, question))),
  );

const keyOf = (conversation: string, question: string): string => `${conversation} ${question}`;

/** What was told rightly, in the words it was told with, each once; points of `held` questions left out. */
export function praisedQuotes(
  allFacts: readonly ConversationFacts[],
  held: ReadonlySet<string>,
  findings: readonly ReportFinding[],
): string[] {
  const words = allFacts.flatMap((facts) =>
    facts.points
      .filter((result) => result.point.must && result.state === 'covered' && !result.corrected)
      .filter((result) => !held.has(keyOf(facts.conversation.key, result.question.id)))
      .flatMap((result) => firstBorneOut(facts, result, findings) ?? []),
  );
  // 还没开印的能取消 is left out beside a longer quote that contains it: they tell one thing.
  return words.filter(
    (word, i) => !words.some((other, j) => j !== i && other.includes(word) && (other !== word || j < i)),
  );
}

function firstBorneOut(
  facts: ConversationFacts,
  { point, notes }: PointResult,
  findings: readonly ReportFinding[],
): string | null {
  for (const noted of notes) {
    // A point heard with less confidence than this may be anything: it earns its marks, but isn't praised.
    if (
      noted.note.state !== 'covered' ||
      noted.note.confidence < VERDICT_THRESHOLDS.covered.told ||
      !isClean(noted, findings)
    )
      continue;
    const words = quotedText(facts.conversation, wholeClause(facts.conversation, noted.note.quote));
    const told = words === null ? [] : [words, ...words.split(PARTS)].map((part) => shortened(part, MAX_TOLD));
    const first = told.find((part) => words?.includes(part) && tells(part, point.says, wordingsOf(point)));
    if (first !== undefined) return first;
  }
  return null;
}

/** The words share something with the point, and name each of its figures in any form. */
function tells(words: string, says: string, wordings: readonly string[]): boolean {
  const named = valuesIn(folded(words));
  return (
    sharesContent(words, wordings) &&
    valuesIn(folded(says)).every((figure) => named.some((own) => isSameValue(figure, own)))
  );
}

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
