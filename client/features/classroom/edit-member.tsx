import { useTranslation } from 'react-i18next';
import type { Member } from '#contract/people.ts';
import { post } from '../../lib/api.ts';
import { nameFault } from '../../lib/credentials.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { useForm } from '../../lib/use-form.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/refused.tsx';
import { FormDialog } from './form-dialog.tsx';

type Props = { classId: string; member: Member; onClose: () => void; onChanged: () => void };

export const EditMember = ({ classId, member, onClose, onChanged }: Props) => {
  const { t } = useTranslation('classroom');
  const { busy, error, send } = useSubmit();
  const form = useForm({ no: member.no, name: member.name }, ({ name }) => ({ name: nameFault(name) }));
  return (
    <FormDialog title={t('member.editTitle')} form="edit-member" go={t('save')} busy={busy} onClose={onClose}>
      <form
        id="edit-member"
        ref={form.form}
        noValidate
        className="flex flex-col gap-12 pb-4"
        onSubmit={form.submit(async (typed) => {
          const done = await send(() => post<unknown>(endpoints.member(classId, member.person), typed));
          if (done === null) return;
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
