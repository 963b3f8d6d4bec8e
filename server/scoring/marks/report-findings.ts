/** Drafts made into the report's findings: named, with their marks, in order of time. */

import type { ReportFinding } from '#contract/report.ts';
import type { FindingRule, Rubric } from '#engine/model/rubric.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import { joined } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { titleOfFinding, titleOfRule, whyOfRule } from '#scoring/facts/rubric-texts.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';
import { quotedText } from '#scoring/log/phrasing.ts';
import { citationOfRule, lawOfAnswers } from '#scoring/suggestions/citation.ts';
import { comparedText, sameLine } from '#scoring/suggestions/once.ts';
import { evidenceOf } from './evidence.ts';
import { familyName } from './families.ts';
import type { KeyedDraft, RulingsInForce } from './rulings.ts';
import type { Scorecard } from './scorecard.ts';

export type PricedFinding = { draft: FindingDraft; finding: ReportFinding };

/** What a finding of the report was made from. */
export const draftOf = (priced: readonly PricedFinding[], reported: ReportFinding): FindingDraft | null =>
  priced.find(({ finding }) => finding === reported)?.draft ?? null;

/**
 * The findings with ids f1, f2 … in order of time. Throws on a code that the rubric doesn't list: one of the two has a
 * bug. `unruled`: card and drafts before any ruling.
 */
export const pricedFindings = (
  rubric: Rubric,
  keyed: readonly KeyedDraft[],
  card: Scorecard,
  allFacts: readonly ConversationFacts[],
  { onFindings }: RulingsInForce,
  unruled: { card: Scorecard; keyed: readonly KeyedDraft[] },
): PricedFinding[] => {
  const rules = new Map(rubric.findings.map((rule) => [rule.code, rule]));
  const unruledDrafts = new Map(unruled.keyed.map(({ draft, key }) => [key, draft]));
  const explainedCodes = new Set<string>();
  const quotes = keyed.flatMap(({ draft }) => draft.quoteAt ?? []);
  const priced = keyed.map(({ draft, key }, index) => {
    const rule = rules.get(draft.code);
    if (!rule) throw new Error(`rubric ${rubric.id} has no rule for ${draft.code}`);
    const facts = allFacts.find((facts) => facts.conversation.key === draft.conversation);
    const rulingGiven = onFindings.get(key);
    const unruledDraft = unruledDrafts.get(key);
    const ruling =
      rulingGiven === undefined
        ? null
        : {
            ...rulingGiven,
            was: unruledDraft ? marksOf(unruledDraft, rule, unruled.card) : marksOf(draft, rule, card),
          };
    const finding = { ...findingOf(draft, `f${index + 1}`, rule, rubric, card, facts, quotes), key, ruling };
    // The rule's own sentence is told once: later findings of the code say only what is particular to them.
    const isExplained = explainedCodes.has(draft.code) && draft.because !== '' && rule.severity !== 'merit';
    explainedCodes.add(draft.code);
    return { draft, finding: isExplained ? { ...finding, why: draft.because } : finding };
  });
  return priced.map((pricedFinding) => ({
    ...pricedFinding,
    finding: { ...pricedFinding.finding, betterIn: findingShowing(pricedFinding.draft, priced) },
  }));
};

/** Id of the same customer's finding that shows this one's better wording. */
const findingShowing = (laterDraft: FindingDraft, priced: readonly PricedFinding[]): string | null => {
  const laterText = comparedText(laterDraft);
  if (!laterDraft.isShownBefore || laterText === null) return null;
  const samePriced = priced.find(({ draft }) => {
    const shownText = comparedText(draft);
    return (
      draft.conversation === laterDraft.conversation &&
      !draft.isShownBefore &&
      shownText !== null &&
      sameLine(shownText, laterText)
    );
  });
  return samePriced?.finding.id ?? null;
};

const marksOf = (draft: FindingDraft, rule: FindingRule, card: Scorecard): number =>
  rule.severity === 'merit' || draft.unsure ? 0 : toTenth(card.marksByDraft.get(draft) ?? 0);

const findingOf = (
  draft: FindingDraft,
  id: string,
  rule: FindingRule,
  rubric: Rubric,
  card: Scorecard,
  facts: ConversationFacts | undefined,
  quotes: readonly Quote[],
): Omit<ReportFinding, 'key' | 'ruling'> => {
  const quoteAt = facts ? evidenceOf(facts.conversation, draft, quotes) : draft.quoteAt;
  const words = quoteAt && facts ? quotedText(facts.conversation, quoteAt) : null;
  const [ruleTitle, why] = [titleOfRule(rule), whyOfRule(rule)];
  return {
    id,
    code: draft.code,
    family: rule.family,
    familyName: familyName(rule.family),
    severity: rule.severity,
    dimension: draft.dimension ?? rule.dimension,
    marks: marksOf(draft, rule, card),
    unsure: draft.unsure,
    at: draft.saidAt ?? draft.at,
    conversation: draft.conversation,
    title: titleOfFinding(rule, draft.detail),
    ruleTitle,
    quote: words ?? (draft.observation === '' ? ruleTitle : draft.observation),
    quoteAt: words === null ? null : quoteAt,
    again: draft.repeats.map((repeat) => ({ ...repeat })),
    customer: draft.customerText,
    seconds: draft.seconds === null ? null : toTenth(draft.seconds),
    // For a merit its own words are enough; the rubric's sentence is for merits without any.
    why:
      rule.severity === 'merit'
        ? draft.because || why
        : joined([draft.because, draft.isWholeWhy ? '' : why, lawOfAnswers(draft.code, draft.citation)]),
    basis:
      rule.severity === 'merit'
        ? draft.citation
        : (draft.citation ?? citationOfRule({ ...rule, title: ruleTitle, why }, rubric)),
    better: rule.severity === 'merit' ? null : draft.suggestion,
    betterIn: null,
    question: draft.detailParts.questionText ?? null,
    turn: draft.turn,
  };
};
