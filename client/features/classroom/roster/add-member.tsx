import { FormDialog } from '#client/features/classroom/form/form-dialog.tsx';
import { call } from '#client/lib/api.ts';
import { nameFault } from '#client/lib/credentials.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Member } from '#contract/people.ts';
import { isInClass } from './roster-draft.ts';

type Props = { classId: string; members: readonly Member[]; onClose: () => void; onAdded: () => void };

/** Adds one trainee who came late, by the same request as a roster of one row. */
export const AddMember = ({ classId, members, onClose, onAdded }: Props) => {
  const { t } = useTranslation('classroom');
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ no: '', name: '' }, ({ no, name }) => ({
    // The server skips a trainee who is on the roster already without saying so, so the form says it.
    name:
      nameFault(name) ?? (isInClass({ no: no.trim(), name: name.trim() }, members) ? t('fault.already-there') : null),
  }));
  return (
    <FormDialog
      title={t('roster.addOne')}
      formId="add-member"
      submitLabel={t('ui:add')}
      isBusy={isBusy}
      onClose={onClose}
    >
      <form
        id="add-member"
        ref={form.form}
        noValidate
        className="flex flex-col gap-12 pb-4"
        onSubmit={form.submit(async (values) => {
          const row = { no: values.no.trim(), name: values.name.trim() };
          const reply = await send(() => call('POST /api/classes/:id/roster', { id: classId }, { rows: [row] }));
          if (reply === null) return;
          showToast(t('roster.addedOne', { name: row.name }));
          onAdded();
          onClose();
        })}
      >
        <TextField
          label={t('member.no')}
          hint={t('member.noHint')}
          maxLength={20}
          autoComplete="off"
          {...form.field('no')}
        />
        <TextField label={t('member.name')} maxLength={30} autoComplete="off" {...form.field('name')} />
        <Refused error={error} />
      </form>
    </FormDialog>
  );
};
