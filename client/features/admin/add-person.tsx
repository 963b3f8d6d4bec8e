import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { loginFault, nameFault, passwordFault } from '#client/lib/credentials.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { CredentialFields } from '#client/ui/controls/credential-fields.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { RoleChoice, type StaffRole } from './role-choice.tsx';

type Props = { open: boolean; onClose: () => void; onAdded: () => void };

/** A colleague's account. Trainees get theirs in their class. */
export const AddPerson = ({ open, onClose, onAdded }: Props) => {
  const { t } = useTranslation('admin');
  const [role, setRole] = useState<StaffRole>('teacher');
  const { isBusy, error, send, clear } = useSubmit();
  const form = useForm({ name: '', login: '', password: '' }, (values) => ({
    name: nameFault(values.name),
    login: loginFault(values.login),
    password: passwordFault(values.password),
  }));
  const login = form.field('login');
  const takenText = error?.code === 'login-taken' ? error.message : null;
  const close = () => {
    form.reset();
    clear();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(willOpen) => (willOpen ? undefined : close())}
      title={t('people.add')}
      description={t('people.addText')}
      actions={
        <>
          <Button onClick={close}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form="add-person" disabled={isBusy}>
            {t('ui:add')}
          </Button>
        </>
      }
    >
      <form
        id="add-person"
        ref={form.form}
        noValidate
        className="mt-12 flex flex-col gap-12 pb-4"
        onSubmit={form.submit(async (values) => {
          const reply = await send(() => call('POST /api/people', {}, { ...values, role }));
          if (reply === null) return;
          showToast(t('people.added', { name: values.name.trim() }));
          onAdded();
          close();
        })}
      >
        <TextField label={t('people.name')} maxLength={30} autoComplete="off" {...form.field('name')} />
        <RoleChoice value={role} onChange={setRole} />
        <CredentialFields
          login={{ ...login, error: login.error ?? takenText, label: t('people.login'), hint: t('people.loginHint') }}
          password={{
            ...form.field('password'),
            label: t('people.firstPassword'),
            hint: t('people.firstPasswordHint'),
          }}
        />
        {takenText === null ? <Refused error={error} /> : null}
      </form>
    </Dialog>
  );
};
