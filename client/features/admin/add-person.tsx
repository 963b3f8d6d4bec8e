import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '#contract/people.ts';
import { post } from '../../lib/api.ts';
import { loginFault, nameFault, passwordFault } from '../../lib/credentials.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { useForm } from '../../lib/use-form.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { CredentialFields } from '../../ui/credential-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/refused.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { RoleChoice, type StaffRole } from './role-choice.tsx';

type Props = { open: boolean; onClose: () => void; onAdded: () => void };

/** A colleague's account. Trainees get theirs in their class. */
export const AddPerson = ({ open, onClose, onAdded }: Props) => {
  const { t } = useTranslation('admin');
  const [role, setRole] = useState<StaffRole>('teacher');
  const { busy, error, send, clear } = useSubmit();
  const form = useForm({ name: '', login: '', password: '' }, (typed) => ({
    name: nameFault(typed.name),
    login: loginFault(typed.login),
    password: passwordFault(typed.password),
  }));
  const login = form.field('login');
  const taken = error?.code === 'login-taken' ? error.message : null;
  const close = () => {
    form.reset();
    clear();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : close())}
      title={t('people.add')}
      text={t('people.addText')}
      actions={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form="add-person" disabled={busy}>
            {t('people.addGo')}
          </Button>
        </>
      }
    >
      <form
        id="add-person"
        ref={form.form}
        noValidate
        className="mt-12 flex flex-col gap-12 pb-4"
        onSubmit={form.submit(async (typed) => {
          const done = await send(() => post<PersonRow>(endpoints.people, { ...typed, role }));
          if (done === null) return;
          showToast(t('people.added', { name: typed.name.trim() }));
          onAdded();
          close();
        })}
      >
        <TextField label={t('people.name')} maxLength={30} autoComplete="off" {...form.field('name')} />
        <RoleChoice value={role} onChange={setRole} />
        <CredentialFields
          login={{ ...login, error: login.error ?? taken, label: t('people.login'), hint: t('people.loginHint') }}
          password={{
            ...form.field('password'),
            label: t('people.firstPassword'),
            hint: t('people.firstPasswordHint'),
          }}
        />
        {taken === null ? <Refused error={error} /> : null}
      </form>
    </Dialog>
  );
};
