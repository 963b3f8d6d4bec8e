import '#client/features/terms/published/strings.ts';
import { Plus, X } from 'lucide-react';
import { awardsSum, MOST_AWARDS, withAward } from '#client/features/terms/model/rules-draft.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { ShownAward } from '#contract/terms/sheet.ts';
import type { RulesProps } from './column-rules.tsx';

const MOST_PLACES = 50;
const MOST_YUAN = 100_000;

/** Scholarships, the highest first: how many get each, and how much. */
export const AwardRules = ({ rules, onChange }: RulesProps) => {
  const { t } = useTranslation('published-sheets');
  const change = (id: string, over: Partial<ShownAward>) =>
    onChange({ ...rules, awards: rules.awards.map((one) => (one.id === id ? { ...one, ...over } : one)) });
  return (
    <section aria-labelledby="rules-awards">
      <SectionHeader
        id="rules-awards"
        title={t('awards.title')}
        note={t('awards.note', { n: awardsSum(rules).toLocaleString('en') })}
      />
      <p className="mb-8 text-12 text-ink-2">{rules.awards.length === 0 ? t('awards.none') : t('awards.about')}</p>
      <Panel className="mb-16">
        {rules.awards.map(({ id, name, places, yuan }) => (
          <div
            key={id}
            className="grid grid-cols-[minmax(0,1fr)_96px_160px_30px] items-start gap-12 border-line border-b px-16 py-10 max-pane:grid-cols-2 max-pane:px-14"
          >
            <TextField
              label={t('awards.name')}
              maxLength={10}
              value={name}
              onChange={(event) => change(id, { name: event.target.value })}
            />
            <NumberField
              label={t('awards.places')}
              unit={t('awards.people')}
              value={places}
              max={MOST_PLACES}
              onChange={(next) => change(id, { places: next })}
            />
            <NumberField
              label={t('awards.yuan')}
              unit={t('awards.unit')}
              value={yuan}
              max={MOST_YUAN}
              onChange={(next) => change(id, { yuan: next })}
            />
            <Button
              kind="bare"
              square
              className="mt-20 max-pane:mt-0"
              aria-label={t('awards.remove', { name })}
              onClick={() => onChange({ ...rules, awards: rules.awards.filter((one) => one.id !== id) })}
            >
              <X size={14} aria-hidden="true" />
            </Button>
          </div>
        ))}
        <div className="px-16 py-8 max-pane:px-14">
          <Button
            kind="bare"
            disabled={rules.awards.length >= MOST_AWARDS}
            onClick={() => onChange(withAward(rules, t('awards.newName')))}
          >
            <Plus size={14} aria-hidden="true" />
            {t('awards.add')}
          </Button>
        </div>
      </Panel>
    </section>
  );
};
