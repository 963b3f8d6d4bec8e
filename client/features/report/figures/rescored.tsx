import { useEffect, useRef } from 'react';
import { FindingLink } from '#client/features/report/links/finding-link.tsx';
import {
  type ChangedFinding,
  type ComparedRow,
  type ComparedSide,
  changedFindings,
  comparedDimensions,
} from '#client/features/report/model/rubric-changes.ts';
import { toTenth } from '#client/lib/arithmetic.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks, minusMarks } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { Report } from '#contract/report.ts';

type Props = {
  drillId: string;
  report: Report;
  currentRubric: { id: string; date: string };
  numbers: ReadonlyMap<string, number>;
  onClose: () => void;
};

/** The same log by today's rubric beside the marks that count: shown, never kept. */
export const Rescored = ({ drillId, report, currentRubric, numbers, onClose }: Props) => {
  const { t } = useTranslation('takeaway');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/drills/:id/report', { id: drillId, rubric: 'current' }));
  const comparedReport = useRef(report);
  useEffect(() => {
    if (comparedReport.current === report) return;
    // A ruling changes both.
    comparedReport.current = report;
    refresh();
  }, [report, refresh]);
  return (
    <section aria-labelledby="rescored">
      <SectionHeader
        id="rescored"
        title={t('rubric.title', { version: currentRubric.id })}
        note={t('rubric.note')}
        aside={
          <Button size="s" className="print:hidden" onClick={onClose}>
            {t('ui:fold')}
          </Button>
        }
      />
      <Panel>
        {loaded.state === 'loading' ? (
          <Skeleton className="min-h-240">
            <div className="flex flex-col gap-16 p-24">
              <SkeletonBar className="w-[60%]" />
              <SkeletonBar className="w-[50%]" />
              <SkeletonBar className="w-[55%]" />
            </div>
          </Skeleton>
        ) : loaded.state === 'failed' ? (
          <LoadFailed title={t('rubric.failed')} error={loaded.error} onRetry={reload} />
        ) : (
          <Comparison before={report} after={loaded.value} currentRubric={currentRubric} numbers={numbers} />
        )}
      </Panel>
    </section>
  );
};

type ComparisonProps = { before: Report; after: Report } & Pick<Props, 'currentRubric' | 'numbers'>;

const Comparison = ({ before, after, currentRubric, numbers }: ComparisonProps) => {
  const { t } = useTranslation('takeaway');
  const wasEdited = before.rubric.id === currentRubric.id;
  const heads = wasEdited
    ? { then: t('rubric.then'), now: t('rubric.now') }
    : {
        then: t('rubric.version', { version: before.rubric.id }),
        now: t('rubric.version', { version: currentRubric.id }),
      };
  const total: ComparedRow = {
    id: 'total',
    name: t('rubric.total'),
    before: { marks: before.score, weight: 100, grade: before.grade },
    after: { marks: after.score, weight: 100, grade: after.grade },
  };
  const columns: Column<ComparedRow>[] = [
    { id: 'name', head: t('rubric.what'), isRowName: true, className: 'whitespace-nowrap', cell: (row) => row.name },
    { id: 'then', head: heads.then, align: 'right', cell: (row) => <SideMarks {...row.before} /> },
    { id: 'now', head: heads.now, align: 'right', cell: (row) => <SideMarks {...row.after} /> },
    { id: 'change', head: t('rubric.change'), align: 'right', cell: (row) => <Change row={row} /> },
  ];
  return (
    <>
      <DataTable
        caption={t('rubric.title', { version: currentRubric.id })}
        columns={columns}
        rows={[total, ...comparedDimensions(before, after)]}
        rowKey={(row) => row.id}
      />
      <div className="border-line border-t px-10 py-10 max-pane:px-14">
        {before.ruled === null ? null : <p className="mb-6">{t('rubric.ruled', { name: before.ruled.by })}</p>}
        <ChangedList changes={changedFindings(before, after)} numbers={numbers} />
      </div>
    </>
  );
};

const SideMarks = ({ marks: won, weight, grade }: ComparedSide) => {
  const { t } = useTranslation('report');
  if (won === null) return <span className="text-ink-3">{t('dimensions.none')}</span>;
  return (
    <>
      {grade === undefined ? null : <span className="mr-8 text-12 text-ink-2">{t(`grade.${grade}`)}</span>}
      <b>{marks(won)}</b> <span className="text-ink-3">/ {marks(weight)}</span>
    </>
  );
};

const Change = ({ row: { before, after } }: { row: ComparedRow }) => {
  const { t } = useTranslation('takeaway');
  if (before.marks === null && after.marks === null) return null;
  const change = toTenth((after.marks ?? 0) - (before.marks ?? 0));
  if (change === 0) return <span className="text-ink-3">{t('rubric.same')}</span>;
  return <b>{change > 0 ? t('rubric.more', { n: marks(change) }) : minusMarks(-change)}</b>;
};

const ChangedList = ({ changes, numbers }: { changes: readonly ChangedFinding[] } & Pick<Props, 'numbers'>) => {
  const { t } = useTranslation('takeaway');
  if (changes.length === 0) return <p className="text-ink-2">{t('rubric.none')}</p>;

  const changeText = (from: number | null, to: number | null): string => {
    const costText = (value: number): string => (value === 0 ? marks(0) : minusMarks(value));
    if (from === null) return t('rubric.onlyNow', { to: costText(to ?? 0) });
    if (to === null) return t('rubric.onlyThen', { from: costText(from) });
    return t('rubric.fromTo', { from: costText(from), to: costText(to) });
  };

  return (
    <>
      <h3 className="font-semibold text-13">{t('rubric.changed', { count: changes.length })}</h3>
      <ul className="mt-4">
        {changes.map(({ finding, before, after }) => (
          <li key={finding.key} className="flex flex-wrap items-baseline gap-x-10 py-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              <span className="mr-8">{finding.title}</span>
              {before === null ? null : <FindingLink id={finding.id} number={numbers.get(finding.id)} />}
            </span>
            <span className="whitespace-nowrap text-right">{changeText(before, after)}</span>
          </li>
        ))}
      </ul>
    </>
  );
};
