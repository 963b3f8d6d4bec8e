import { FormDialog } from '#client/features/classroom/form/form-dialog.tsx';
import { call } from '#client/lib/api.ts';
import { nameFault } from '#client/lib/credentials.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { Member } from '#contract/people.ts';

type Props = { classId: string; member: Member; onClose: () => void; onChanged: () => void };

export const EditMember = ({ classId, member, onClose, onChanged }: Props) => {
  const { t } = useTranslation('classroom');
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ no: member.no, name: member.name }, ({ name }) => ({ name: nameFault(name) }));
  return (
    <FormDialog
      title={t('member.editTitle')}
      formId="edit-member"
      submitLabel={t('ui:save')}
      isBusy={isBusy}
      onClose={onClose}
    >
      <form
        id="edit-member"
        ref={form.form}
        noValidate
        className="flex flex-col gap-12 pb-4"
        onSubmit={form.submit(async (values) => {
          const reply = await send(() =>
            call('POST /api/classes/:id/members/:person', { id: classId, person: member.person }, values),
          );
          if (reply === null) return;
          onChanged();
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
