import { CircleAlert } from 'lucide-react';
import type { ComponentProps } from 'react';
import { CAPACITIES, GREETING_LIMIT, LEVELS, type RushLevel } from '#client/drill/model/rush-choices.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import type { RushMenu, ScenarioCard } from '#contract/bodies.ts';
import { RUSH_MINUTES, type RunDraft, type RushDraft, withRush } from './run-draft.ts';

const ANY = '';

type ShopProps = {
  draft: RunDraft;
  cards: readonly ScenarioCard[];
  menu: RushMenu | null;
  onChange: (change: Partial<RunDraft>) => void;
};

/** The shop comes first: of a rush it is the one whose customers come, of cases it narrows the list. */
export const ShopRow = ({ draft, cards, menu, onChange }: ShopProps) => {
  const { t } = useTranslation('classroom');
  const isRush = draft.customers === 'rush' && menu !== null;
  const shops = isRush
    ? menu.shops.map(({ shop, shopName }) => ({ value: shop, label: shopName }))
    : [...new Map(cards.map(({ shop, shopName }) => [shop, shopName]))].map(([value, label]) => ({ value, label }));
  const isOfShop = (id: string, shop: string): boolean => cards.some((card) => card.id === id && card.shop === shop);
  return (
    <FormRow name={t('form.shop')}>
      <SelectField
        hideLabel
        label={t('form.shop')}
        name="shop"
        value={draft.shop}
        choices={isRush ? shops : [{ value: ANY, label: t('form.anyShop') }, ...shops]}
        onChange={({ target: { value: shop } }) =>
          onChange({
            shop,
            scenarios: shop === ANY ? draft.scenarios : draft.scenarios.filter((id) => isOfShop(id, shop)),
          })
        }
        className="max-w-260"
      />
    </FormRow>
  );
};

type RushProps = { draft: RunDraft; menu: RushMenu; onDraft: (draft: RunDraft) => void };
type CustomersProps = RushProps & {
  /** The shop of the chosen cases, whose rush it then is; empty: none is chosen. */
  shopOfCases: string;
};

/** Cases by name, or a rush of the shop's customers. */
export const CustomersRow = ({ draft, menu, shopOfCases, onDraft }: CustomersProps) => {
  const { t } = useTranslation('classroom');
  return (
    <FormRow name={t('form.customers')}>
      <Segmented
        label={t('form.customers')}
        value={draft.customers}
        options={[
          { value: 'cases', label: t('customers.cases') },
          { value: 'rush', label: t('customers.rush') },
        ]}
        onChange={(customers) =>
          onDraft(
            customers === 'rush'
              ? withRush({ ...draft, shop: draft.shop === ANY ? shopOfCases : draft.shop }, {}, menu)
              : { ...draft, customers, shop: ANY },
          )
        }
      />
      <p className="mt-4 text-12 text-ink-3">{t(`customersText.${draft.customers}`)}</p>
    </FormRow>
  );
};

/** Which day, how many and for how long; how many at once; what a machine tells who waits. */
export const RushRows = ({ draft, menu, error, onDraft }: RushProps & { error: string | null }) => {
  const { t } = useTranslation('classroom');
  const { rush } = draft;
  const change = (changed: Partial<RushDraft>) => onDraft(withRush(draft, changed, menu));
  const minutes = RUSH_MINUTES.includes(rush.minutes) ? RUSH_MINUTES : [...RUSH_MINUTES, rush.minutes].sort(byNumber);
  return (
    <>
      <FormRow name={t('form.rush')}>
        <div className="flex flex-wrap items-end gap-x-16 gap-y-8">
          <SelectField
            label={t('rush.day')}
            className="w-160 max-pane:w-full"
            value={rush.profile}
            choices={menu.profiles.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => change({ profile: event.target.value })}
          />
          <LabelledSegments
            label={t('rush.level')}
            value={String(rush.level)}
            options={LEVELS.map((level) => ({ value: String(level), label: t('rush.levelOf', { n: level }) }))}
            onChange={(level) => change({ level: Number(level) as RushLevel })}
          />
          <LabelledSegments
            label={t('rush.minutes')}
            value={String(rush.minutes)}
            options={minutes.map((n) => ({ value: String(n), label: t('rush.minutesOf', { n }) }))}
            onChange={(n) => change({ minutes: Number(n) })}
          />
        </div>
        {error === null ? (
          <p className="mt-4 text-12 text-ink-3">{t('rush.levelText')}</p>
        ) : (
          <p role="alert" className="mt-4 flex items-center gap-4 text-12 text-bad">
            <CircleAlert size={14} aria-hidden="true" />
            {error}
          </p>
        )}
      </FormRow>
      <CapacityRow draft={draft} onChange={change} />
      <FormRow name={t('form.greeting')}>
        <TextField
          hideLabel
          label={t('form.greeting')}
          lang="zh-CN"
          value={rush.greeting}
          maxLength={GREETING_LIMIT}
          autoComplete="off"
          placeholder={t('rush.greetingLike')}
          hint={t('rush.greetingHint')}
          onChange={(event) => change({ greeting: event.target.value })}
        />
      </FormRow>
    </>
  );
};

/** With its label above it, as the fields beside it have theirs. */
const LabelledSegments = (segments: ComponentProps<typeof Segmented<string>>) => (
  <div>
    <span aria-hidden="true" className="mb-3 block text-12 text-ink-2">
      {segments.label}
    </span>
    <Segmented {...segments} />
  </div>
);

const byNumber = (a: number, b: number): number => a - b;

const CapacityRow = ({ draft, onChange }: { draft: RunDraft; onChange: (change: Partial<RushDraft>) => void }) => {
  const { t } = useTranslation('classroom');
  const { capacity } = draft.rush;
  const isExam = draft.mode === 'exam';
  const stops = CAPACITIES.map((stop) => ({ value: String(stop), label: String(stop) }));
  return (
    <FormRow name={t('form.capacity')}>
      <Segmented
        label={t('form.capacity')}
        value={capacity === null ? 'dial' : String(capacity)}
        options={isExam ? stops : [{ value: 'dial', label: t('rush.dial') }, ...stops]}
        onChange={(next) => onChange({ capacity: next === 'dial' ? null : Number(next) })}
      />
      <p aria-live="polite" className="mt-4 text-12 text-ink-3">
        {capacity === null ? t('rush.dialText') : t(isExam ? 'rush.fixedExamText' : 'rush.fixedText', { n: capacity })}
      </p>
    </FormRow>
  );
};
