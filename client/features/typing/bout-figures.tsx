import type { ReactNode } from 'react';
import type { BoutFigures } from '#client/features/typing/model/bout.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Bar } from '#client/ui/charts/bar.tsx';
import { StackedBar } from '#client/ui/charts/stacked-bar.tsx';
import { cx } from '#client/ui/cx.ts';
import type { TypingTexts } from '#contract/wire/typing.ts';

type Props = {
  figures: BoutFigures;
  rates: TypingTexts['rates'];
  /** In the text that is being typed. */
  place: number;
  length: number;
  /** How far the own best run on this text was by now; null: there is none. */
  ghostPlace: number | null;
};

/** The strip over the text: speed, slips, how far, how long still; below it this run beside the own best one. */
export const BoutStrip = ({ figures, rates, place, length, ghostPlace }: Props) => {
  const { t } = useTranslation('typing');
  const { overall, recent, wrong, corrected, leftMs } = figures;
  const isPassing = rates !== null && overall !== null && overall >= rates.pass;
  return (
    <div className="border border-line bg-surface max-pane:-mx-14 max-pane:border-x-0">
      <section aria-label={t('figures.label')} className="flex">
        <One label={t('figures.recent')} value={recent ?? '–'} small={t('figures.unit')} className="max-pane:hidden" />
        <One label={t('figures.overall')} value={overall ?? '–'} small={t('figures.unit')} isGood={isPassing} />
        <One label={t('figures.slips')} value={wrong} small={t('figures.corrected', { n: corrected })} />
        <One
          label={t('figures.typed')}
          value={place}
          small={t('figures.of', { n: length })}
          className="max-pane:hidden"
        />
        <span className="flex-1" />
        <One label={t('figures.left')} value={clock(Math.ceil(leftMs / 1000) * 1000)} className="border-r-0 border-l" />
      </section>
      {ghostPlace === null ? null : (
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-12 gap-y-4 border-line border-t px-22 py-10 text-12 max-pane:hidden">
          <b>{t('race.this')}</b>
          <Bar share={place / length} className="h-8" />
          <b className="text-right">{t('race.characters', { n: place })}</b>
          <span className="text-ink-3">{t('race.best')}</span>
          <div className="bg-sunken">
            <StackedBar isThin parts={[{ id: 'best', share: Math.min(1, ghostPlace / length), look: 'hatched' }]} />
          </div>
          <span className="text-right text-ink-3">{t('race.characters', { n: Math.min(ghostPlace, length) })}</span>
        </div>
      )}
    </div>
  );
};

type OneProps = { label: string; value: ReactNode; small?: string; isGood?: boolean; className?: string };

const One = ({ label, value, small, isGood = false, className }: OneProps) => (
  <div
    className={cx(
      'flex flex-col justify-center whitespace-nowrap border-line border-r px-22 py-8 max-pane:px-14 max-pane:py-4',
      className,
    )}
  >
    <span className="text-12 text-ink-3 leading-[16px]">{label}</span>
    <span className="font-semibold text-22 leading-[28px] max-pane:text-18">
      <span className={isGood ? 'text-good' : undefined}>{value}</span>
      {small === undefined ? null : <small className="ml-5 font-normal text-12 text-ink-3">{small}</small>}
    </span>
  </div>
);
