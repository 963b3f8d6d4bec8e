import './strings.ts';
import { call } from '#client/lib/api.ts';
import { isWeakPassword, passwordFault, repeatFault } from '#client/lib/credentials.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isStaff, refreshMe } from '#client/lib/hooks/me.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SessionList } from '#client/ui/layout/session-list.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { AccountCard } from './account-card.tsx';

export const AccountPage = () => {
  const { t } = useTranslation('account');
  useTitle(t('account.title'));
  return (
    <OnlyFor who="signed-in">
      {(person) => (
        <AccountCard
          title={t('account.title')}
          text={
            <dl className="grid grid-cols-[minmax(48px,auto)_minmax(0,1fr)] gap-x-12 gap-y-4 [&>dd]:text-ink [&>dt]:text-ink-3">
              <dt>{t('account.name')}</dt>
              <dd>{person.name}</dd>
              <dt>{t('account.login')}</dt>
              <dd className="break-all">{person.login}</dd>
              <dt>{t('account.role')}</dt>
              <dd>{t(`ui:role.${person.role}`)}</dd>
              <dt>{t('account.school')}</dt>
              <dd>{person.school.name}</dd>
            </dl>
          }
        >
          {person.weakPassword ? (
            <Notice tone="warn" className="mb-16">
              {t('account.weak')}
            </Notice>
          ) : null}
          {isStaff(person.role) ? null : (
            <p className="mb-16">
              <ButtonLink to="/classes/mine/terms">{t('terms')}</ButtonLink>
            </p>
          )}
          <PasswordForm />
          <section aria-labelledby="sessions" className="mt-20 border-line border-t pt-16">
            <h2 id="sessions" className="font-semibold text-15">
              {t('sessions.title')}
            </h2>
            <p className="mt-2 text-12 text-ink-3">{t('sessions.text')}</p>
            <SessionList
              path={pathTo('GET /api/me/sessions')}
              end={(session) => call('POST /api/me/sessions/:session/end', { session })}
              endAll={() => call('POST /api/me/sessions/end')}
              endAllText={t('sessions.endOthers')}
            />
          </section>
          <section aria-labelledby="own-data" className="mt-20 border-line border-t pt-16">
            <h2 id="own-data" className="font-semibold text-15">
              {t('data.title')}
            </h2>
            <p className="mt-2 mb-8 text-12 text-ink-3">{t('data.text')}</p>
            <ButtonLink to="/my-data">{t('data.go')}</ButtonLink>
          </section>
        </AccountCard>
      )}
    </OnlyFor>
  );
};

const PasswordForm = () => {
  const { t } = useTranslation('account');
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ old: '', password: '', again: '' }, (values) => ({
    old: values.old === '' ? t('password.noOld') : null,
    password: passwordFault(values.password),
    again: repeatFault(values.password, values.again),
  }));
  const oldField = form.field('old');
  const wrongText = error?.code === 'wrong-password' ? error.message : null;
  const weakText = isWeakPassword(error) ? error.message : null;
  const password = form.field('password');
  return (
    <form
      ref={form.form}
      noValidate
      aria-labelledby="password"
      className="flex flex-col gap-12 border-line border-t pt-16"
      onSubmit={form.submit(async ({ old: currentPassword, password }) => {
        const reply = await send(() => call('POST /api/me/password', {}, { old: currentPassword, password }));
        if (reply === null) return;
        form.reset();
        showToast(t('password.changed'));
        await refreshMe();
      })}
    >
      <h2 id="password" className="font-semibold text-15">
        {t('password.title')}
      </h2>
      <TextField
        type="password"
        label={t('password.old')}
        autoComplete="current-password"
        maxLength={200}
        {...oldField}
        error={oldField.error ?? wrongText}
      />
      <TextField
        type="password"
        label={t('password.next')}
        hint={t('password.hint')}
        autoComplete="new-password"
        maxLength={200}
        {...password}
        error={password.error ?? weakText}
      />
      <TextField
        type="password"
        label={t('password.nextAgain')}
        autoComplete="new-password"
        maxLength={200}
        {...form.field('again')}
      />
      {wrongText === null && weakText === null ? <Refused error={error} /> : null}
      <p className="text-12 text-ink-3">{t('password.elsewhere')}</p>
      <div>
        <Button kind="primary" type="submit" disabled={isBusy}>
          {t('password.go')}
        </Button>
      </div>
    </form>
  );
};
