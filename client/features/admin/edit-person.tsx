import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { nameFault, passwordFault } from '#client/lib/credentials.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { refreshMe } from '#client/lib/hooks/me.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SessionList } from '#client/ui/layout/session-list.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { PersonRow } from '#contract/people.ts';
import { RoleChoice, type StaffRole } from './role-choice.tsx';

type Props = { row: PersonRow; isSelf: boolean; onClose: () => void; onChanged: () => void };
type PersonChange = { name?: string; role?: StaffRole; password?: string; disabled?: boolean };

/** Only what differs is sent: an untouched password ends nobody's sessions. */
export const EditPerson = ({ row, isSelf, onClose, onChanged }: Props) => {
  const { t } = useTranslation('admin');
  const [role, setRole] = useState<StaffRole | null>(row.role === 'trainee' ? null : row.role);
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ name: row.name, password: '' }, (values) => ({
    name: nameFault(values.name),
    password: values.password === '' ? null : passwordFault(values.password),
  }));
  const change = async (body: PersonChange, toastText: string) => {
    const reply = await send(() => call('POST /api/people/:id', { id: row.id }, body));
    if (reply === null) return;
    if (isSelf) await refreshMe();
    showToast(toastText);
    onChanged();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={row.name}
      description={row.login === null ? t('people.noLogin') : t('people.ofLogin', { login: row.login })}
      actions={
        <>
          {isSelf ? null : (
            <Button
              kind="danger"
              disabled={isBusy}
              className="mr-auto"
              onClick={() =>
                change(
                  { disabled: !row.disabled },
                  t(row.disabled ? 'people.enabledNow' : 'people.disabledNow', { name: row.name }),
                )
              }
            >
              {t(row.disabled ? 'people.enable' : 'people.disable')}
            </Button>
          )}
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form="edit-person" disabled={isBusy}>
            {t('ui:save')}
          </Button>
        </>
      }
    >
      <form
        id="edit-person"
        ref={form.form}
        noValidate
        className="mt-12 flex flex-col gap-12 pb-4"
        onSubmit={form.submit((values) => {
          const body: PersonChange = {
            ...(values.name.trim() === row.name ? {} : { name: values.name }),
            ...(role === null || role === row.role ? {} : { role }),
            ...(values.password === '' ? {} : { password: values.password }),
          };
          if (Object.keys(body).length === 0) return onClose();
          void change(body, t('people.saved', { name: values.name.trim() }));
        })}
      >
        <TextField label={t('people.name')} maxLength={30} autoComplete="off" {...form.field('name')} />
        {role === null ? (
          <p className="text-12 text-ink-3">{t('people.traineeRole')}</p>
        ) : (
          <RoleChoice value={role} onChange={setRole} />
        )}
        {isSelf ? (
          <p className="text-12 text-ink-3">{t('people.ownPassword')}</p>
        ) : (
          <TextField
            label={t('people.newPassword')}
            hint={t('people.newPasswordHint')}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            {...form.field('password')}
          />
        )}
        {isSelf ? null : (
          <p className="text-12 text-ink-3">{t(row.disabled ? 'people.enableText' : 'people.disableText')}</p>
        )}
        <Refused error={error} />
      </form>
      {isSelf ? null : (
        <section aria-labelledby="person-sessions" className="mt-12 border-line border-t pt-12">
          <h3 id="person-sessions" className="font-semibold">
            {t('people.sessions')}
          </h3>
          <SessionList
            path={pathTo('GET /api/people/:id/sessions', { id: row.id })}
            end={(session) => call('POST /api/people/:id/sessions/:session/end', { id: row.id, session })}
            endAll={() => call('POST /api/people/:id/sessions/end', { id: row.id })}
            endAllText={t('people.endSessions')}
          />
        </section>
      )}
    </Dialog>
  );
};
