import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { QuestionMenu } from '#contract/questions.ts';
import { FIRST_DRAFT, LEVELS, type PrivateDraft, privateExamOf, QUESTIONS } from './private-draft.ts';

const CUSTOMERS = ['1', '2', '3'] as const;
const ALL = '';

/** What the paper asks, what is typed, how many customers come; begun by its one button. */
export const PrivateForm = ({ menu }: { menu: QuestionMenu }) => {
  const { t } = useTranslation('exams');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const [draft, setDraft] = useState<PrivateDraft>(FIRST_DRAFT);
  const change = (changed: Partial<PrivateDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const wish = privateExamOf(draft, menu);
  const begin = async () => {
    if (wish === null) return;
    const begun = await send(() => call('POST /api/private-exams', {}, wish), true);
    if (begun !== null) void navigate(`/exams/private/${encodeURIComponent(begun.value.id)}`);
  };
  return (
    <>
      <FormRow name={t('part.paper')}>
        <Segmented
          label={t('new.total')}
          value={String(draft.questions)}
          options={QUESTIONS.map((n) => ({ value: String(n), label: t('new.count', { n }) }))}
          onChange={(next) => change({ questions: Number(next) })}
        />
        <p aria-hidden="true" className="mt-8 mb-3 text-12 text-ink-2">
          {t('private.level')}
        </p>
        <Segmented
          label={t('private.level')}
          value={draft.level}
          options={LEVELS.map((value) => ({ value, label: t(`private.levels.${value}`) }))}
          onChange={(level) => change({ level })}
        />
        <SelectField
          label={t('private.topic')}
          value={draft.topic ?? ALL}
          className="mt-8 max-w-360"
          choices={[
            { value: ALL, label: t('private.allTopics') },
            ...menu.topics.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => change({ topic: event.target.value === ALL ? null : event.target.value })}
        />
      </FormRow>
      <FormRow name={t('part.typing')}>
        <Segmented
          label={t('new.set')}
          value={draft.set}
          options={(['long', 'short'] as const).map((value) => ({ value, label: t(`new.sets.${value}`) }))}
          onChange={(set) => change({ set })}
        />
      </FormRow>
      <FormRow name={t('part.customers')}>
        <Segmented
          label={t('private.customers')}
          value={String(draft.customers)}
          options={CUSTOMERS.map((value) => ({ value, label: t('private.customersOf', { n: Number(value) }) }))}
          onChange={(next) => change({ customers: Number(next) })}
        />
        <p className="mt-4 text-12 text-ink-3">{t('private.who')}</p>
      </FormRow>
      <div className="px-18 py-14 max-pane:px-14">
        <p className="mb-10 text-12 text-ink-3">{t('private.rules')}</p>
        <Button
          kind="primary"
          size="l"
          disabled={isBusy}
          disabledReason={wish === null ? t('private.tooFew') : null}
          onClick={() => void begin()}
        >
          {t('private.begin')}
        </Button>
        <Refused error={error} className="mt-10" />
      </div>
    </>
  );
};
