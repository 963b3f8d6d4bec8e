import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { ShownColumn } from '#contract/terms/sheet.ts';

const GROUP = 'sticky top-0 z-2 h-28 border-line border-b bg-soft px-8 text-12 whitespace-nowrap';
const HEAD = 'sticky top-28 z-2 h-30 border-line border-b bg-soft px-8 font-normal text-12 text-ink-3';
export const FIRST = 'border-l border-l-line-2';
const weightOf = (columns: readonly ShownColumn[]): number => columns.reduce((sum, { weight }) => sum + weight, 0);

type Props = { school: readonly ShownColumn[]; enterprise: readonly ShownColumn[] };

/** Two rows: the parts with their weights, and each column with its own. */
export const SheetHead = ({ school, enterprise }: Props) => {
  const { t } = useTranslation('terms');
  const parts = [
    { id: 'school', columns: school },
    { id: 'enterprise', columns: enterprise },
  ] as const;
  return (
    <thead>
      <tr>
        <th colSpan={2} scope="colgroup" className={cx(GROUP, 'left-0 z-3! text-left font-normal text-ink-3')}>
          {t('sheet.trainee')}
        </th>
        {parts.map(({ id, columns }) => (
          <th key={id} colSpan={columns.length + 1} scope="colgroup" className={cx(GROUP, FIRST)}>
            {t('sheet.weighed', { name: t(`part.${id}`), weight: weightOf(columns) })}
          </th>
        ))}
        <th colSpan={2} scope="colgroup" className={cx(GROUP, FIRST)}>
          {t('sheet.whole')}
        </th>
      </tr>
      <tr>
        <th scope="col" className={cx(HEAD, 'left-0 z-3! w-72 min-w-72 max-w-72 text-left')}>
          {t('sheet.no')}
        </th>
        <th scope="col" className={cx(HEAD, 'left-72 z-3! min-w-84 text-left')}>
          {t('sheet.name')}
        </th>
        {parts.flatMap(({ id, columns }) => [
          ...columns.map((column, place) => (
            <th key={column.id} scope="col" className={cx(HEAD, 'text-right whitespace-nowrap', place === 0 && FIRST)}>
              {t('sheet.weighed', { name: column.name, weight: column.weight })}
            </th>
          )),
          <th key={id} scope="col" className={cx(HEAD, 'text-right whitespace-nowrap')}>
            {t('sheet.sum')}
          </th>,
        ])}
        <th scope="col" className={cx(HEAD, FIRST, 'text-right whitespace-nowrap')}>
          {t('sheet.total')}
        </th>
        <th scope="col" className={cx(HEAD, 'text-left whitespace-nowrap')}>
          {t('sheet.level')}
        </th>
      </tr>
    </thead>
  );
};
