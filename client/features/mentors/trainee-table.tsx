import { useState } from 'react';
import { Link } from 'react-router';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { wholeDay } from '#client/lib/whole-day.ts';
import { SelectField } from '#client/ui/controls/field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { MentorTrainee, MentorTrainees } from '#contract/mentors/mentors.ts';
import { inOrder, ORDERS, type Order } from './trainee-order.ts';

type T = ReturnType<typeof useTranslation<'mentors'>>['t'];

/** The trainees of all of a mentor's schools, who needs a look first. */
export const TraineeTable = () => {
  const { t } = useTranslation('mentors');
  const { loaded, reload } = useLoad(pathTo('GET /api/mentor/trainees'));
  if (loaded.state === 'ready') return <Trainees body={loaded.value} />;
  return (
    <Panel>
      {loaded.state === 'failed' ? (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      ) : (
        <Skeleton className="min-h-200">
          <div className="flex flex-col gap-14 p-18">
            <SkeletonBar className="w-[40%]" />
            <SkeletonBar className="w-[60%]" />
          </div>
        </Skeleton>
      )}
    </Panel>
  );
};

const ALL = '';

const Trainees = ({ body }: { body: MentorTrainees }) => {
  const { t } = useTranslation('mentors');
  const [school, setSchool] = useState(ALL);
  const [order, setOrder] = useState<Order>('score');
  const rows = inOrder(
    body.rows.filter((row) => school === ALL || row.school === school),
    order,
  );
  if (body.rows.length === 0)
    return (
      <Panel>
        <EmptyState title={t('trainees.none')} text={t('trainees.noneText')} />
      </Panel>
    );
  return (
    <>
      <div className="mb-8 flex flex-wrap items-end gap-x-16 gap-y-8">
        <SelectField
          label={t('trainees.school')}
          value={school}
          onChange={(event) => setSchool(event.target.value)}
          className="w-[200px] max-pane:w-full"
          choices={[
            { value: ALL, label: t('trainees.allSchools', { n: body.schools.length }) },
            ...[...new Set(body.schools)].map((name) => ({ value: name, label: name })),
          ]}
        />
        <Segmented
          label={t('trainees.order')}
          value={order}
          options={ORDERS.map((value) => ({ value, label: t(`trainees.by.${value}`) }))}
          onChange={setOrder}
        />
      </div>
      <Panel>
        <DataTable
          caption={t('trainees.title')}
          columns={columnsOf(t)}
          rows={rows}
          rowKey={({ term, person }) => `${term.id} ${person}`}
          phoneGridClass="max-pane:grid-cols-2"
        />
      </Panel>
      <p className="mt-8 text-12 text-ink-2">{t('trainees.rule')}</p>
    </>
  );
};

/** On a phone a figure stands behind its name, because the heads are hidden there. */
const Labelled = ({ label, children }: { label: string; children: string }) => (
  <>
    <span aria-hidden="true" className="mr-6 text-12 text-ink-3 pane:hidden">
      {label}
    </span>
    {children}
  </>
);

const columnsOf = (t: T): Column<MentorTrainee>[] => [
  {
    id: 'name',
    head: t('trainees.name'),
    isRowName: true,
    className: 'font-semibold wrap-anywhere max-pane:col-span-2',
    cell: ({ name, no }) => (
      <>
        {name}
        <span className="ml-8 font-normal text-12 text-ink-3">{no}</span>
      </>
    ),
  },
  {
    id: 'place',
    head: t('trainees.place'),
    className: 'max-pane:col-span-2',
    cell: ({ school, class: schoolClass, term }) => (
      <Link
        to={`/classes/${encodeURIComponent(schoolClass.id)}/terms/${encodeURIComponent(term.id)}/sheet`}
        className="link wrap-anywhere inline-flex items-center max-pane:min-h-44"
      >
        {clauses([school, schoolClass.name, term.name])}
      </Link>
    ),
  },
  {
    id: 'score',
    head: t('trainees.score'),
    align: 'right',
    className: 'whitespace-nowrap max-pane:text-left',
    cell: ({ score, drills }) => (
      <>
        <Labelled label={t('trainees.score')}>{score === null ? t('trainees.noFigure') : marks(score)}</Labelled>
        {drills === 0 ? null : <span className="ml-4 text-12 text-ink-3">{t('trainees.drills', { n: drills })}</span>}
      </>
    ),
  },
  {
    id: 'attendance',
    head: t('trainees.attendance'),
    align: 'right',
    className: 'whitespace-nowrap max-pane:text-left',
    cell: ({ attendance: { there, held, absent } }) => (
      <>
        <Labelled label={t('trainees.attendance')}>
          {held === 0 ? t('trainees.noFigure') : t('trainees.there', { there, held })}
        </Labelled>
        {absent === 0 ? null : <span className="ml-4 text-12 text-bad">{t('trainees.absent', { n: absent })}</span>}
      </>
    ),
  },
  {
    id: 'total',
    head: t('trainees.total'),
    align: 'right',
    className: 'whitespace-nowrap max-pane:text-left',
    cell: ({ total }) => (
      <Labelled label={t('trainees.total')}>
        {total.of === 0 ? t('trainees.noFigure') : t('trainees.totalOf', { value: marks(total.value), of: total.of })}
      </Labelled>
    ),
  },
  {
    id: 'last',
    head: t('trainees.last'),
    align: 'right',
    className: 'whitespace-nowrap max-pane:text-left',
    cell: ({ lastDrillAt }) => (
      <Labelled label={t('trainees.last')}>
        {lastDrillAt === null ? t('trainees.never') : wholeDay(lastDrillAt)}
      </Labelled>
    ),
  },
];
