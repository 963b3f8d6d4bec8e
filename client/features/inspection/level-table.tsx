import type { CSSProperties } from 'react';
import { percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { InspectionBody, Level, PartyMarks } from '#contract/practice/inspections.ts';

type Props = { scorecard: InspectionBody['scorecard']; parties: readonly PartyMarks[] };

const LOOK: Readonly<Record<Level, string>> = {
  full: 'text-good',
  part: 'text-warn',
  none: 'text-bad',
  na: 'text-ink-3',
};
/** The mark in front differs by its shape as well: full, half, empty, dashed. */
const MARK: Readonly<Record<Level, CSSProperties>> = {
  full: { background: 'currentColor', border: '1px solid' },
  part: { background: 'linear-gradient(to top, currentColor 50%, transparent 50%)', border: '1px solid' },
  none: { border: '1px solid' },
  na: { border: '1px dashed' },
};
/** A row that differs has a bar in front. */
const BAR: CSSProperties = { boxShadow: 'inset 3px 0 0 var(--color-warn)' };

/** Each dimension and the red lines, side by side; only rows that differ have a bar, and say who agrees with the reader. */
export const LevelTable = ({ scorecard, parties }: Props) => {
  const { t } = useTranslation('inspection');
  const rows = [
    ...scorecard.dimensions.map(({ id, name, weight }) => ({
      id,
      name,
      weight: weight as number | null,
      cells: parties.map((party) => {
        const mark = party.dimensions.find((one) => one.id === id);
        return { level: mark?.level ?? 'na', exact: mark?.exact ?? null };
      }),
    })),
    {
      id: 'red-line',
      name: t('redLine.title'),
      weight: null,
      cells: parties.map(({ redLine }) => ({
        level: redLine.crossed ? ('none' as const) : ('full' as const),
        exact: null,
      })),
    },
  ];
  const nameOf = ({ name, by }: PartyMarks): string => name ?? t(`party.${by}`);
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('levels')}</caption>
        <thead>
          <tr className="border-line border-b text-left text-12 text-ink-3">
            <th scope="col" className="px-16 py-5 font-normal max-pane:px-12">
              {t('item')}
            </th>
            {parties.map((party) => (
              <th key={`${party.by} ${party.name}`} scope="col" className="px-8 py-5 font-normal">
                {nameOf(party)}
              </th>
            ))}
            <th scope="col" className="px-8 py-5 font-normal max-pane:hidden">
              <span className="sr-only">{t('compare')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, weight, cells }) => {
            const isSame = cells.every(({ level }) => level === cells[0]?.level);
            const same = parties.flatMap((party, index) =>
              index > 0 && cells[index]?.level === cells[0]?.level ? [nameOf(party)] : [],
            );
            return (
              <tr key={id} className="border-line border-b" {...(isSame ? {} : { style: BAR })}>
                <th scope="row" className="px-16 py-7 text-left font-normal max-pane:px-12">
                  {name}
                  {weight === null ? null : <span className="ml-6 text-12 text-ink-3">{weight}</span>}
                </th>
                {cells.map(({ level, exact }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: parties keep their order
                  <td key={index} className={cx('whitespace-nowrap px-8 py-7', LOOK[level])}>
                    <i aria-hidden="true" className="mr-6 inline-block size-10" style={MARK[level]} />
                    {id === 'red-line' ? t(level === 'none' ? 'redLine.yes' : 'redLine.no') : t(`level.${level}`)}
                    {exact === null ? null : <span className="ml-4 text-12 text-ink-3">{percent(exact)}</span>}
                  </td>
                ))}
                <td className="px-8 py-7 text-12 text-ink-2 max-pane:hidden">
                  {isSame || parties.length <= 2
                    ? ''
                    : same.length === 0
                      ? t('alone')
                      : t('sameAs', { names: same.join(t('and')) })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
