import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { ShownLevel } from '#contract/terms/sheet.ts';
import type { RulesProps } from './column-rules.tsx';

/** The levels, the highest first; the lowest is everything below. */
export const LevelRules = ({ rules, onChange }: RulesProps) => {
  const { t } = useTranslation('terms');
  const change = (id: string, over: Partial<ShownLevel>) =>
    onChange({ ...rules, levels: rules.levels.map((level) => (level.id === id ? { ...level, ...over } : level)) });
  return (
    <section aria-labelledby="rules-levels">
      <SectionHeader id="rules-levels" title={t('rules.levels')} note={t('rules.levelsNote')} />
      <Panel className="mb-16">
        {rules.levels.map(({ id, name, from }, place) => (
          <div
            key={id}
            className="grid items-start gap-12 border-line border-b px-16 py-10 last:border-b-0 max-pane:px-14"
            style={{ gridTemplateColumns: 'minmax(0, 1fr) 160px' }}
          >
            <TextField
              label={t('rules.name')}
              maxLength={10}
              value={name}
              error={name.trim() === '' ? t('rules.fault.name') : null}
              onChange={(event) => change(id, { name: event.target.value })}
            />
            {place === rules.levels.length - 1 ? (
              <span className="pt-20 text-ink-2">{t('rules.below')}</span>
            ) : (
              <NumberField
                label={t('rules.from')}
                unit={t('rules.marks')}
                value={from}
                max={100}
                onChange={(next) => change(id, { from: next })}
              />
            )}
          </div>
        ))}
      </Panel>
    </section>
  );
};
