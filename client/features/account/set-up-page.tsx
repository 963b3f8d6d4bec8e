import './strings.ts';
import { Navigate, useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { isWeakPassword, loginFault, nameFault, passwordFault, repeatFault } from '#client/lib/credentials.ts';
import { refreshMe, useMe } from '#client/lib/hooks/me.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { AccountCard } from './account-card.tsx';

export const SetUpPage = () => {
  const { t } = useTranslation('account');
  const me = useMe();
  useTitle(t('setUp.title'));
  if (me.state === 'loading') return null;
  if (me.state === 'failed') {
    return (
      <Panel>
        <LoadFailed title={t('setUp.failed')} error={me.error} onRetry={refreshMe} />
      </Panel>
    );
  }
  if (me.me.person !== null) return <Navigate to="/teach" replace />;
  if (!me.me.setup.needed) {
    return (
      <Panel>
        <h1 className="sr-only">{t('setUp.title')}</h1>
        <EmptyState
          title={t('setUp.done')}
          text={t('setUp.doneText')}
          action={<ButtonLink to="/login">{t('ui:logIn')}</ButtonLink>}
        />
      </Panel>
    );
  }
  return (
    <AccountCard title={t('setUp.title')} text={t('setUp.text')}>
      <SetUpForm isOnServer={me.me.setup.here} />
    </AccountCard>
  );
};

const SetUpForm = ({ isOnServer }: { isOnServer: boolean }) => {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ school: '', name: '', login: '', password: '', again: '', code: '' }, (typed) => ({
    school: typed.school.trim() === '' ? t('setUp.noSchool') : null,
    name: nameFault(typed.name),
    login: loginFault(typed.login),
    password: passwordFault(typed.password),
    again: repeatFault(typed.password, typed.again),
    code: !isOnServer && typed.code.trim() === '' ? t('setUp.noCode') : null,
  }));
  const code = form.field('code');
  const password = form.field('password');
  const weakText = isWeakPassword(error) ? error.message : null;
  const badCodeText = error?.code === 'bad-set-up-code' ? error.message : null;
  return (
    <form
      ref={form.form}
      noValidate
      className="flex flex-col gap-12"
      onSubmit={form.submit(async ({ again: _, code: typed, ...body }) => {
        const reply = await send(() =>
          call('POST /api/set-up', {}, isOnServer ? body : { ...body, code: typed.trim() }),
        );
        if (reply === null) return;
        await refreshMe();
        navigate('/teach', { replace: true });
      })}
    >
      <TextField
        label={t('setUp.school')}
        hint={t('setUp.schoolHint')}
        maxLength={60}
        autoComplete="organization"
        {...form.field('school')}
      />
      <TextField
        label={t('setUp.name')}
        hint={t('setUp.nameHint')}
        maxLength={30}
        autoComplete="name"
        {...form.field('name')}
      />
      <TextField
        label={t('setUp.login')}
        hint={t('setUp.loginHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        {...form.field('login')}
      />
      <TextField
        type="password"
        label={t('password.new')}
        hint={t('password.hint')}
        autoComplete="new-password"
        maxLength={200}
        {...password}
        error={password.error ?? weakText}
      />
      <TextField
        type="password"
        label={t('password.again')}
        autoComplete="new-password"
        maxLength={200}
        {...form.field('again')}
      />
      {isOnServer ? null : (
        <TextField
          label={t('setUp.code')}
          hint={t('setUp.codeHint')}
          autoComplete="off"
          maxLength={20}
          {...code}
          error={code.error ?? badCodeText}
        />
      )}
      {badCodeText === null && weakText === null ? <Refused error={error} /> : null}
      <p className="text-12 text-ink-3">{t('setUp.stays')}</p>
      <div>
        <Button kind="primary" size="l" type="submit" disabled={isBusy}>
          {t('setUp.go')}
        </Button>
      </div>
    </form>
  );
};
