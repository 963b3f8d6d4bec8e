import { Plus, X } from 'lucide-react';
import { MOST_COLUMNS, weightsOf, withColumn } from '#client/features/terms/model/rules-draft.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { EnteredBy, ShownColumn, ShownRules } from '#contract/terms/sheet.ts';

export type RulesProps = { rules: ShownRules; onChange: (rules: ShownRules) => void };

const PARTS = ['school', 'enterprise'] as const;
const BY: readonly EnteredBy[] = ['teacher', 'mentor', 'either'];

/** The columns of both parts: name, weight, who enters. Where a column's marks come from stays as it is. */
export const ColumnRules = ({ rules, onChange }: RulesProps) => {
  const { t } = useTranslation('terms');
  const change = (id: string, over: Partial<ShownColumn>) =>
    onChange({
      ...rules,
      columns: rules.columns.map((column) => (column.id === id ? { ...column, ...over } : column)),
    });
  return PARTS.map((part) => {
    const columns = rules.columns.filter((column) => column.part === part);
    return (
      <section key={part} aria-labelledby={`rules-${part}`}>
        <SectionHeader
          id={`rules-${part}`}
          isFirst={part === 'school'}
          title={t(`part.${part}`)}
          note={t('rules.weights', { n: weightsOf({ ...rules, columns }), of: weightsOf(rules) })}
        />
        <Panel className="mb-12">
          {columns.map((column) => (
            <div
              key={column.id}
              className="grid grid-cols-[minmax(0,1fr)_96px_160px_30px] items-start gap-12 border-line border-b px-16 py-10 max-pane:grid-cols-2 max-pane:px-14"
            >
              <TextField
                label={t('rules.name')}
                hint={t(`source.${column.source}`)}
                maxLength={20}
                value={column.name}
                error={column.name.trim() === '' ? t('rules.fault.name') : null}
                onChange={(event) => change(column.id, { name: event.target.value })}
              />
              <NumberField
                label={t('rules.weight')}
                value={column.weight}
                max={100}
                onChange={(weight) => change(column.id, { weight })}
              />
              <SelectField
                label={t('rules.by')}
                value={column.by}
                choices={BY.map((by) => ({ value: by, label: t(`rules.who.${by}`) }))}
                onChange={(event) => change(column.id, { by: BY.find((by) => by === event.target.value) ?? column.by })}
              />
              <Button
                kind="bare"
                square
                className="mt-20 max-pane:mt-0"
                aria-label={t('rules.remove', { name: column.name })}
                disabled={columns.length === 1}
                onClick={() => onChange({ ...rules, columns: rules.columns.filter(({ id }) => id !== column.id) })}
              >
                <X size={14} aria-hidden="true" />
              </Button>
            </div>
          ))}
          <div className="px-16 py-8 max-pane:px-14">
            <Button
              kind="bare"
              disabled={rules.columns.length >= MOST_COLUMNS}
              onClick={() => onChange(withColumn(rules, part, t('rules.newName')))}
            >
              <Plus size={14} aria-hidden="true" />
              {t('rules.add')}
            </Button>
          </div>
        </Panel>
      </section>
    );
  });
};
