import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Template } from '#contract/runs.ts';
import { type RunDraft, withTemplate } from './run-draft.ts';
import { SaveTemplate } from './save-template.tsx';

type Props = {
  draft: RunDraft;
  onDraft: (draft: RunDraft) => void;
  templates: readonly Template[];
  onTemplatesChanged: () => void;
};

const NONE = '';

/** The product's own template first; picking one fills the whole plan. */
export const TemplateRow = ({ draft, onDraft, templates, onTemplatesChanged }: Props) => {
  const { t } = useTranslation('classroom');
  const [isSaving, setIsSaving] = useState(false);
  const { isBusy, error, send } = useSubmit();
  const sortedTemplates = [...templates].sort((a, b) => Number(b.builtIn) - Number(a.builtIn));
  const chosenTemplate = templates.find(({ id }) => id === draft.template);
  const remove = async (template: Template) => {
    const reply = await send(() => call('POST /api/templates/:id/remove', { id: template.id }));
    if (reply === null) return;
    onDraft({ ...draft, template: NONE });
    onTemplatesChanged();
    showToast(t('template.removed', { name: template.name }));
  };
  return (
    <FormRow name={t('template.title')}>
      <div className="flex flex-wrap items-start gap-8">
        <SelectField
          hideLabel
          label={t('template.title')}
          value={chosenTemplate?.id ?? NONE}
          choices={[
            ...sortedTemplates.map(({ id, name }) => ({ value: id, label: name })),
            { value: NONE, label: t('template.none') },
          ]}
          onChange={({ target }) => {
            const template = templates.find(({ id }) => id === target.value);
            onDraft(template === undefined ? { ...draft, template: NONE } : withTemplate(draft, template));
          }}
          className="min-w-0 flex-[0_1_260px] max-pane:flex-1"
        />
        <Button onClick={() => setIsSaving(true)}>{t('template.save')}</Button>
        {chosenTemplate === undefined || chosenTemplate.builtIn ? null : (
          <Button kind="danger" disabled={isBusy} onClick={() => remove(chosenTemplate)}>
            {t('template.remove')}
          </Button>
        )}
      </div>
      <p className="mt-4 text-12 text-ink-3">{t('template.text')}</p>
      <Refused error={error} className="mt-8" />
      {isSaving ? (
        <SaveTemplate
          draft={draft}
          onClose={() => setIsSaving(false)}
          onSaved={(template) => {
            onDraft({ ...draft, template: template.id });
            onTemplatesChanged();
          }}
        />
      ) : null}
    </FormRow>
  );
};
