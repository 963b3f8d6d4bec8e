import { CellTable } from '#client/features/paper/cell-table.tsx';
import { DrawsField } from '#client/features/paper/draws-field.tsx';
import { type CellKey, cellsOf, keyOf, proposal, usualMinutes } from '#client/features/paper/model/proposal.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import type { ExamDefaults } from '#contract/exams/parts.ts';
import type { PaperCell, QuestionMenu } from '#contract/questions.ts';
import { casesFor, type ExamDraft, moveUp, type PartDraft, sumOf } from './exam-draft.ts';

type Props = { draft: ExamDraft; onChange: (changed: Partial<ExamDraft>) => void };

/** Which parts there are, in which order, how long they take and what they weigh; said when that isn't a hundred. */
export const PartsRow = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('exams');
  const change = (kind: PartDraft['kind'], changed: Partial<PartDraft>) =>
    onChange({ parts: draft.parts.map((part) => (part.kind === kind ? { ...part, ...changed } : part)) });
  const sum = sumOf(draft);
  return (
    <FormRow name={t('new.parts')}>
      <ul className="grid gap-8">
        {draft.parts.map(({ kind, isOn, weight, minutes }, place) => {
          const part = t(`part.${kind}`);
          return (
            <li
              key={kind}
              className="flex flex-wrap items-end gap-x-16 gap-y-6 border-line border-b pb-8 last:border-b-0 last:pb-0"
            >
              <label className="flex min-h-30 w-96 items-center gap-8 font-semibold max-pane:min-h-44">
                <input
                  type="checkbox"
                  aria-label={t('new.has', { part })}
                  checked={isOn}
                  onChange={(event) => change(kind, { isOn: event.target.checked })}
                />
                {part}
              </label>
              {isOn ? (
                <>
                  <NumberField
                    label={t('new.minutes', { part })}
                    value={minutes}
                    max={120}
                    unit={t('new.minutesUnit')}
                    onChange={(value) => change(kind, { minutes: value })}
                  />
                  <NumberField
                    label={t('new.weight', { part })}
                    value={weight}
                    max={100}
                    unit={t('new.weightUnit')}
                    onChange={(value) => change(kind, { weight: value })}
                  />
                </>
              ) : null}
              {place === 0 ? null : (
                <Button
                  kind="bare"
                  aria-label={t('new.up', { part })}
                  onClick={() => onChange({ parts: moveUp(draft.parts, kind) })}
                >
                  {t('new.upText')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <p role="status" className={sum === 100 ? 'mt-8 text-ink-2' : 'mt-8 text-bad'}>
        {sum === 100 ? t('new.sumRight') : t('new.sum', { sum })}
      </p>
    </FormRow>
  );
};

const TOTALS = ['10', '20', '25', '30', '50'] as const;

/** How many questions of which topic and level. */
export const PaperRow = ({ draft, onChange, menu }: Props & { menu: QuestionMenu }) => {
  const { t } = useTranslation('exams');
  const total = draft.cells.reduce((sum, { count }) => sum + count, 0);
  const counts = new Map<CellKey, number>(draft.cells.map((cell) => [keyOf(cell), cell.count]));
  const setCount = (key: CellKey, count: number) =>
    onChange({
      cells: cellsOf(menu).flatMap(({ topic, level }): PaperCell[] => {
        const next = keyOf({ topic, level }) === key ? count : (counts.get(keyOf({ topic, level })) ?? 0);
        return next === 0 ? [] : [{ topic, level, count: next }];
      }),
    });
  return (
    <FormRow name={t('part.paper')}>
      <Segmented
        label={t('new.total')}
        value={String(total)}
        options={TOTALS.map((value) => ({ value, label: t('new.count', { n: Number(value) }) }))}
        onChange={(next) =>
          onChange({
            cells: proposal(menu, Number(next)),
            parts: draft.parts.map((part) =>
              part.kind === 'paper' ? { ...part, minutes: usualMinutes(Number(next)) } : part,
            ),
          })
        }
      />
      <CellTable menu={menu} counts={counts} onChange={setCount} />
      <DrawsField value={draft.draws} onChange={(draws) => onChange({ draws })} />
    </FormRow>
  );
};

/** Long texts or sentences, and which comes first. */
export const TypingRow = ({ draft, onChange, texts }: Props & { texts: ExamDefaults['texts'] }) => {
  const { t } = useTranslation('exams');
  return (
    <FormRow name={t('part.typing')}>
      <Segmented
        label={t('new.set')}
        value={draft.set}
        options={(['long', 'short'] as const).map((value) => ({ value, label: t(`new.sets.${value}`) }))}
        onChange={(set) => onChange({ set, text: '' })}
      />
      <SelectField
        label={t('new.text')}
        value={draft.text}
        className="mt-8 max-w-360"
        choices={[
          { value: '', label: t('new.anyText') },
          ...texts[draft.set].map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <p className="mt-4 text-12 text-ink-3">{t('new.ownTexts')}</p>
    </FormRow>
  );
};

/** One to three customers, whether each seat gets variants of its own, and when they come. */
export const CustomersRow = ({ draft, onChange, cases }: Props & { cases: readonly ScenarioCard[] }) => {
  const { t } = useTranslation('exams');
  const choicesFor = (place: number) =>
    casesFor(draft, place, cases).map(({ id, typeName, level, title, shopName }) => ({
      value: id,
      label: t('new.scenarioOf', { type: typeName, level, title, shop: shopName }),
    }));
  return (
    <FormRow name={t('part.customers')}>
      <div className="grid max-w-[560px] gap-8">
        {draft.scenarios.map((chosen, place) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: a customer has no name but its place
            key={place}
            label={t('new.scenario', { n: place + 1 })}
            value={chosen}
            choices={[{ value: '', label: t('new.noScenario') }, ...choicesFor(place)]}
            onChange={(event) =>
              onChange({ scenarios: draft.scenarios.map((id, at) => (at === place ? event.target.value : id)) })
            }
          />
        ))}
      </div>
      <p className="mt-4 text-12 text-ink-3">{t('new.oneShop')}</p>
      <div className="mt-8 flex flex-wrap gap-x-16 gap-y-8">
        <Segmented
          label={t('new.variants')}
          value={draft.variants}
          options={(['own', 'same'] as const).map((value) => ({ value, label: t(`new.variant.${value}`) }))}
          onChange={(variants) => onChange({ variants })}
        />
        <Segmented
          label={t('new.arrivals')}
          value={draft.arrivals}
          options={(['spaced', 'together', 'ladder'] as const).map((value) => ({
            value,
            label: t(`new.arrival.${value}`),
          }))}
          onChange={(arrivals) => onChange({ arrivals })}
        />
      </div>
    </FormRow>
  );
};
