import { Link } from 'react-router';
import { clauses } from '#client/lib/clauses.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { PeriodMember, PeriodReport, PeriodRun } from '#contract/terms/period.ts';

const marksOrDash = (value: number | null): string => (value === null ? '—' : marks(value));
const HIDDEN = 'tabular-nums max-pane:hidden';
const TWO_COLUMNS = 'max-pane:grid-cols-[minmax(0,1fr)_auto]';
const PHONE_LINE = 'hidden text-12 text-ink-2 max-pane:block';

const pathOf = ({ run, form }: PeriodRun): string => {
  const id = encodeURIComponent(run);
  if (form === 'parts') return `/exams/runs/${id}`;
  return form === 'paper' ? `/runs/${id}/paper` : `/runs/${id}/results`;
};

export const RunsTable = ({ runs }: { runs: readonly PeriodRun[] }) => {
  const { t } = useTranslation('period');
  const columns: Column<PeriodRun>[] = [
    {
      id: 'name',
      head: t('runs.name'),
      isRowName: true,
      className: 'font-normal',
      cell: (row) => (
        <>
          <Link to={pathOf(row)} className="link inline-flex items-center max-pane:min-h-44">
            {row.name}
          </Link>
          <span className={PHONE_LINE}>
            {clauses([row.day, t(`kind.${row.kind}`), t('runs.markedOf', { n: row.trainees, of: row.of })])}
          </span>
        </>
      ),
    },
    { id: 'day', head: t('runs.day'), className: `whitespace-nowrap ${HIDDEN}`, cell: ({ day }) => day },
    { id: 'kind', head: t('runs.kind'), className: 'max-pane:hidden', cell: ({ kind }) => t(`kind.${kind}`) },
    {
      id: 'marked',
      head: t('runs.marked'),
      align: 'right',
      className: HIDDEN,
      cell: ({ trainees, of }) => t('runs.markedOf', { n: trainees, of }),
    },
    {
      id: 'mean',
      head: t('runs.mean'),
      align: 'right',
      className: 'tabular-nums',
      cell: ({ mean }) => marksOrDash(mean),
    },
  ];
  return (
    <section>
      <SectionHeader title={t('runs.title')} />
      <Panel>
        <DataTable
          caption={t('runs.title')}
          columns={columns}
          rows={runs}
          rowKey={({ run }) => run}
          phoneGridClass={TWO_COLUMNS}
        />
      </Panel>
    </section>
  );
};

type Fault = PeriodReport['faults'][number];

export const FaultsTable = ({ faults }: { faults: readonly Fault[] }) => {
  const { t } = useTranslation('period');
  const columns: Column<Fault>[] = [
    { id: 'name', head: t('faults.name'), isRowName: true, className: 'font-normal', cell: ({ name }) => name },
    {
      id: 'trainees',
      head: t('faults.trainees'),
      align: 'right',
      className: 'tabular-nums',
      cell: ({ trainees }) => trainees,
    },
    { id: 'count', head: t('faults.count'), align: 'right', className: 'tabular-nums', cell: ({ count }) => count },
    {
      id: 'marks',
      head: t('faults.marks'),
      align: 'right',
      className: 'tabular-nums',
      cell: (fault) => marks(fault.marks),
    },
  ];
  return (
    <section>
      <SectionHeader title={t('faults.title')} />
      <Panel>
        {faults.length === 0 ? (
          <p className="px-12 py-10 text-ink-2">{t('faults.none')}</p>
        ) : (
          <DataTable caption={t('faults.title')} columns={columns} rows={faults} rowKey={({ family }) => family} />
        )}
      </Panel>
    </section>
  );
};

export const MembersTable = ({ members }: { members: readonly PeriodMember[] }) => {
  const { t } = useTranslation('period');
  const inOrder = members.toSorted((a, b) => a.no.localeCompare(b.no, 'zh', { numeric: true }));
  const meanOf = (mean: number | null, n: number): string =>
    mean === null ? '—' : t('members.marksOf', { mean: marks(mean), n });
  const columns: Column<PeriodMember>[] = [
    {
      id: 'who',
      head: t('members.who'),
      isRowName: true,
      className: 'font-normal',
      cell: (row) => (
        <>
          <Link
            to={`/people/${encodeURIComponent(row.person)}/portfolio`}
            className="link inline-flex items-center max-pane:min-h-44"
          >
            {`${row.no} ${row.name}`.trim()}
          </Link>
          <span className={PHONE_LINE}>
            {clauses([
              row.exams === 0 ? null : t('members.examsLine', { marks: meanOf(row.examMean, row.exams) }),
              row.missed === 0 ? null : t('members.missedLine', { n: row.missed, of: row.held }),
              row.redLines === 0 ? null : t('members.redLinesLine', { n: row.redLines }),
              row.weakness,
            ])}
          </span>
        </>
      ),
    },
    {
      id: 'drills',
      head: t('members.drills'),
      align: 'right',
      className: 'whitespace-nowrap tabular-nums',
      cell: ({ mean, drills }) => meanOf(mean, drills),
    },
    {
      id: 'exams',
      head: t('members.exams'),
      align: 'right',
      className: `whitespace-nowrap ${HIDDEN}`,
      cell: ({ examMean, exams }) => meanOf(examMean, exams),
    },
    {
      id: 'missed',
      head: t('members.missed'),
      align: 'right',
      className: HIDDEN,
      cell: ({ missed, held }) => t('members.missedOf', { n: missed, of: held }),
    },
    {
      id: 'redLines',
      head: t('members.redLines'),
      align: 'right',
      className: HIDDEN,
      cell: ({ redLines }) => (redLines === 0 ? '—' : redLines),
    },
    {
      id: 'weakness',
      head: t('members.weakness'),
      className: 'max-pane:hidden',
      cell: ({ weakness }) => weakness ?? '—',
    },
  ];
  return (
    <section>
      <SectionHeader title={t('members.title')} />
      <Panel>
        <DataTable
          caption={t('members.title')}
          columns={columns}
          rows={inOrder}
          rowKey={({ person }) => person}
          phoneGridClass={TWO_COLUMNS}
        />
      </Panel>
    </section>
  );
};
