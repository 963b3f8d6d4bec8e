/** Reports that show titles on record in the reader's language: the record itself is Chinese. */
import { yieldToOthers } from '#classroom/results/run-drills.ts';
import type { Report } from '#contract/report.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { language } from '#i18n/language.ts';

type Records = Pick<DrillRecords, 'report'>;

/**
 * The drill's report in the reader's language. Null in Chinese, where the record's own titles are shown, and when it
 * can't be made.
 */
export const shownReport = async (runner: Records, drill: string): Promise<Report | null> => {
  if (language() === 'zh') return null;
  const report = await runner.report(drill);
  return report.ok ? report.value : null;
};

/** The same for many drills, each made once, one at a time. */
export const shownReports = async (
  runner: Records,
  drills: readonly string[],
): Promise<(drill: string) => Report | null> => {
  const reports = new Map<string, Report | null>();
  for (const drill of language() === 'zh' ? [] : new Set(drills)) {
    await yieldToOthers();
    reports.set(drill, await shownReport(runner, drill));
  }
  return (drill) => reports.get(drill) ?? null;
};
