import { useState } from 'react';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { sendSeatCommand } from '#client/lib/run/run-commands.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { toastFailure } from '#client/ui/layout/toast-store.ts';

/** Another device asks for this seat: the teacher allows or refuses it. */
export const AskingButtons = ({ seat, name }: { seat: string; name: string }) => {
  const { t } = useTranslation('wall');
  const mayTeach = useMayTeach();
  const [isBusy, setIsBusy] = useState(false);
  const answer = async (what: 'approve' | 'refuse') => {
    setIsBusy(true);
    await toastFailure(sendSeatCommand(seat, what));
    setIsBusy(false);
  };
  if (!mayTeach) return <span className="text-12 text-ink-3">{t('mentor.teacherDecides')}</span>;
  return (
    <span className="inline-flex gap-4">
      <Button
        size="s"
        kind="primary"
        disabled={isBusy}
        aria-label={t('asking.approve', { name })}
        onClick={() => void answer('approve')}
      >
        {t('asking.yes')}
      </Button>
      <Button
        size="s"
        disabled={isBusy}
        aria-label={t('asking.refuse', { name })}
        onClick={() => void answer('refuse')}
      >
        {t('asking.no')}
      </Button>
    </span>
  );
};
