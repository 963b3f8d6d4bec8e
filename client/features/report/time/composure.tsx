import { Highlights } from '#client/features/report/links/highlights.tsx';
import { shownValue } from '#client/features/report/model/shown-value.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useWidth } from '#client/lib/hooks/use-width.ts';
import { listed } from '#client/lib/listed.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { Report } from '#contract/report.ts';
import type { Composure as Held } from '#contract/report-figures.ts';
import { ComposureChart } from './composure-chart.tsx';

type Group = Held['groups'][number];

/** For paper, whose width nothing measures. */
const PAPER_WIDTH_PX = 600;

/** 人多的时候: tone, answers and seconds by how many were waiting; nothing where never two were. */
export const Composure = ({ report }: { report: Report }) => {
  const { t } = useTranslation('report');
  const [box, width] = useWidth<HTMLDivElement>();
  const { composure } = report;
  if (composure === null) return null;
  // Nothing answered and nothing said: the table has the noughts, and an empty drawing says no more.
  const hasBars = composure.groups.some(({ answered, goodTurns }) => answered + goodTurns > 0);
  return (
    <section aria-labelledby="composure">
      <SectionHeader id="composure" title={t('composure.title')} note={t('composure.note')} />
      <Panel>
        <div className="px-14 pt-12 pb-6 print:break-inside-avoid">
          <p className="mb-12 text-pretty text-15">{composure.said}</p>
          {hasBars ? (
            <>
              <div ref={box} className="print:hidden">
                {width === null ? null : <ComposureChart composure={composure} width={width} />}
              </div>
              <div className="hidden print:block">
                <ComposureChart composure={composure} width={PAPER_WIDTH_PX} />
              </div>
              <Legend composure={composure} />
            </>
          ) : null}
        </div>
        <GroupTable groups={composure.groups} />
      </Panel>
    </section>
  );
};

const Legend = ({ composure: { breaksAt, breaksBy } }: { composure: Held }) => {
  const { t } = useTranslation('report');
  return (
    <ul className="mt-6 flex flex-wrap gap-x-18 gap-y-4 text-12 text-ink-2">
      <li className="flex items-center gap-5">
        <span aria-hidden="true" className="size-10 bg-accent-solid" />
        {t('composure.answered')}
      </li>
      <li className="flex items-center gap-5">
        <svg viewBox="0 0 10 10" className="size-10" aria-hidden="true">
          <path d="M.5.5h9v9h-9z" className="fill-surface stroke-good-solid" />
          <path d="M1 7l6-6M4 9l5-5" className="stroke-[1.5] stroke-good-solid" />
        </svg>
        {t('composure.tone')}
      </li>
      {breaksAt === null ? null : (
        <li className="flex items-center gap-5">
          <svg viewBox="0 0 10 14" className="h-14 w-10" aria-hidden="true">
            <path d="M5 0v14" className="stroke-[1.5] stroke-bad-solid [stroke-dasharray:4_3]" />
          </svg>
          {t('composure.breaks', { n: breaksAt, what: listed(breaksBy.map((part) => t(`composure.broke.${part}`))) })}
        </li>
      )}
    </ul>
  );
};

const GroupTable = ({ groups }: { groups: readonly Group[] }) => {
  const { t } = useTranslation('report');
  const ratioText = (hits: number, total: number): string => (total === 0 ? '—' : `${hits} / ${total}`);
  const columns: Column<Group>[] = [
    {
      id: 'waiting',
      head: t('composure.waitingHead'),
      isRowName: true,
      className: 'whitespace-nowrap max-pane:col-span-full',
      cell: (row) => t(row.waiting === 4 ? 'composure.orMore' : 'composure.waiting', { n: row.waiting }),
    },
    {
      id: 'answered',
      head: t('composure.answered'),
      align: 'right',
      className: 'max-pane:text-left',
      cell: (row) => <Labelled label={t('composure.answered')}>{ratioText(row.answered, row.questions)}</Labelled>,
    },
    {
      id: 'tone',
      head: t('composure.tone'),
      align: 'right',
      className: 'max-pane:text-left',
      cell: (row) => <Labelled label={t('composure.tone')}>{ratioText(row.goodTurns, row.turns)}</Labelled>,
    },
    {
      id: 'mean',
      head: t('composure.mean'),
      align: 'right',
      className: 'max-pane:text-left',
      cell: (row) => <Labelled label={t('composure.mean')}>{shownValue(row.meanSeconds, 's')}</Labelled>,
    },
    {
      id: 'where',
      head: t('composure.where'),
      className: 'text-12 text-ink-2 max-pane:col-span-full max-pane:empty:hidden',
      cell: (row) => <GroupMoments group={row} />,
    },
  ];
  return (
    <div className="border-line border-t">
      <DataTable
        caption={t('composure.title')}
        columns={columns}
        rows={groups}
        rowKey={(row) => String(row.waiting)}
        phoneGridClass="max-pane:grid-cols-3"
      />
    </div>
  );
};

/** On a phone the table's head is hidden, so each figure has its own label. */
const Labelled = ({ label, children }: { label: string; children: string }) => (
  <>
    <span className="hidden text-12 text-ink-3 max-pane:block" aria-hidden="true">
      {label}
    </span>
    {children}
  </>
);

const PLACES = ['unanswered', 'late', 'lapses'] as const;

const GroupMoments = ({ group }: { group: Group }) => {
  const { t } = useTranslation('report');
  const places = PLACES.filter((kind) => group[kind].length > 0);
  if (places.length === 0) return null;
  return places.map((kind) => (
    <span key={kind} className="block">
      {t(`composure.${kind}`)}
      <Highlights moments={group[kind]} />
    </span>
  ));
};
