import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { wholeDay } from '#client/lib/whole-day.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { MentorInvite } from '#contract/mentors/mentors.ts';

type Props = { invites: readonly MentorInvite[]; refresh: () => void };

/** Schools that wait for an answer; none of them, and nothing is shown. */
export const Invites = ({ invites, refresh }: Props) => {
  const { t } = useTranslation('mentors');
  const { isBusy, error, send } = useSubmit();
  if (invites.length === 0) return null;
  const accept = async (mentorship: string) => {
    const done = await send(() => call('POST /api/mentor/accept', {}, { mentorship }));
    if (done !== null) showToast(t('accepted', { school: done.value.school }));
    refresh();
  };
  const decline = async (mentorship: string) => {
    const done = await send(() => call('POST /api/mentor/schools/:mentorship/end', { mentorship }));
    if (done !== null) showToast(t('declined', { school: done.value.school }));
    refresh();
  };
  return (
    <section aria-labelledby="invites">
      <SectionHeader id="invites" title={t('invites')} isFirst />
      <Refused error={error} className="mb-12" />
      <Panel>
        <ul>
          {invites.map(({ id, school, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-8 border-line border-b px-14 py-8 last:border-b-0">
              <p className="min-w-0 flex-1 basis-200 wrap-anywhere">
                <b>{t('invite', { school })}</b>{' '}
                <span className="text-12 text-ink-3">{t('until', { date: wholeDay(expiresAt) })}</span>
              </p>
              <Button
                kind="primary"
                disabled={isBusy}
                aria-label={t('acceptOf', { school })}
                onClick={() => void accept(id)}
              >
                {t('accept')}
              </Button>
              <Button
                kind="bare"
                disabled={isBusy}
                aria-label={t('declineOf', { school })}
                onClick={() => void decline(id)}
              >
                {t('decline')}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};

/** For a code that somebody was given in another way. */
export const CodeForm = ({ refresh }: { refresh: () => void }) => {
  const { t } = useTranslation('mentors');
  const { isBusy, error, send } = useSubmit();
  const [code, setCode] = useState('');
  const enter = async () => {
    const done = await send(() => call('POST /api/mentor/accept', {}, { code }));
    if (done === null) return;
    setCode('');
    showToast(t('accepted', { school: done.value.school }));
    refresh();
  };
  return (
    <form
      className="mt-28 flex flex-wrap items-start gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        className="min-w-0 flex-1 basis-200"
        value={code}
        maxLength={20}
        autoComplete="off"
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="pt-20">
        <Button type="submit" disabled={isBusy || code.trim() === ''}>
          {t('enter')}
        </Button>
      </div>
      <Refused error={error} className="w-full" />
    </form>
  );
};
