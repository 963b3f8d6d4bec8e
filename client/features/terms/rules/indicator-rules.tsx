import { sharesOf } from '#client/features/terms/model/rules-draft.ts';
import { percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { IndicatorRule } from '#contract/terms/sheet.ts';
import type { RulesProps } from './column-rules.tsx';

const MOST_TARGET = 9999;

/** The indicators' goals and shares, with the formula they go by. */
export const IndicatorRules = ({ rules, onChange }: RulesProps) => {
  const { t } = useTranslation('terms');
  const change = (id: string, over: Partial<IndicatorRule>) =>
    onChange({ ...rules, indicators: rules.indicators.map((one) => (one.id === id ? { ...one, ...over } : one)) });
  if (!rules.columns.some(({ source }) => source === 'indicators')) return null;
  return (
    <section aria-labelledby="rules-indicators">
      <SectionHeader
        id="rules-indicators"
        title={t('rules.indicators')}
        note={t('rules.shares', { n: percent(sharesOf(rules)) })}
      />
      <p className="mb-8 text-12 text-ink-2">{t('rules.formula')}</p>
      <Panel className="mb-12">
        {rules.indicators.map(({ id, target, share }) => (
          <div
            key={id}
            className="grid grid-cols-3 items-start gap-12 border-line border-b px-16 py-10 last:border-b-0 max-pane:grid-cols-2 max-pane:px-14"
          >
            <span className="pt-20 max-pane:col-span-2 max-pane:pt-0">{t(`indicator.${id}`)}</span>
            <NumberField
              label={t('rules.target')}
              unit={t(`rules.unit.${id}`)}
              value={target ?? 0}
              max={MOST_TARGET}
              hint={id === 'workload' ? t('rules.planned') : undefined}
              onChange={(next) => change(id, { target: id === 'workload' && next === 0 ? null : next })}
            />
            <NumberField
              label={t('rules.share')}
              unit="%"
              value={share}
              max={100}
              hint={share === 0 ? t('rules.noShare') : undefined}
              onChange={(next) => change(id, { share: next })}
            />
          </div>
        ))}
      </Panel>
    </section>
  );
};
