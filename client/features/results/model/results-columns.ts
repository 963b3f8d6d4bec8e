import { toTenth } from '#client/lib/arithmetic.ts';
import { clauses } from '#client/lib/clauses.ts';
import { marks } from '#client/lib/format.ts';
import { say } from '#client/lib/messages.ts';
import type { ClassFigures, SeatResult } from '#contract/results.ts';
import { FAMILIES, type Figure, RUSH_COLUMNS } from './results-table.ts';

export type FigureColumn = { id: string; figure: Figure; head: string; fullName: string };
export type ColumnGroup = { id: string; head: string; columns: readonly FigureColumn[] };

const t = (key: string, values: Record<string, number> = {}): string => say(`results:${key}`, values);

/** The figures of the table in their groups, as the school reads them: six sides, times, faults. */
export const columnGroups = (figures: ClassFigures): readonly ColumnGroup[] => [
  {
    id: 'dimensions',
    head: t('table.dimensions'),
    columns: figures.dimensions.map(({ id, name }) => ({
      id,
      figure: { kind: 'dimension', id },
      head: t(`dimension.${id}`),
      fullName: name,
    })),
  },
  {
    id: 'times',
    head: t('table.times'),
    columns: (['firstResponseS', 'meanResponseS'] as const).map((column) => ({
      id: column,
      figure: { kind: 'time', column },
      head: t(`timeShort.${column}`),
      fullName: t(`time.${column}`),
    })),
  },
  ...(figures.rush === undefined ? [] : [rushGroup()]),
  {
    id: 'faults',
    head: t('table.faults'),
    columns: [
      ...FAMILIES.map(
        (family): FigureColumn => ({
          id: `fault-${family}`,
          figure: { kind: 'family', family },
          head: t(`familyShort.${family}`),
          fullName: t(`family.${family}`),
        }),
      ),
      { id: 'unsure', figure: { kind: 'unsure' }, head: t('table.unsure'), fullName: t('table.unsure') },
    ],
  },
];

const rushGroup = (): ColumnGroup => ({
  id: 'rush',
  head: t('table.rush'),
  columns: RUSH_COLUMNS.map((column) => ({
    id: `rush-${column}`,
    figure: { kind: 'rush', column },
    head: t(`rushShort.${column}`),
    fullName: t(`rush.${column}`),
  })),
});

const hasSeconds = (figure: Figure): boolean =>
  figure.kind === 'time' || (figure.kind === 'rush' && figure.column === 'p80FirstS');

/** A figure as it stands in its cell; a dash when there was nothing to measure. */
export const shownFigure = (value: number | null, figure: Figure): string => {
  if (value === null) return '—';
  return hasSeconds(figure) ? toTenth(value).toFixed(1) : marks(value);
};

/** The class's figure under a column: means of those who can be compared, sums of faults. */
export const classFigure = (figures: ClassFigures, figure: Figure): number | null => {
  switch (figure.kind) {
    case 'score':
      return figures.mean;
    case 'dimension':
      return figures.dimensions.find((dimension) => dimension.id === figure.id)?.percent ?? null;
    case 'time':
      return figures[figure.column];
    case 'rush':
      return figures.rush?.[figure.column] ?? null;
    case 'family':
      return figures.faults.reduce((sum, fault) => (fault.family === figure.family ? sum + fault.count : sum), 0);
    case 'unsure':
      return null;
  }
};

/** Says who isn't in the class's figures: seats that can't be compared, and seats nobody took. */
export const leftOutText = ({ leftOut }: ClassFigures, seats: readonly SeatResult[]): string => {
  const absentCount = seats.filter((seat) => !seat.joined).length;
  return clauses([
    leftOut > 0 ? t('table.leftOut', { n: leftOut }) : null,
    absentCount > 0 ? t('table.absent', { n: absentCount }) : null,
  ]);
};
