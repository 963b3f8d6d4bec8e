import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { BoardSeat } from '#contract/papers/papers.ts';

/** A second device that wants to go on with a seat's paper waits for the teacher's tap. */
export const BoardAsking = ({ seats, refresh }: { seats: readonly BoardSeat[]; refresh: () => void }) => {
  const { t } = useTranslation('paper');
  const { isBusy, error, send } = useSubmit();
  const answer = async (route: 'POST /api/seats/:id/approve' | 'POST /api/seats/:id/refuse', id: string) => {
    await send(() => call(route, { id }));
    refresh();
  };
  return (
    <>
      <Refused error={error} className="mb-10" />
      {seats.map(({ seat, name }) => (
        <Notice
          key={seat}
          tone="warn"
          className="mb-10 max-pane:flex-wrap"
          action={
            <span className="flex gap-8">
              <Button size="s" disabled={isBusy} onClick={() => void answer('POST /api/seats/:id/refuse', seat)}>
                {t('asking.no')}
              </Button>
              <Button
                size="s"
                kind="primary"
                disabled={isBusy}
                onClick={() => void answer('POST /api/seats/:id/approve', seat)}
              >
                {t('asking.yes')}
              </Button>
            </span>
          }
        >
          {t('asking.text', { name })}
        </Notice>
      ))}
    </>
  );
};
