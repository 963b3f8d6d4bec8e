import { FormDialog } from '#client/features/classroom/form/form-dialog.tsx';
import { call } from '#client/lib/api.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Template } from '#contract/runs.ts';
import { draftFaults, planOfDraft, type RunDraft } from './run-draft.ts';

type Props = { draft: RunDraft; onClose: () => void; onSaved: (template: Template) => void };

export const SaveTemplate = ({ draft, onClose, onSaved }: Props) => {
  const { t } = useTranslation('classroom');
  const { isBusy, error, send } = useSubmit();
  // A template is a plan, so the plan must be right; the run's own name is not part of it.
  const fault = draftFaults(draft).find((field) => field !== 'name');
  const form = useForm({ name: '' }, ({ name }) => ({
    name: name.trim() === '' ? t('template.noName') : fault === undefined ? null : t(`wrong.${fault}`),
  }));
  return (
    <FormDialog
      title={t('template.save')}
      text={t('template.saveText')}
      formId="save-template"
      submitLabel={t('ui:save')}
      isBusy={isBusy}
      onClose={onClose}
    >
      <form
        id="save-template"
        ref={form.form}
        noValidate
        className="mt-12 flex flex-col gap-12 pb-4"
        onSubmit={(event) => {
          // React passes a portal's events on to the run's form, which would then be submitted too.
          event.stopPropagation();
          form.submit(async ({ name }) => {
            const body = { name: name.trim(), plan: planOfDraft(draft) };
            const reply = await send(() => call('POST /api/templates', {}, body));
            if (reply === null) return;
            showToast(t('template.saved', { name: body.name }));
            onSaved(reply.value);
            onClose();
          })(event);
        }}
      >
        <TextField label={t('template.name')} maxLength={40} autoComplete="off" {...form.field('name')} />
        <Refused error={error} />
      </form>
    </FormDialog>
  );
};
