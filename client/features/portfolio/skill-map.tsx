import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { SkillRow } from '#contract/portfolio.ts';

type Cell = SkillRow['levels'][number];
type Grade = NonNullable<Cell['grade']>;

/** A filled, a half and an empty square: the grade without its colour. */
const GRADE_LOOKS: Record<Grade, { text: string; tint: string; fill: number }> = {
  excellent: { text: 'text-good', tint: 'bg-good-tint', fill: 12 },
  pass: { text: 'text-accent', tint: 'bg-tint', fill: 6 },
  fail: { text: 'text-warn', tint: 'bg-warn-tint', fill: 0 },
};
const GRADES: readonly Grade[] = ['excellent', 'pass', 'fail'];

const GradeMark = ({ grade }: { grade: Grade }) => (
  <svg viewBox="0 0 14 14" className="size-12 shrink-0" aria-hidden="true">
    <rect x="1" y={13 - GRADE_LOOKS[grade].fill} width="12" height={GRADE_LOOKS[grade].fill} className="fill-current" />
    <rect x="1" y="1" width="12" height="12" className="fill-none stroke-[1.5] stroke-current" />
  </svg>
);

/** Types × levels, each with the trainee's best: shows what was practised and what wasn't. */
export const SkillMap = ({ rows }: { rows: readonly SkillRow[] }) => {
  const { t } = useTranslation('portfolio');
  const levels = rows[0]?.levels.map(({ level }) => level) ?? [];
  return (
    <section aria-labelledby="map" className="print:break-inside-avoid">
      <SectionHeader
        id="map"
        title={t('map.title')}
        note={t('map.note')}
        aside={
          <ul className="flex flex-wrap gap-x-12 text-12">
            {GRADES.map((grade) => (
              <li key={grade} className={cx('flex items-center gap-4', GRADE_LOOKS[grade].text)}>
                <GradeMark grade={grade} />
                {t(`map.grade.${grade}`)}
              </li>
            ))}
            <li className="flex items-center gap-4 text-ink-3">
              <span aria-hidden="true" className="h-12 w-16 rounded-3 border border-line-2 border-dashed" />
              {t('map.never')}
            </li>
            <li className="flex items-center gap-4 text-ink-3">
              <span aria-hidden="true">·</span>
              {t('map.noCase')}
            </li>
          </ul>
        }
      />
      <p className="mb-8 text-ink-2">
        <WeakestCell rows={rows} />
      </p>
      <Panel>
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">{t('map.title')}</caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="w-[34%] border-line border-b px-16 py-5 text-left font-normal text-12 text-ink-3 max-pane:px-14"
              >
                {t('map.type')}
              </th>
              {levels.map((level) => (
                <th
                  key={level}
                  scope="col"
                  className="border-line border-b px-4 py-5 text-center font-normal text-12 text-ink-3"
                >
                  {t('map.level', { n: level })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.type} className="border-line border-b last:border-b-0">
                <th scope="row" className="px-16 py-4 text-left font-normal max-pane:px-14 max-pane:text-12">
                  {row.name}
                </th>
                {row.levels.map((cell) => (
                  <td key={cell.level} className="p-2 text-center">
                    <MapCell cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </section>
  );
};

const MapCell = ({ cell: { cases, best, grade } }: { cell: Cell }) => {
  const { t } = useTranslation('portfolio');
  if (best !== null && grade !== null) {
    return (
      <span
        className={cx(
          'flex h-28 items-center justify-center gap-4 rounded-3 font-semibold print:border print:border-line-2',
          GRADE_LOOKS[grade].tint,
          GRADE_LOOKS[grade].text,
        )}
      >
        <GradeMark grade={grade} />
        {marks(best)}
        <span className="sr-only">{t(`map.grade.${grade}`)}</span>
      </span>
    );
  }
  if (cases === 0) {
    return (
      <span className="block h-28 text-ink-3 leading-[28px]">
        <span aria-hidden="true">·</span>
        <span className="sr-only">{t('map.noCase')}</span>
      </span>
    );
  }
  return (
    <span className="block h-28 rounded-3 border border-line-2 border-dashed text-12 text-ink-3 leading-[26px]">
      <span className="max-pane:sr-only">{t('map.never')}</span>
    </span>
  );
};

const WeakestCell = ({ rows }: { rows: readonly SkillRow[] }) => {
  const { t } = useTranslation('portfolio');
  const cells = rows.flatMap((row) => row.levels.map((cell) => ({ name: row.name, cell })));
  const lowest = cells
    .flatMap(({ name, cell }) => (cell.best === null ? [] : [{ name, level: cell.level, best: cell.best }]))
    .toSorted((a, b) => a.best - b.best)[0];
  const openCount = cells.filter(({ cell }) => cell.best === null && cell.cases > 0).length;
  return (
    <>
      {lowest === undefined
        ? null
        : t('map.weakest', { type: lowest.name, level: lowest.level, best: marks(lowest.best) })}
      {openCount === 0 ? t('map.full') : t('map.open', { count: openCount })}
    </>
  );
};
