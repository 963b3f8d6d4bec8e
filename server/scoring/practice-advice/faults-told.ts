/** Faults of one turn in the words of the report, for who reads them without one. */
import type { ReportFinding } from '#contract/report.ts';
import type { ContentData } from '#engine/model/content.ts';
import { joined } from '#i18n/say.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { titleOfFinding, titleOfRule, whyOfRule } from '#scoring/facts/rubric-texts.ts';
import { citationOfRule } from '#scoring/suggestions/citation.ts';

export type FaultTold = Pick<ReportFinding, 'title' | 'unsure' | 'why' | 'basis' | 'better'>;

/** Each with its title, why it matters, what it rests on and a better wording. */
export const faultsTold = ({ rubric }: ContentData, faults: readonly FindingDraft[]): FaultTold[] =>
  faults.flatMap((draft) => {
    const rule = rubric.findings.find(({ code }) => code === draft.code);
    if (rule === undefined) return [];
    const [title, why] = [titleOfRule(rule), whyOfRule(rule)];
    return {
      title: titleOfFinding(rule, draft.detail),
      unsure: draft.unsure,
      why: joined([draft.because, why]),
      basis: draft.citation ?? citationOfRule({ ...rule, title, why }, rubric),
      better: draft.suggestion,
    };
  });
