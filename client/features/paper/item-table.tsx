import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Bar } from '#client/ui/charts/bar.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { PaperBoard, PaperItem } from '#contract/papers/papers.ts';

type Worth = 'good' | 'fair' | 'weak' | 'poor';
const TONES: Readonly<Record<Worth, TagTone>> = { good: 'good', fair: 'plain', weak: 'warn', poor: 'bad' };

/** R. L. Ebel's steps (Measuring Educational Achievement, 1965): from 0.40, 0.30 and 0.20 on. */
const worthOf = (discrimination: number): Worth => {
  if (discrimination >= 0.4) return 'good';
  if (discrimination >= 0.3) return 'fair';
  return discrimination >= 0.2 ? 'weak' : 'poor';
};

const twoPlaces = (figure: number): string => figure.toFixed(2).replace('-', '−');

/** A question a row with its key: how easy it was, and whether it tells the strong from the weak. */
export const ItemTable = ({ board: { items, over, leastForDiscrimination } }: { board: PaperBoard }) => {
  const { t } = useTranslation('paper');
  const phoneText = 'max-pane:text-12 max-pane:text-ink-2';
  const n = items[0]?.n ?? 0;
  const columns: Column<PaperItem>[] = [
    {
      id: 'stem',
      head: t('items.stem'),
      isRowName: true,
      className: 'w-full font-normal max-pane:col-span-full',
      cell: ({ stem, key, kind, topicName, level }) => (
        <>
          <span lang="zh-CN" className="block whitespace-pre-line text-pretty">
            {stem}
          </span>
          <span lang="zh-CN" className="block text-12 text-ink-2">
            {t('items.key', { key })}
          </span>
          <span className="block text-12 text-ink-3">
            {clauses([topicName, t(`kind.${kind}`), t(`level.${level}`)])}
          </span>
        </>
      ),
    },
    ...(over
      ? ([
          {
            id: 'facility',
            head: t('items.facility'),
            align: 'right',
            className: `w-120 ${phoneText}`,
            cell: ({ facility }) =>
              facility === null ? (
                '—'
              ) : (
                <>
                  <span className="pane:hidden">{t('items.facility')} </span>
                  {twoPlaces(facility)}
                  <Bar share={facility} className="mt-2" />
                </>
              ),
          },
          {
            id: 'discrimination',
            head: t('items.discrimination'),
            align: 'right',
            className: phoneText,
            cell: ({ discrimination }) =>
              discrimination === null ? (
                <span className="max-pane:hidden">—</span>
              ) : (
                <span className="inline-flex items-center gap-6">
                  <span className="pane:hidden">{t('items.discrimination')}</span>
                  {twoPlaces(discrimination)}
                  <Tag tone={TONES[worthOf(discrimination)]}>{t(`items.worth.${worthOf(discrimination)}`)}</Tag>
                </span>
              ),
          },
        ] satisfies Column<PaperItem>[])
      : []),
  ];
  return (
    <>
      <p className="border-line border-b px-14 py-8 text-12 text-ink-3">
        {over
          ? n < leastForDiscrimination
            ? t('items.few', { n, least: leastForDiscrimination })
            : t('items.about', { n })
          : t('items.before')}
      </p>
      <DataTable
        caption={t('items.caption')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        phoneGridClass="max-pane:grid-cols-2"
      />
    </>
  );
};
