import '#client/features/terms/published/strings.ts';
import '#client/features/terms/strings.ts';
import { Pencil } from 'lucide-react';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { cellOf } from '#client/features/terms/model/sheet-cells.ts';
import { rulesPath, sheetPath } from '#client/features/terms/model/term-paths.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks } from '#client/lib/format.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { ScholarshipRank, SheetBody, SheetRow, TermSheet } from '#contract/terms/sheet.ts';

type Ranked = ScholarshipRank & { row: SheetRow };

/** 奖学金: how the class's whole rows rank, by what, and what each is awarded. */
export const ScholarshipPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('published-sheets');
  useTitle(t('scholarship.title'));
  return (
    <OnlyFor who="staff">
      {({ role }) => (
        <LoadedTerm
          path={pathTo('GET /api/classes/:id/terms/:term/sheet', { id, term })}
          title={t('scholarship.title')}
        >
          {(body) => <ScholarshipView body={body} mayWrite={isTeacher(role)} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

const ScholarshipView = ({ body, mayWrite }: { body: TermSheet; mayWrite: boolean }) => {
  const { t } = useTranslation('published-sheets');
  const { term, rows, order } = body;
  const ranked = order.flatMap((one): Ranked[] => {
    const row = rows.find(({ person }) => person === one.person);
    return row === undefined ? [] : [{ ...one, row }];
  });
  const sum = ranked.reduce((all, { yuan }) => all + yuan, 0);
  return (
    <>
      <BackLink to={sheetPath(body.class.id, term.id)}>{t('print.sheet')}</BackLink>
      <header className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('scholarship.title')}</h1>
          <p className="text-ink-2">
            {clauses([body.class.name, term.name, sum === 0 ? null : t('scholarship.sum', { n: yuanText(sum) })])}
          </p>
        </div>
        {mayWrite ? (
          <ButtonLink to={rulesPath(body.class.id, term.id)}>
            <Pencil size={14} aria-hidden="true" />
            {t('scholarship.change')}
          </ButtonLink>
        ) : null}
      </header>
      <Panel>
        {ranked.length === 0 ? (
          <EmptyState title={t('scholarship.none')} text={t('scholarship.noneText')} />
        ) : (
          <DataTable
            caption={t('scholarship.title')}
            columns={columnsOf(t, body)}
            rows={ranked}
            rowKey={({ person }) => person}
            phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
          />
        )}
      </Panel>
      <p className="mt-8 text-12 text-ink-2">{t('scholarship.about')}</p>
      {rows.length === ranked.length ? null : (
        <p className="mt-4 text-12 text-ink-2">{t('scholarship.unranked', { n: rows.length - ranked.length })}</p>
      )}
    </>
  );
};

const yuanText = (yuan: number): string => yuan.toLocaleString('en');
const PHONE_TEXT = 'max-pane:text-12 max-pane:text-ink-2';

/** On a phone nothing: a row without an award has one line. */
const NoAward = () => {
  const { t } = useTranslation('published-sheets');
  return <span className="max-pane:hidden">{t('scholarship.noAward')}</span>;
};

const RankCell = ({ ranked: { rank, shared, byExams } }: { ranked: Ranked }) => {
  const { t } = useTranslation('published-sheets');
  return (
    <>
      {rank}
      {shared || byExams ? (
        <span className="ml-8 font-normal text-12 text-ink-3">
          {t(shared ? 'scholarship.shared' : 'scholarship.byExams')}
        </span>
      ) : null}
    </>
  );
};

const columnsOf = (
  t: ReturnType<typeof useTranslation<'published-sheets'>>['t'],
  { rules }: SheetBody,
): Column<Ranked>[] => {
  const exams = rules.columns.find(({ source }) => source === 'exams');
  return [
    {
      id: 'rank',
      head: t('scholarship.rank'),
      className: 'whitespace-nowrap font-semibold max-pane:hidden',
      cell: (ranked) => <RankCell ranked={ranked} />,
    },
    {
      id: 'name',
      head: t('scholarship.name'),
      isRowName: true,
      className: 'font-normal max-pane:col-start-1 max-pane:row-start-1',
      cell: (ranked) => (
        <>
          <span aria-hidden="true" className="mr-8 font-semibold pane:hidden">
            <RankCell ranked={ranked} />
          </span>
          {clauses([ranked.row.no, ranked.row.name])}
        </>
      ),
    },
    {
      id: 'total',
      head: t('scholarship.total'),
      align: 'right',
      className: 'font-semibold max-pane:col-start-2 max-pane:row-start-1',
      cell: ({ row }) => marks(row.total.value),
    },
    ...(exams === undefined
      ? []
      : [
          {
            id: 'exams',
            head: t('scholarship.exams'),
            align: 'right' as const,
            className: 'max-pane:hidden',
            cell: ({ row }: Ranked) => marks(cellOf(row, exams.id)?.value ?? 0),
          },
        ]),
    {
      id: 'level',
      head: t('scholarship.level'),
      className: 'max-pane:hidden',
      cell: ({ row }) => rules.levels.find(({ id }) => id === row.level)?.name,
    },
    {
      id: 'award',
      head: t('scholarship.award'),
      className: PHONE_TEXT,
      cell: ({ award }) => rules.awards.find(({ id }) => id === award)?.name ?? <NoAward />,
    },
    {
      id: 'yuan',
      head: t('scholarship.yuan'),
      align: 'right',
      cell: ({ yuan }) => (yuan === 0 ? <NoAward /> : t('scholarship.amount', { n: yuanText(yuan) })),
    },
  ];
};
