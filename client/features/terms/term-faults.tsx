import './strings.ts';
import { Link } from 'react-router';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { percent as inPercent, marks } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { cx } from '#client/ui/cx.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { TermFaults as Faults, TermFault } from '#contract/terms/faults.ts';

type Props = { classId: string; term: string; mayWrite: boolean };

/** What goes wrong in a term's drills, run by run, and the three cases to teach next. */
export const TermFaults = ({ classId, term, mayWrite }: Props) => {
  const { t } = useTranslation('terms');
  const { loaded, reload } = useLoad(pathTo('GET /api/classes/:id/terms/:term/faults', { id: classId, term }));
  return (
    <>
      <SectionHeader title={t('faults.title')} note={t('faults.about')} />
      <Panel>
        {loaded.state === 'loading' ? (
          <Skeleton className="flex min-h-320 flex-col gap-14 p-24">
            <SkeletonBar className="w-[60%]" />
            <SkeletonBar className="w-[50%]" />
          </Skeleton>
        ) : loaded.state === 'failed' ? (
          <LoadFailed title={t('faults.failed')} error={loaded.error} onRetry={reload} />
        ) : (
          <FaultsView body={loaded.value} classId={mayWrite ? classId : null} />
        )}
      </Panel>
    </>
  );
};

/** `classId` null: whoever reads begins no run. */
const FaultsView = ({ body, classId }: { body: Faults; classId: string | null }) => {
  const { t } = useTranslation('terms');
  if (body.trainees === 0) return <EmptyState title={t('faults.none')} text={t('faults.noneText')} />;
  return (
    <>
      {body.faults.length === 0 ? (
        <p className="px-12 py-10 text-ink-2">{t('faults.clean')}</p>
      ) : (
        <DataTable
          caption={t('faults.title')}
          columns={columnsOf(t, body)}
          rows={body.faults}
          rowKey={({ family }) => family}
          phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
        />
      )}
      {body.cases.length === 0 ? null : (
        <section aria-labelledby="next-cases" className="border-line border-t px-12 py-10">
          <h3 id="next-cases" className="font-semibold">
            {t('faults.cases')}
          </h3>
          <ol>
            {body.cases.map(({ scenario, title, why }) => (
              <li key={scenario} className="mt-6">
                <Link to={`/start?scenarios=${scenario}`} className="link max-pane:inline-block max-pane:py-12">
                  {title}
                </Link>
                <p className="text-12 text-ink-2">{why}</p>
                {classId === null ? null : (
                  <ButtonLink
                    size="s"
                    className="mt-4"
                    to={`/runs/new?${new URLSearchParams({ class: classId, cases: scenario, name: title }).toString()}`}
                    aria-label={t('faults.startOf', { title })}
                  >
                    {t('faults.start')}
                  </ButtonLink>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
};

/** Shares are told by number; the tint only helps the eye along a row. */
const tintOf = (percent: number): string => (percent >= 60 ? 'bg-bad-tint' : percent >= 30 ? 'bg-warn-tint' : '');

const columnsOf = (
  t: ReturnType<typeof useTranslation<'terms'>>['t'],
  { trainees, runs }: Faults,
): Column<TermFault>[] => {
  return [
    {
      id: 'name',
      head: t('faults.name'),
      isRowName: true,
      className: 'font-normal',
      cell: (fault) => (
        <>
          {fault.name}
          <span className="hidden text-12 text-ink-2 max-pane:block">{changeOf(t, fault)}</span>
        </>
      ),
    },
    {
      id: 'trainees',
      head: t('faults.trainees'),
      align: 'right',
      className: 'whitespace-nowrap tabular-nums',
      cell: (fault) => t('faults.traineesOf', { n: fault.trainees, of: trainees }),
    },
    {
      id: 'count',
      head: t('faults.count'),
      align: 'right',
      className: 'tabular-nums max-pane:hidden',
      cell: ({ count }) => count,
    },
    {
      id: 'marks',
      head: t('faults.marks'),
      align: 'right',
      className: 'tabular-nums max-pane:hidden',
      cell: (fault) => marks(fault.marks),
    },
    ...runs.map(
      (run, index): Column<TermFault> => ({
        id: run.run,
        head: run.day.slice('2026-'.length),
        headMark: <span className="sr-only">{run.name} </span>,
        align: 'right',
        className: 'max-pane:hidden',
        cell: ({ percent }) => {
          const share = percent[index] ?? null;
          return share === null ? (
            '–'
          ) : (
            <span title={run.name} className={cx('inline-block min-w-40 rounded-3 px-4 tabular-nums', tintOf(share))}>
              {inPercent(share)}
            </span>
          );
        },
      }),
    ),
  ];
};

/** On a phone in place of the columns: how often, what it cost, and the first run's share beside the last one's. */
const changeOf = (
  t: ReturnType<typeof useTranslation<'terms'>>['t'],
  { percent, count, marks: lost }: TermFault,
): string => {
  const known = percent.filter((share) => share !== null);
  const [first] = known;
  const last = known.at(-1);
  return clauses([
    t('faults.times', { n: count }),
    t('faults.lost', { n: marks(lost) }),
    known.length < 2 || first === undefined || last === undefined ? '' : t('faults.fromTo', { first, last }),
  ]);
};
