/** Drafts made into the report's findings: named, priced, in order of time. */
import type { ReportFinding } from '#contract/report.ts';
import type { Quote } from '#engine/model/events.ts';
import type { FindingRule, Rubric } from '#engine/model/rubric.ts';
import { joined } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Draft } from '#scoring/facts/draft.ts';
import { titleOfFinding, titleOfRule, whyOfRule } from '#scoring/facts/rubric-texts.ts';
import { quotedText } from '#scoring/log/phrasing.ts';
import { citationOfRule, lawOfAnswers } from '#scoring/suggestions/citation.ts';
import { comparedBy, sameLine } from '#scoring/suggestions/once.ts';
import { evidenceOf } from './evidence.ts';
import { familyName } from './families.ts';
import type { InForce, Keyed } from './rulings.ts';
import type { Scorecard } from './scorecard.ts';

export type Priced = { draft: Draft; finding: ReportFinding };

/** What a finding of the report was made from. */
export const draftOf = (priced: readonly Priced[], own: ReportFinding): Draft | null =>
  priced.find(({ finding }) => finding === own)?.draft ?? null;

/**
 * The findings with ids f1, f2 … in order of time. Throws on a code that the rubric doesn't list: one of the two has a
 * bug. `machine`: card and drafts before any ruling.
 */
export function pricedFindings(
  rubric: Rubric,
  keyed: readonly Keyed[],
  card: Scorecard,
  seens: readonly ConversationFacts[],
  { onFindings }: InForce,
  machine: { card: Scorecard; keyed: readonly Keyed[] },
): Priced[] {
  const rules = new Map(rubric.findings.map((r) => [r.code, r]));
  const before = new Map(machine.keyed.map(({ draft, key }) => [key, draft]));
  const explained = new Set<string>();
  const taken = keyed.flatMap(({ draft }) => draft.quoteAt ?? []);
  const priced = keyed.map(({ draft, key }, i) => {
    const rule = rules.get(draft.code);
    if (!rule) throw new Error(`rubric ${rubric.id} has no rule for ${draft.code}`);
    const seen = seens.find((s) => s.conversation.key === draft.conversation);
    const given = onFindings.get(key);
    const was = before.get(key);
    const ruling =
      given === undefined
        ? null
        : { ...given, was: was ? marksOf(was, rule, machine.card) : marksOf(draft, rule, card) };
    const finding = { ...findingOf(draft, `f${i + 1}`, rule, rubric, card, seen, taken), key, ruling };
    // The rule's own sentence is told once: later findings of the code say only what is particular to them.
    const again = explained.has(draft.code) && draft.because !== '' && rule.severity !== 'merit';
    explained.add(draft.code);
    return { draft, finding: again ? { ...finding, why: draft.because } : finding };
  });
  return priced.map((own) => ({ ...own, finding: { ...own.finding, betterIn: shownIn(own.draft, priced) } }));
}

/** Id of the same customer's finding that shows this one's better wording. */
function shownIn(own: Draft, priced: readonly Priced[]): string | null {
  const line = comparedBy(own);
  if (!own.shownBefore || line === null) return null;
  const same = priced.find(({ draft }) => {
    const shown = comparedBy(draft);
    return draft.conversation === own.conversation && !draft.shownBefore && shown !== null && sameLine(shown, line);
  });
  return same?.finding.id ?? null;
}

const marksOf = (d: Draft, rule: FindingRule, card: Scorecard): number =>
  rule.severity === 'merit' || d.unsure ? 0 : Math.round((card.marksOf.get(d) ?? 0) * 10) / 10;

function findingOf(
  d: Draft,
  id: string,
  rule: FindingRule,
  rubric: Rubric,
  card: Scorecard,
  seen: ConversationFacts | undefined,
  taken: readonly Quote[],
): Omit<ReportFinding, 'key' | 'ruling'> {
  const quoteAt = seen ? evidenceOf(seen.conversation, d, taken) : d.quoteAt;
  const words = quoteAt && seen ? quotedText(seen.conversation, quoteAt) : null;
  const [ruleTitle, why] = [titleOfRule(rule), whyOfRule(rule)];
  return {
    id,
    code: d.code,
    family: rule.family,
    familyName: familyName(rule.family),
    severity: rule.severity,
    dimension: rule.dimension,
    marks: marksOf(d, rule, card),
    unsure: d.unsure,
    at: d.at,
    conversation: d.conversation,
    title: titleOfFinding(rule, d.detail),
    ruleTitle,
    quote: words ?? (d.seen === '' ? ruleTitle : d.seen),
    quoteAt: words === null ? null : quoteAt,
    again: d.again.map((one) => ({ ...one })),
    customer: d.customer,
    seconds: d.seconds === null ? null : Math.round(d.seconds * 10) / 10,
    // For a merit its own words are enough; the rubric's sentence is for merits without any.
    why: rule.severity === 'merit' ? d.because || why : joined([d.because, why, lawOfAnswers(d.code, d.basis)]),
    basis:
      rule.severity === 'merit' ? d.basis : (d.basis ?? citationOfRule({ ...rule, title: ruleTitle, why }, rubric)),
    better: rule.severity === 'merit' ? null : d.better,
    betterIn: null,
    question: d.parts.question ?? null,
    turn: d.turn,
  };
}
