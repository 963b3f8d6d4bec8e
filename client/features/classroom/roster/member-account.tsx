import { FormDialog } from '#client/features/classroom/form/form-dialog.tsx';
import { call } from '#client/lib/api.ts';
import { loginFault, passwordFault } from '#client/lib/credentials.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { CredentialFields } from '#client/ui/controls/credential-fields.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Member } from '#contract/people.ts';

type Props = { classId: string; member: Member; onClose: () => void; onChanged: () => void };

/** A trainee's own account, so that the drills of several devices come together. A second time: a new password. */
export const MemberAccount = ({ classId, member, onClose, onChanged }: Props) => {
  const { t } = useTranslation('classroom');
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ login: member.login ?? '', password: '' }, (values) => ({
    login: loginFault(values.login),
    password: passwordFault(values.password),
  }));
  const login = form.field('login');
  const takenText = error?.code === 'login-taken' ? error.message : null;
  return (
    <FormDialog
      title={t('member.accountOf', { name: member.name })}
      text={t('member.accountText')}
      formId="member-account"
      submitLabel={t(member.login === null ? 'member.giveAccount' : 'member.newPassword')}
      isBusy={isBusy}
      onClose={onClose}
    >
      <form
        id="member-account"
        ref={form.form}
        noValidate
        className="mt-12 flex flex-col gap-12 pb-4"
        onSubmit={form.submit(async (values) => {
          const reply = await send(() =>
            call('POST /api/classes/:id/members/:person/account', { id: classId, person: member.person }, values),
          );
          if (reply === null) return;
          showToast(t('member.accountDone', { name: member.name }));
          onChanged();
          onClose();
        })}
      >
        <CredentialFields
          login={{
            ...login,
            error: login.error ?? takenText,
            label: t('member.account'),
            hint: t('member.accountHint'),
          }}
          password={{ ...form.field('password'), label: t('member.password'), hint: t('member.passwordHint') }}
        />
        {takenText === null ? <Refused error={error} /> : null}
      </form>
    </FormDialog>
  );
};
