import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

const WAYS = ['login', 'code'] as const;
/** The server's own. */
const SHORTEST_LOGIN = 2;
const LONGEST_LOGIN = 40;

/** Invites by the account's name, or makes a code to be passed on. */
export const InviteDialog = ({ onClose, onDone }: { onClose: () => void; onDone: () => void }) => {
  const { t } = useTranslation('admin');
  const { isBusy, error, send } = useSubmit();
  const [way, setWay] = useState<(typeof WAYS)[number]>('login');
  const [login, setLogin] = useState('');
  const invite = async () => {
    const asked = way === 'login' ? login.trim() : null;
    const done = await send(() => call('POST /api/mentorships', {}, { login: asked }));
    onDone();
    if (done === null) return;
    showToast(asked === null ? t('mentorships.made') : t('mentorships.sent', { login: asked }));
    onClose();
  };
  return (
    <SubmitDialog
      title={t('mentorships.inviteTitle')}
      description={t('mentorships.inviteText')}
      submit={t('mentorships.send')}
      isBlocked={isBusy || (way === 'login' && login.trim().length < SHORTEST_LOGIN)}
      error={error}
      onSubmit={invite}
      onClose={onClose}
    >
      <div className="mt-12 flex flex-col gap-12">
        <Segmented
          label={t('mentorships.how')}
          value={way}
          options={WAYS.map((one) => ({ value: one, label: t(`mentorships.way.${one}`) }))}
          onChange={setWay}
        />
        {way === 'login' ? (
          <TextField
            label={t('mentorships.login')}
            hint={t('mentorships.loginHint')}
            value={login}
            maxLength={LONGEST_LOGIN}
            autoComplete="off"
            onChange={(event) => setLogin(event.target.value)}
          />
        ) : (
          <p className="text-ink-2">{t('mentorships.codeText')}</p>
        )}
      </div>
    </SubmitDialog>
  );
};
