/** How often each family of faults happened, of how many times it could have happened. */

import type { ReportFinding } from '#contract/report.ts';
import type { FamilyCount } from '#contract/report-goal.ts';
import type { WindowKind } from '#engine/model/content.ts';
import { codeList, type FindingCode } from '#scoring/facts/codes.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { FAMILIES, familyName } from './families.ts';
import { marksOf, timesOf } from './main-fault.ts';

/** Families in the order of docs/trade.md §3, merits left out. */
export const FAULT_FAMILIES = FAMILIES.filter((family) => family !== 'merit');

/** It sums up rounds that are counted one by one already: its marks count, its number doesn't. */
const SUMMARY_CODES = codeList('slow-handling');

/** The kind of window whose missing a code is: without such a window the fault could not happen. */
export const WINDOW_OF: Readonly<Record<string, WindowKind>> = {
  'no-follow-up': 'follow-up',
  'no-order-prompt': 'order-prompt',
  'no-payment-reminder': 'payment-reminder',
  'regular-as-stranger': 'recognise-regular',
  'no-goodbye': 'goodbye',
  'no-confirm-order': 'confirm-order',
  'no-cross-sell': 'cross-sell',
  'no-return': 'return',
} satisfies { [Code in FindingCode]?: WindowKind };

/**
 * Whether a code is counted by itself. Codes of missed windows are: a drill without the window says nothing about them.
 * Other faults are counted by family: a trainee who was vague and now doesn't answer at all hasn't improved.
 */
export const countsAlone = (code: string): boolean => WINDOW_OF[code] !== undefined;

/**
 * How often a fault happened, and how many chances it had: of one code where the goal is about a code, else of its
 * family. Null where a code is asked for and counts stored by an earlier release don't tell codes apart.
 */
export const countedFor = (
  families: readonly FamilyCount[],
  family: string,
  code: string | null,
): { count: number; chances: number } | null => {
  const familyCount = families.find((other) => other.family === family);
  if (familyCount === undefined) return { count: 0, chances: 0 };
  if (code === null) return { count: familyCount.count, chances: familyCount.chances };
  if (familyCount.codes === undefined) return null;
  const { count, chances } = familyCount.codes.find((count) => count.code === code) ?? { count: 0, chances: 0 };
  return { count, chances };
};

/**
 * Chances by family: rounds for late, turns said for what words can spoil (a silent trainee shows nothing about words),
 * windows for not valuing, questions for evading, needs and duties for operations.
 */
const chancesOf = (opportunities: readonly Opportunity[]): Readonly<Record<string, number>> => {
  const keys = (test: (opportunity: Opportunity) => boolean): Set<string> =>
    new Set(opportunities.filter(test).map(({ key }) => key));
  const countOfKind = (kind: string): number => keys(({ key }) => key.startsWith(`${kind}:`)).size;
  const questions = new Set(
    [...keys(({ key }) => key.startsWith('point:'))].map((key) => key.split(':').slice(1, -1).join(':')),
  );
  const turns = countOfKind('turn');
  return {
    late: countOfKind('first') + countOfKind('round'),
    'quick-replies': turns,
    'not-valuing': countOfKind('window'),
    evading: questions.size,
    wrong: turns,
    operation: keys((opportunity) => opportunity.dimension === 'operation').size,
    manner: turns,
  };
};

/**
 * `findings`: those not dismissed; unsure ones and merits aren't counted (RULES M2). There are never fewer chances than
 * faults: a deed nobody asked for was itself a chance not to do it.
 */
export const familyCounts = (
  findings: readonly ReportFinding[],
  opportunities: readonly Opportunity[],
): FamilyCount[] => {
  const chances = chancesOf(opportunities);
  return FAULT_FAMILIES.map((family) => {
    const faultsOfFamily = findings.filter(
      (finding) => finding.family === family && finding.severity !== 'merit' && !finding.unsure,
    );
    const countedOneByOne = faultsOfFamily.filter(({ code }) => !SUMMARY_CODES.includes(code));
    const count = timesOf(countedOneByOne);
    return {
      family,
      name: familyName(family),
      count,
      chances: Math.max(chances[family] ?? 0, count),
      marks: toTenth(marksOf(faultsOfFamily)),
      codes: family === 'not-valuing' ? windowCounts(countedOneByOne, opportunities) : [],
    };
  });
};

/** Counts by code, with the windows there were as chances. */
const windowCounts = (
  findings: readonly ReportFinding[],
  opportunities: readonly Opportunity[],
): NonNullable<FamilyCount['codes']> => {
  return Object.entries(WINDOW_OF).flatMap(([code, kind]) => {
    const count = timesOf(findings.filter((finding) => finding.code === code));
    const chances = new Set(opportunities.filter(({ windowKind }) => windowKind === kind).map(({ key }) => key)).size;
    return chances === 0 && count === 0 ? [] : [{ code, count, chances: Math.max(chances, count) }];
  });
};
