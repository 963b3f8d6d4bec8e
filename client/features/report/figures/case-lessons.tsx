import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { Report } from '#contract/report.ts';

/**
 * What each case teaches, beside its title. It is the answer, so no page says it before the drill. A rush's customers ask
 * one thing each, and are told with their rows.
 */
export const CaseLessons = ({ report }: { report: Report }) => {
  const { t } = useTranslation('report');
  const lessons = [...new Map(report.conversations.map(({ scenario, ...row }) => [scenario, row])).entries()].filter(
    ([, { teaches }]) => teaches !== undefined,
  );
  if (report.rush !== undefined || lessons.length === 0) return null;
  return (
    <Panel className="border-t-0 print:border-x-0">
      <section
        aria-labelledby="lessons"
        className="flex items-baseline gap-x-10 px-24 py-10 max-pane:flex-wrap max-pane:px-14 print:px-0"
      >
        <h2 id="lessons" className="shrink-0 text-12 text-ink-3">
          {t('lessons')}
        </h2>
        <ul lang="zh-CN" className="grid min-w-0 gap-2 max-pane:w-full">
          {lessons.map(([scenario, { title, teaches }]) => (
            <li key={scenario} className="text-pretty">
              <b className="mr-8">{title}</b>
              {teaches}
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  );
};
