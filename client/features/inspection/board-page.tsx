import './strings.ts';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { DrillToInspect, InspectionBoard, InspectorRow } from '#contract/practice/class-inspections.ts';
import type { Agreement } from '#contract/practice/inspections.ts';
import { kappaText } from './agreement-figures.tsx';

/** 质检 of a run for its staff: what is marked, how far everybody agrees, and the staff among each other. */
export const InspectionBoardPage = () => {
  const { t } = useTranslation('inspection');
  const { id = '' } = useParams();
  useTitle(t('title'));
  const { loaded, reload } = useLoad(pathTo('GET /api/runs/:id/inspection', { id }));
  if (loaded.state === 'failed') return <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading')
    return (
      <Skeleton className="min-h-320">
        <SkeletonBar className="w-[40%]" />
      </Skeleton>
    );
  return <Board board={loaded.value} />;
};

const Board = ({ board: first }: { board: InspectionBoard }) => {
  const { t } = useTranslation('inspection');
  const [board, setBoard] = useState(first);
  useEffect(() => setBoard(first), [first]);
  const { run, drills, inspectors, calibration } = board;
  const picked = drills.filter(({ no }) => no !== null);
  const pick = async (wanted: readonly DrillToInspect[]) => {
    const said = await call(
      'POST /api/runs/:id/inspection',
      { id: run.id },
      { drills: wanted.map(({ drill }) => drill) },
    );
    if (said.ok) setBoard(said.value);
    else showToast(said.error.message, 'bad');
  };
  const save = async () => {
    const refusal = await download(pathTo('GET /api/runs/:id/inspection.xlsx', { id: run.id }), 'inspection.xlsx');
    if (refusal !== null) showToast(t('fileFailed', { why: refusal }), 'bad');
  };
  return (
    <div className="mx-auto min-w-0 max-w-1200">
      <div className="mb-12 flex flex-wrap items-center gap-8">
        <div className="mr-auto min-w-0">
          <h1 className="font-semibold text-18 wrap-anywhere">{t('boardTitle', { name: run.name })}</h1>
          <p className="text-ink-2">{t('boardAbout')}</p>
        </div>
        <ButtonLink kind="bare" to={`/runs/${run.id}/results`}>
          {t('toResults')}
        </ButtonLink>
        <Button disabled={inspectors.length === 0} onClick={() => void save()}>
          {t('excel')}
        </Button>
      </div>
      <Panel>
        {run.isPublished ? (
          <DataTable
            caption={t('which')}
            columns={drillColumns(
              t,
              run.id,
              (row, isOn) => void pick(isOn ? [...picked, row] : picked.filter(({ drill }) => drill !== row.drill)),
            )}
            rows={drills}
            rowKey={({ drill }) => drill}
          />
        ) : (
          <EmptyState title={t('unpublished')} text={t('unpublishedText')} />
        )}
      </Panel>
      {inspectors.length === 0 ? null : (
        <>
          <Heading title={t('everybody')} note={t('everybodyNote')} />
          <Panel>
            <DataTable
              caption={t('everybody')}
              columns={inspectorColumns(t)}
              rows={inspectors}
              rowKey={({ id }) => id}
            />
          </Panel>
        </>
      )}
      {calibration.length === 0 ? null : (
        <>
          <Heading title={t('calibration')} note={t('calibrationNote')} />
          <Panel>
            <DataTable
              caption={t('calibration')}
              columns={calibrationColumns(t)}
              rows={calibration}
              rowKey={({ first: a, second: b }) => `${a} ${b}`}
            />
          </Panel>
        </>
      )}
      <div className="mt-12 text-12 text-ink-3">
        <p>{t('formula.kappa')}</p>
        <p>{t('formula.difference')}</p>
        <p>{t('formula.source')}</p>
      </div>
    </div>
  );
};

const Heading = ({ title, note }: { title: string; note: string }) => (
  <div className="mt-28 mb-8 flex flex-wrap items-baseline gap-x-10 gap-y-4">
    <h2 className="font-semibold text-15">{title}</h2>
    <span className="text-12 text-ink-3">{note}</span>
  </div>
);

