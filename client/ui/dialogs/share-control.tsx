import './share-strings.ts';
import { useState } from 'react';
import type { Answer } from '#client/lib/api.ts';
import type { Path } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { isTeacher, usePerson } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Share } from '#contract/mentors/mentors.ts';
import { SubmitDialog } from './submit-dialog.tsx';

type Props = { what: 'run' | 'term'; path: Path<Share>; send: (shared: boolean) => Promise<Answer<Share>> };

/**
 * Shares a run or a term with the school's mentors of other schools, and with its own where the class shows them only what
 * is shared, or takes it back. Where there are none of them and it was never shared, there is nothing to decide and nothing is shown.
 */
export const ShareControl = (props: Props) => {
  const person = usePerson();
  return person !== null && isTeacher(person.role) ? <LoadedControl {...props} /> : null;
};

const LoadedControl = ({ what, path, send }: Props) => {
  const { t } = useTranslation('share');
  const { loaded, refresh } = useLoad(path);
  const [isAsking, setIsAsking] = useState(false);
  const { isBusy, error, send: sendOnce, clear } = useSubmit();
  if (loaded.state !== 'ready') return null;
  const { shared, steps, mentors, own = 0 } = loaded.value;
  if (mentors + own === 0 && steps.length === 0) return null;
  const close = () => {
    clear();
    setIsAsking(false);
  };
  const store = async () => {
    const done = await sendOnce(() => send(!shared));
    refresh();
    if (done === null) return;
    close();
    showToast(done.value.shared ? t('done', { n: done.value.mentors + (done.value.own ?? 0) }) : t('taken'));
  };
  return (
    <>
      {shared ? <Tag tone="accent">{t('since')}</Tag> : null}
      <Button onClick={() => setIsAsking(true)}>{t(`${what}.${shared ? 'takeBack' : 'do'}`)}</Button>
      {isAsking ? (
        <SubmitDialog
          title={t(`${what}.${shared ? 'takeTitle' : 'doTitle'}`)}
          description={t(`${what}.${shared ? 'takeText' : 'doText'}`)}
          submit={t(`${what}.${shared ? 'takeBack' : 'do'}`)}
          isBlocked={isBusy}
          error={error}
          onSubmit={store}
          onClose={close}
        >
          <p className="mt-8 text-ink-2">{t('mentors', { n: mentors })}</p>
          {own === 0 ? null : <p className="mt-4 text-ink-2">{t('own', { n: own })}</p>}
          {steps.length === 0 ? null : (
            <>
              <h3 className="mt-12 font-semibold">{t('steps')}</h3>
              <ol className="text-12 text-ink-2">
                {steps.map(({ step, by, at }) => (
                  <li key={`${step} ${at}`}>{t(`step.${step}`, { by, date: longDate(at) })}</li>
                ))}
              </ol>
            </>
          )}
        </SubmitDialog>
      ) : null}
    </>
  );
};
