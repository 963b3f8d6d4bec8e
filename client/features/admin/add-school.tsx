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

type Props = { open: boolean; onClose: () => void; onAdded: () => void };

/** A school and its first admin, both or neither. */
export const AddSchool = ({ open, onClose, onAdded }: Props) => {
  const { t } = useTranslation('admin');
  const { isBusy, error, send, clear } = useSubmit();
  const form = useForm({ school: '', name: '', login: '', password: '' }, (values) => ({
    school: values.school.trim() === '' ? t('schools.noName') : null,
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
      title={t('schools.add')}
      description={t('schools.addText')}
      actions={
        <>
          <Button onClick={close}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form="add-school" disabled={isBusy}>
            {t('ui:add')}
          </Button>
        </>
      }
    >
      <form
        id="add-school"
        ref={form.form}
        noValidate
        className="mt-12 flex flex-col gap-12 pb-4"
        onSubmit={form.submit(async (values) => {
          const reply = await send(() => call('POST /api/schools', {}, values));
          if (reply === null) return;
          showToast(t('schools.added', { school: values.school.trim() }));
          onAdded();
          close();
        })}
      >
        <TextField label={t('schools.name')} maxLength={60} autoComplete="off" {...form.field('school')} />
        <TextField label={t('schools.admin')} maxLength={30} autoComplete="off" {...form.field('name')} />
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
