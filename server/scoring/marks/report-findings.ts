/** Drafts made into the report's findings: named, priced, in order of time. */

import type { ReportFinding } from '#contract/report.ts';
import type { Quote } from '#engine/model/events.ts';
import type { FindingRule, Rubric } from '#engine/model/rubric.ts';
import { joined } from '#i18n/say.ts';
import { toTenth } from '#scoring/facts/arithmetic.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { titleOfFinding, titleOfRule, whyOfRule } from '#scoring/facts/rubric-texts.ts';
import { quotedText } from '#scoring/log/phrasing.ts';
import { citationOfRule, lawOfAnswers } from '#scoring/suggestions/citation.ts';
import { comparedBy, sameLine } from '#scoring/suggestions/once.ts';
import { evidenceOf } from './evidence.ts';
import { familyName } from './families.ts';
import type { KeyedDraft, RulingsInForce } from './rulings.ts';
import type { Scorecard } from './scorecard.ts';

export type PricedFinding = { draft: FindingDraft; finding: ReportFinding };

/** What a finding of the report was made from. */
export const draftOf = (priced: readonly PricedFinding[], own: ReportFinding): FindingDraft | null =>
  priced.find(({ finding }) => finding === own)?.draft ?? null;

/**
 * The findings with ids f1, f2 … in order of time. Throws on a code that the rubric doesn't list: one of the two has a
 * bug. `machine`: card and drafts before any ruling.
 */
export function pricedFindings(
  rubric: Rubric,
  keyed: readonly KeyedDraft[],
  card: Scorecard,
  allFacts: readonly ConversationFacts[],
  { onFindings }: RulingsInForce,
  machine: { card: Scorecard; keyed: readonly KeyedDraft[] },
): PricedFinding[] {
  const rules = new Map(rubric.findings.map((rule) => [rule.code, rule]));
  const before = new Map(machine.keyed.map(({ draft, key }) => [key, draft]));
  const explained = new Set<string>();
  const taken = keyed.flatMap(({ draft }) => draft.quoteAt ?? []);
  const priced = keyed.map(({ draft, key }, i) => {
    const rule = rules.get(draft.code);
    if (!rule) throw new Error(`rubric ${rubric.id} has no rule for ${draft.code}`);
    const facts = allFacts.find((facts) => facts.conversation.key === draft.conversation);
    const rulingGiven = onFindings.get(key);
    const draftBefore = before.get(key);
    const ruling =
      rulingGiven === undefined
        ? null
        : { ...rulingGiven, was: draftBefore ? marksOf(draftBefore, rule, machine.card) : marksOf(draft, rule, card) };
    const finding = { ...findingOf(draft, `f${i + 1}`, rule, rubric, card, facts, taken), key, ruling };
    // The rule's own sentence is told once: later findings of the code say only what is particular to them.
    const isExplained = explained.has(draft.code) && draft.because !== '' && rule.severity !== 'merit';
    explained.add(draft.code);
    return { draft, finding: isExplained ? { ...finding, why: draft.because } : finding };
  });
  return priced.map((own) => ({ ...own, finding: { ...own.finding, betterIn: shownIn(own.draft, priced) } }));
}

/** Id of the same customer's finding that shows this one's better wording. */
function shownIn(own: FindingDraft, priced: readonly PricedFinding[]): string | null {
  const line = comparedBy(own);
  if (!own.shownBefore || line === null) return null;
  const same = priced.find(({ draft }) => {
    const shown = comparedBy(draft);
    return draft.conversation === own.conversation && !draft.shownBefore && shown !== null && sameLine(shown, line);
  });
  return same?.finding.id ?? null;
}

const marksOf = (draft: FindingDraft, rule: FindingRule, card: Scorecard): number =>
  rule.severity === 'merit' || draft.unsure ? 0 : toTenth(card.marksByDraft.get(draft) ?? 0);

function findingOf(
  draft: FindingDraft,
  id: string,
  rule: FindingRule,
  rubric: Rubric,
  card: Scorecard,
  facts: ConversationFacts | undefined,
  taken: readonly Quote[],
): Omit<ReportFinding, 'key' | 'ruling'> {
  const quoteAt = facts ? evidenceOf(facts.conversation, draft, taken) : draft.quoteAt;
  const words = quoteAt && facts ? quotedText(facts.conversation, quoteAt) : null;
  const [ruleTitle, why] = [titleOfRule(rule), whyOfRule(rule)];
  return {
    id,
    code: draft.code,
    family: rule.family,
    familyName: familyName(rule.family),
    severity: rule.severity,
    dimension: rule.dimension,
    marks: marksOf(draft, rule, card),
    unsure: draft.unsure,
    at: draft.at,
    conversation: draft.conversation,
    title: titleOfFinding(rule, draft.detail),
    ruleTitle,
    quote: words ?? (draft.seen === '' ? ruleTitle : draft.seen),
    quoteAt: words === null ? null : quoteAt,
    again: draft.again.map((repeat) => ({ ...repeat })),
    customer: draft.customer,
    seconds: draft.seconds === null ? null : toTenth(draft.seconds),
    // For a merit its own words are enough; the rubric's sentence is for merits without any.
    why:
      rule.severity === 'merit'
        ? draft.because || why
        : joined([draft.because, why, lawOfAnswers(draft.code, draft.basis)]),
    basis:
      rule.severity === 'merit'
        ? draft.basis
        : (draft.basis ?? citationOfRule({ ...rule, title: ruleTitle, why }, rubric)),
    better: rule.severity === 'merit' ? null : draft.better,
    betterIn: null,
    question: draft.parts.question ?? null,
    turn: draft.turn,
  };
}
