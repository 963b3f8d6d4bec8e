import './strings.ts';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ConditionRule, PathMeasure, PathSettings, StageRule } from '#contract/practice/learning-path.ts';
import { LoadedPath } from './loaded-path.tsx';

/** The school's own words and thresholds; one click brings back what ships. */
export const PathSettingsPage = () => {
  const { t } = useTranslation('learning-path');
  useTitle(t('settings.title'));
  return (
    <div className="mx-auto max-w-720">
      <OnlyFor who="teacher">
        {() => (
          <LoadedPath path={pathTo('GET /api/path/settings')} title={t('settings.title')}>
            {(settings, refresh) => <SettingsForm key={settings.version} settings={settings} onChanged={refresh} />}
          </LoadedPath>
        )}
      </OnlyFor>
    </div>
  );
};

/** Ids of the school's own conditions begin so. */
const OWN = 'own-';
const isOwn = ({ id }: ConditionRule): boolean => id.startsWith(OWN);
const idsOf = (rules: readonly StageRule[]): string[] =>
  rules.flatMap(({ conditions }) => conditions.map(({ id }) => id));

/** `before`: as the page was loaded. */
const bodyOf = (rules: readonly StageRule[], before: PathSettings) => ({
  stages: Object.fromEntries(rules.map(({ id, name, about }) => [id, { name, about }])),
  conditions: Object.fromEntries(
    rules.flatMap(({ conditions }) =>
      conditions.filter((one) => !isOwn(one)).map(({ id, name, needs, share }) => [id, { name, needs, share }]),
    ),
  ),
  added: rules.flatMap(({ id: stage, conditions }) => conditions.filter(isOwn).map((one) => ({ stage, ...one }))),
  removed: [
    ...before.removed,
    ...idsOf(before.rules).filter((id) => !id.startsWith(OWN) && !idsOf(rules).includes(id)),
  ],
});

const SettingsForm = ({ settings, onChanged }: { settings: PathSettings; onChanged: () => void }) => {
  const { t } = useTranslation('learning-path');
  const { isBusy, error, send } = useSubmit();
  const [rules, setRules] = useState(settings.rules);
  const { version, own, by, at } = settings;
  const save = async () => {
    const reply = await send(() => call('POST /api/path/settings', {}, { version, ...bodyOf(rules, settings) }));
    if (reply === null) return;
    showToast(t('settings.saved'));
    onChanged();
  };
  const restore = async () => {
    const reply = await send(() => call('POST /api/path/settings/restore', {}, { version }));
    if (reply === null) return;
    showToast(t('settings.restored'));
    onChanged();
  };
  const change = (id: string, over: Partial<StageRule>) =>
    setRules((all) => all.map((stage) => (stage.id === id ? { ...stage, ...over } : stage)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1 className="font-semibold text-18">{t('settings.title')}</h1>
      <p className="mb-12 text-ink-2">
        {t('settings.text')}
        {at === null ? null : t('settings.changed', { by: by ?? t('settings.gone'), date: longDate(at) })}
      </p>
      {rules.map((stage) => (
        <Panel key={stage.id} className="mb-12 flex flex-col gap-12 p-16">
          <TextField
            label={t('settings.stage')}
            value={stage.name}
            maxLength={20}
            onChange={(event) => change(stage.id, { name: event.target.value })}
          />
          <TextField
            label={t('settings.about')}
            value={stage.about}
            maxLength={100}
            onChange={(event) => change(stage.id, { about: event.target.value })}
          />
          {stage.conditions.map((condition) => (
            <ConditionFields
              key={condition.id}
              condition={condition}
              onChange={(changed) =>
                change(stage.id, {
                  conditions: stage.conditions.map((one) => (one.id === changed.id ? changed : one)),
                })
              }
              onRemove={
                stage.conditions.length === 1
                  ? null
                  : () => change(stage.id, { conditions: stage.conditions.filter(({ id }) => id !== condition.id) })
              }
            />
          ))}
          <AddCondition
            stage={stage.name}
            onAdd={(measure) =>
              change(stage.id, {
                conditions: [
                  ...stage.conditions,
                  {
                    ...{ id: freeId(idsOf(rules)), name: t(`settings.measure.${measure}`), measure },
                    ...{ needs: USUAL_NEEDS[measure], share: null },
                  },
                ],
              })
            }
          />
        </Panel>
      ))}
      <Refused error={error} className="mb-8" />
      <div className="flex flex-wrap gap-8">
        <Button kind="primary" type="submit" disabled={isBusy}>
          {t('settings.save')}
        </Button>
        {own ? (
          <Button disabled={isBusy} onClick={() => void restore()}>
            {t('settings.restore')}
          </Button>
        ) : null}
      </div>
    </form>
  );
};

/** What a new condition asks for until somebody says otherwise. */
const USUAL_NEEDS: Readonly<Record<PathMeasure, number>> = {
  ...{
    'awareness-best': 60,
    'paper-best': 60,
    'exam-best': 60,
    'drills-done': 5,
    'conversion-mean': 60,
    'response-mean': 40,
  },
  ...{ 'typing-best': 55, certificates: 1, evaluation: 60 },
};
const MEASURES = Object.keys(USUAL_NEEDS) as PathMeasure[];

const freeId = (taken: readonly string[]): string => {
  let n = 1;
  while (taken.includes(`${OWN}${n}`)) n += 1;
  return `${OWN}${n}`;
};

/** Another condition of the stage, by what it is measured by. */
const AddCondition = ({ stage, onAdd }: { stage: string; onAdd: (measure: PathMeasure) => void }) => {
  const { t } = useTranslation('learning-path');
  const [measure, setMeasure] = useState<PathMeasure>('drills-done');
  return (
    <div className="flex flex-wrap items-end gap-8 border-line border-t pt-12">
      <SelectField
        label={t('settings.newMeasure', { stage })}
        value={measure}
        choices={MEASURES.map((value) => ({ value, label: t(`settings.measure.${value}`) }))}
        onChange={({ target }) => setMeasure(MEASURES.find((one) => one === target.value) ?? measure)}
      />
      <Button onClick={() => onAdd(measure)}>{t('settings.add')}</Button>
    </div>
  );
};

type FieldsProps = {
  condition: ConditionRule;
  onChange: (condition: ConditionRule) => void;
  /** Null: it is the stage's only one. */
  onRemove: (() => void) | null;
};

const ConditionFields = ({ condition, onChange, onRemove }: FieldsProps) => {
  const { t } = useTranslation('learning-path');
  return (
    <fieldset className="flex flex-wrap items-end gap-12 border-line border-t pt-12">
      <legend className="sr-only">{condition.name}</legend>
      <TextField
        label={t('settings.condition')}
        className="min-w-0 flex-1 basis-180"
        value={condition.name}
        maxLength={30}
        hint={t(`formula.${condition.measure}`)}
        onChange={(event) => onChange({ ...condition, name: event.target.value })}
      />
      <NumberField
        label={t(condition.measure === 'response-mean' ? 'settings.atMost' : 'settings.atLeast')}
        value={condition.needs}
        max={999}
        unit={t(`settings.unit.${condition.measure}`)}
        onChange={(needs) => onChange({ ...condition, needs })}
      />
      <NumberField
        label={t('settings.share')}
        value={condition.share ?? 0}
        max={100}
        unit="%"
        onChange={(share) => onChange({ ...condition, share: share === 0 ? null : share })}
      />
      {onRemove === null ? null : (
        <Button aria-label={t('settings.removeOf', { name: condition.name })} onClick={onRemove}>
          {t('settings.remove')}
        </Button>
      )}
    </fieldset>
  );
};
