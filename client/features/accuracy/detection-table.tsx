import { percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { type DetectionCounts, percentOf, type Split } from './published.ts';

const KINDS = ['covered', 'wrong', 'tone', 'redLine', 'answer', 'act'] as const;
type Kind = (typeof KINDS)[number];

const countsOf = (kind: Kind, { points, tone, answer, redLines, acts }: Split['ordinary']): DetectionCounts =>
  ({
    covered: points.covered,
    wrong: points.wrong,
    tone: tone.bad,
    redLine: redLines.all,
    answer: answer.bad,
    act: acts.all,
  })[kind];

type Row = { kind: Kind; ordinary: DetectionCounts; hard: DetectionCounts };

/** For every kind of judgement: how much of what it says is right, and how much of what there is it says. */
export const DetectionTable = ({ split }: { split: Split }) => {
  const { t } = useTranslation('accuracy');
  const columns: Column<Row>[] = [
    {
      id: 'kind',
      head: t('told.kind'),
      isRowName: true,
      className: 'text-left font-normal',
      cell: ({ kind }) => (
        <>
          <span className="block font-semibold">{t(`told.${kind}`)}</span>
          <span className="block text-12 text-ink-3">{t(`told.${kind}Text`)}</span>
        </>
      ),
    },
    {
      id: 'precision',
      head: t('told.precision'),
      align: 'right',
      className: 'align-top',
      cell: ({ ordinary, hard }) => <ShareCell totalOf={({ right, extra }) => right + extra} {...{ ordinary, hard }} />,
    },
    {
      id: 'recall',
      head: t('told.recall'),
      align: 'right',
      className: 'align-top',
      cell: ({ ordinary, hard }) => (
        <ShareCell totalOf={({ right, missed }) => right + missed} {...{ ordinary, hard }} />
      ),
    },
  ];
  const rows = KINDS.map((kind) => ({
    kind,
    ordinary: countsOf(kind, split.ordinary),
    hard: countsOf(kind, split.hard),
  }));
  return <DataTable caption={t('told.title')} columns={columns} rows={rows} rowKey={({ kind }) => kind} />;
};

type ShareCellProps = {
  ordinary: DetectionCounts;
  hard: DetectionCounts;
  totalOf: (counts: DetectionCounts) => number;
};

const ShareCell = ({ ordinary, hard, totalOf }: ShareCellProps) => {
  const { t } = useTranslation('accuracy');
  const ordinaryPercent = percentOf(ordinary.right, totalOf(ordinary));
  const hardPercent = percentOf(hard.right, totalOf(hard));
  return (
    <span className="whitespace-nowrap">
      <span className="block font-semibold text-15">
        {ordinaryPercent === null ? t('nothing') : percent(ordinaryPercent)}
      </span>
      <span className="block text-12 text-ink-3">
        {ordinaryPercent === null ? null : t('counted', { right: ordinary.right, of: totalOf(ordinary) })}
      </span>
      {hardPercent === null ? null : (
        <span className="block text-12 text-ink-3">
          {t('told.hard', { percent: hardPercent })}
          <span className="ml-6 max-pane:hidden">{t('counted', { right: hard.right, of: totalOf(hard) })}</span>
        </span>
      )}
    </span>
  );
};
