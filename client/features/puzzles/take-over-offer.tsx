import { useState } from 'react';
import { notInAccount, tookOver } from '#client/features/puzzles/model/device.ts';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { PuzzlePlayer } from '#contract/practice/puzzles.ts';

/** To who is signed in: what was answered on this device before may go to their account. A device may be shared, so it asks. */
export const TakeOverOffer = ({ own, onTaken }: { own: PuzzlePlayer; onTaken: () => void }) => {
  const { t } = useTranslation('puzzles');
  const { isBusy, error, send } = useSubmit();
  const [isTaken, setIsTaken] = useState(false);
  const device = notInAccount(own);
  if (device === null || isTaken) return null;
  const n = device.solved.length;
  const take = async () => {
    const reply = await send(() => call('POST /api/puzzles/own', {}, device));
    if (reply === null) return;
    tookOver(reply.value);
    setIsTaken(true);
    showToast(t('takeOver.done', { n }));
    onTaken();
  };
  return (
    <>
      <Notice
        action={
          <Button size="s" disabled={isBusy} onClick={() => void take()}>
            {t('takeOver.go')}
          </Button>
        }
      >
        <b>{t('takeOver.title', { n })}</b> {t('takeOver.text')}
      </Notice>
      <Refused error={error} className="m-10" />
    </>
  );
};
