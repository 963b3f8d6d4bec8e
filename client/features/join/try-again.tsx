import { useState } from 'react';
import { call, type Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { SeatBody } from '#contract/runs.ts';

/** Another attempt, while the drill stage lasts. The seat's own news then leads to the desk. */
export const TryAgain = ({ body }: { body: SeatBody }) => {
  const { t } = useTranslation('join');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);
  if ((body.attemptsLeft ?? 0) < 1 || body.run.stage !== 'drill') return null;
  const tryAgain = async () => {
    setIsBusy(true);
    setError(null);
    const answer = await call('POST /api/seats/:id/again', { id: body.seat.id });
    setIsBusy(false);
    if (!answer.ok) setError(answer.error);
  };
  return (
    <>
      <Button size="l" disabled={isBusy} onClick={() => void tryAgain()}>
        {t('again.go')}
      </Button>
      <span className="text-12 text-ink-3">{t('again.left', { n: body.attemptsLeft })}</span>
      {error === null ? null : (
        <p role="alert" className="basis-full text-bad">
          {error.message}
        </p>
      )}
    </>
  );
};