type T = ReturnType<typeof useTranslation<'inspection'>>['t'];

const drillColumns = (
  t: T,
  run: string,
  onPick: (row: DrillToInspect, isOn: boolean) => void,
): Column<DrillToInspect>[] => [
  {
    id: 'pick',
    head: t('pick'),
    cell: (row) => (
      <label className="flex min-h-28 items-center gap-6 whitespace-nowrap max-pane:min-h-44">
        <input
          type="checkbox"
          aria-label={t('pickOf', { name: row.seatName })}
          checked={row.no !== null}
          disabled={row.no !== null && row.handedIn > 0}
          onChange={(event) => onPick(row, event.target.checked)}
          className="size-16 accent-accent-solid"
        />
        {row.no === null ? null : t('no', { n: row.no })}
      </label>
    ),
  },
  {
    id: 'seat',
    head: t('whose'),
    isRowName: true,
    className: 'whitespace-nowrap text-left',
    cell: ({ seatNo, seatName }) => `${seatNo} ${seatName}`,
  },
  {
    id: 'type',
    head: t('kind'),
    cell: ({ typeName, customers }) =>
      customers === 1 ? typeName : t('ofCustomers', { type: typeName, n: customers }),
  },
  { id: 'score', head: t('programScore'), align: 'right', cell: ({ score }) => score ?? '–' },
  { id: 'handed', head: t('handedIn'), align: 'right', cell: ({ handedIn }) => handedIn },
  {
    id: 'own',
    head: t('ownMarks'),
    hideHead: true,
    align: 'right',
    cell: ({ no }) =>
      no === null ? null : (
        <ButtonLink size="s" to={`/inspect/runs/${run}/${no}`}>
          {t('markIt')}
        </ButtonLink>
      ),
  },
];

const agreed = (agreement: Agreement | null): string =>
  agreement === null ? '–' : `${agreement.agreed} / ${agreement.lines}`;
const differenceOf = (agreement: Agreement | null): string =>
  agreement === null || agreement.difference === null ? '–' : `${agreement.difference}`;

const figureColumns = <Row,>(t: T, id: string, who: string, of: (row: Row) => Agreement | null): Column<Row>[] => [
  { id: `${id}-agreed`, head: t('agreedWith', { who }), align: 'right', cell: (row) => agreed(of(row)) },
  { id: `${id}-kappa`, head: 'κ', align: 'right', cell: (row) => kappaText(of(row)?.kappa ?? null) },
  { id: `${id}-difference`, head: t('differencePercent'), align: 'right', cell: (row) => differenceOf(of(row)) },
];

const inspectorColumns = (t: T): Column<InspectorRow>[] => [
  {
    id: 'name',
    head: t('who'),
    isRowName: true,
    className: 'whitespace-nowrap text-left',
    cell: ({ no, name, isStaff }) => (isStaff ? t('staff', { name }) : `${no} ${name}`),
  },
  { id: 'handed', head: t('handedIn'), align: 'right', cell: ({ handedIn }) => handedIn },
  ...figureColumns<InspectorRow>(t, 'program', t('party.program'), ({ withProgram }) => withProgram),
  ...figureColumns<InspectorRow>(t, 'teachers', t('party.teacher'), ({ withTeachers }) => withTeachers),
];

const calibrationColumns = (t: T): Column<InspectionBoard['calibration'][number]>[] => [
  {
    id: 'pair',
    head: t('who'),
    isRowName: true,
    className: 'whitespace-nowrap text-left',
    cell: ({ first, second }) => t('pair', { a: first, b: second }),
  },
  { id: 'transcripts', head: t('transcripts'), align: 'right', cell: ({ transcripts }) => transcripts },
  ...figureColumns<InspectionBoard['calibration'][number]>(t, 'both', t('eachOther'), ({ agreement }) => agreement),
];
