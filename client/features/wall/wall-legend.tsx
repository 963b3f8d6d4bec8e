import { WALL_SORTS } from '#client/features/wall/model/wall-sort.ts';
import { sortBy, useWallUi } from '#client/features/wall/model/wall-ui.ts';
import { fullBarS, maxInjected, otherTiers, planTier } from '#client/features/wall/model/wall-waits.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { SelectField } from '#client/ui/controls/field.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import type { ResponseTier } from '#contract/runs.ts';

/** What the bars mean, and the order of the seats. */
export const WallLegend = () => {
  const { t } = useTranslation('wall');
  const sort = useWallUi((state) => state.sort);
  const tier = useRun(planTier);
  return (
    <div className="flex items-center gap-x-20 gap-y-4 px-14 pb-8 text-14 text-ink-2">
      {tier === null ? <span className="flex-1" /> : <BarLegend tier={tier} />}
      <SelectField
        label={t('sort.label')}
        hideLabel
        className="w-150 shrink-0"
        value={sort}
        onChange={(event) => {
          const chosenSort = WALL_SORTS.find((sort) => sort === event.target.value);
          if (chosenSort !== undefined) sortBy(chosenSort);
        }}
        choices={WALL_SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      />
    </div>
  );
};

const BarLegend = ({ tier }: { tier: ResponseTier }) => {
  const { t } = useTranslation('wall');
  const run = useRun((state) => state.run);
  const injectedCount = useRun(maxInjected);
  const others = run === null ? [] : otherTiers(run, injectedCount);
  const { passS, failS } = tier;
  const levels = [
    { fill: 'bg-good-solid', text: t('legend.ok', { n: passS }) },
    { fill: 'bg-warn-solid', text: t('legend.slow', { from: passS + 1, to: failS }) },
    { fill: 'bg-bad-solid', text: t('legend.over', { n: failS }) },
  ];
  return (
    <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-20 gap-y-2">
      <span>{t('legend.bar', { n: fullBarS(tier) })}</span>
      {levels.map(({ fill, text }) => (
        <span key={text} className="flex shrink-0 items-center gap-6">
          <span aria-hidden="true" className={`size-12 forced-colors:border ${fill}`} />
          {text}
        </span>
      ))}
      {others.map(({ from, upTo, passS: pass, failS: fail }) => (
        <span key={from}>
          {from === 1 ? t('legend.fewer', { n: upTo + 1, pass, fail }) : t('legend.more', { n: from, pass, fail })}
        </span>
      ))}
      <span className="max-wide:hidden">{t('legend.line')}</span>
      <span className="shrink-0 max-wide:hidden">
        <Kbd>P</Kbd> {t('legend.freeze')}
      </span>
    </p>
  );
};
