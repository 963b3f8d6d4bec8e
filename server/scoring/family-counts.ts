/** How often each family of faults happened, of how many chances the drill gave for it. */
import type { ReportFinding } from '#contract/report.ts';
import type { FamilyCount } from '#contract/report-goal.ts';
import { timesOf } from './first-change.ts';
import type { Opportunity } from './opportunities/opportunity.ts';
import { FAMILY_NAMES } from './report-findings.ts';

/** Families in the order of DOMAIN's table, merits left out. */
export const FAULT_FAMILIES: readonly string[] = Object.keys(FAMILY_NAMES).filter((family) => family !== 'merit');

/** Speaks of rounds that are counted one by one already: its marks count, it doesn't. */
const SUMS = ['slow-handling'];

/** What a chance is counted in, for a sentence. */
export const CHANCE_WORDS: Readonly<Record<string, string>> = {
  late: '轮',
  'quick-replies': '个回合',
  'not-valuing': '个时机',
  evading: '个问题',
  wrong: '个回合',
  operation: '项操作',
  manner: '个回合',
};

/**
 * Chances by family: rounds for late, turns said for what words can spoil (a silent trainee shows nothing about words),
 * windows for not valuing, questions for evading, needs and duties for operations.
 */
function chancesOf(opportunities: readonly Opportunity[]): Readonly<Record<string, number>> {
  const keys = (test: (o: Opportunity) => boolean): Set<string> =>
    new Set(opportunities.filter(test).map(({ key }) => key));
  const of = (kind: string): number => keys(({ key }) => key.startsWith(`${kind}:`)).size;
  const questions = new Set(
    [...keys(({ key }) => key.startsWith('point:'))].map((key) => key.split(':').slice(1, -1).join(':')),
  );
  const turns = of('turn');
  return {
    late: of('first') + of('round'),
    'quick-replies': turns,
    'not-valuing': of('window'),
    evading: questions.size,
    wrong: turns,
    operation: keys((o) => o.dimension === 'operation').size,
    manner: turns,
  };
}

/**
 * `findings`: those that count (dismissed ones left out); unsure ones and merits are not counted (RULES M2). Never
 * more faults than chances: a deed nobody asked for was a chance not to do it.
 */
export function familyCounts(findings: readonly ReportFinding[], opportunities: readonly Opportunity[]): FamilyCount[] {
  const chances = chancesOf(opportunities);
  return FAULT_FAMILIES.map((family) => {
    const own = findings.filter((f) => f.family === family && f.severity !== 'merit' && !f.unsure);
    const count = timesOf(own.filter(({ code }) => !SUMS.includes(code)));
    return {
      family,
      name: FAMILY_NAMES[family] ?? family,
      count,
      chances: Math.max(chances[family] ?? 0, count),
      marks: Math.round(own.reduce((sum, f) => sum + f.marks, 0) * 10) / 10,
    };
  });
}
