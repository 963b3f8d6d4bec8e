import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { type DetectionCounts, percentOf, type Split } from './published.ts';

const KINDS = ['covered', 'wrong', 'tone', 'redLine', 'answer', 'act'] as const;
type Kind = (typeof KINDS)[number];

const heardOf = (kind: Kind, { points, tone, answer, redLines, acts }: Split['ordinary']): DetectionCounts =>
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
export const ToldTable = ({ split }: { split: Split }) => {
  const { t } = useTranslation('accuracy');
  const columns: Column<Row>[] = [
    {
      id: 'kind',
      head: t('told.kind'),
      names: true,
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
      cell: ({ ordinary, hard }) => <Cell of={({ right, extra }) => right + extra} {...{ ordinary, hard }} />,
    },
    {
      id: 'recall',
      head: t('told.recall'),
      align: 'right',
      className: 'align-top',
      cell: ({ ordinary, hard }) => <Cell of={({ right, missed }) => right + missed} {...{ ordinary, hard }} />,
    },
  ];
  const rows = KINDS.map((kind) => ({
    kind,
    ordinary: heardOf(kind, split.ordinary),
    hard: heardOf(kind, split.hard),
  }));
  return <DataTable caption={t('told.title')} columns={columns} rows={rows} rowKey={({ kind }) => kind} />;
};

type CellProps = { ordinary: DetectionCounts; hard: DetectionCounts; of: (heard: DetectionCounts) => number };

const Cell = ({ ordinary, hard, of }: CellProps) => {
  const { t } = useTranslation('accuracy');
  const plain = percentOf(ordinary.right, of(ordinary));
  const far = percentOf(hard.right, of(hard));
  return (
    <span className="whitespace-nowrap">
      <span className="block font-semibold text-15">
        {plain === null ? t('nothing') : t('percent', { percent: plain })}
      </span>
      <span className="block text-12 text-ink-3">
        {plain === null ? null : t('counted', { right: ordinary.right, of: of(ordinary) })}
      </span>
      {far === null ? null : (
        <span className="block text-12 text-ink-3">
          {t('told.hard', { percent: far })}
          <span className="ml-6 max-pane:hidden">{t('counted', { right: hard.right, of: of(hard) })}</span>
        </span>
      )}
    </span>
  );
};
