import './strings.ts';
import { Link, Navigate, useSearchParams } from 'react-router';
import { call } from '#client/lib/api.ts';
import { backPath, refreshMe, useMe } from '#client/lib/hooks/me.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { AccountCard } from './account-card.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

export const LoginPage = () => {
  const { t } = useTranslation('account');
  const [search] = useSearchParams();
  const me = useMe();
  useTitle(t('login.title'));
  const back = search.get('back');
  if (me.state === 'ready' && me.me.person !== null) {
    return <Navigate to={backPath(back, me.me.person.role)} replace />;
  }
  const { needed, here } = me.state === 'ready' ? me.me.setup : { needed: false, here: false };
  return (
    <AccountCard title={t('login.title')} text={t(back === null ? 'login.text' : 'login.textBack')}>
      <LoginForm />
      <p className="mt-16 border-line border-t pt-12 text-12 text-ink-3">
        {needed ? (
          <Link to="/set-up" className="link">
            {t(here ? 'login.setUpHere' : 'login.setUp')}
          </Link>
        ) : (
          t('login.forgot')
        )}
      </p>
    </AccountCard>
  );
};

const LoginForm = () => {
  const { t } = useTranslation('account');
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ login: '', password: '' }, ({ login, password }) => ({
    login: login.trim() === '' ? t('login.noLogin') : null,
    password: password === '' ? t('login.noPassword') : null,
  }));
  const secondsLeft = useSecondsLeft(error?.code === 'sign-in-wait' ? error : null);
  const wrongText = error?.code === 'bad-sign-in' ? error.message : null;
  const password = form.field('password');
  return (
    <form
      ref={form.form}
      noValidate
      className="flex flex-col gap-12"
      onSubmit={form.submit(async (body) => {
        const reply = await send(() => call('POST /api/session', {}, body));
        // This page redirects by itself once `useMe` knows who signed in.
        if (reply !== null) await refreshMe();
      })}
    >
      <TextField
        label={t('login.login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
        {...form.field('login')}
      />
      <TextField
        type="password"
        label={t('login.password')}
        autoComplete="current-password"
        maxLength={200}
        {...password}
        error={password.error ?? wrongText}
      />
      {wrongText === null && error?.code !== 'sign-in-wait' ? <Refused error={error} /> : null}
      <div className="flex flex-wrap items-center gap-8">
        <Button
          kind="primary"
          size="l"
          type="submit"
          disabled={isBusy}
          disabledReason={secondsLeft > 0 ? t('login.wait', { count: secondsLeft }) : null}
        >
          {t('ui:logIn')}
        </Button>
      </div>
    </form>
  );
};
