import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { HomeworkSeat } from './homework-seat.ts';

type Props = { seats: readonly HomeworkSeat[]; refresh: () => void };

/** A second device that wants to go on with a seat waits for the teacher's word. */
export const SeatAsking = ({ seats, refresh }: Props) => {
  const { t } = useTranslation('homework');
  const { isBusy, error, send } = useSubmit();
  const answer = async (route: 'POST /api/seats/:id/approve' | 'POST /api/seats/:id/refuse', seat: HomeworkSeat) => {
    await send(() => call(route, { id: seat.seat }));
    refresh();
  };
  return (
    <>
      <Refused error={error} className="mb-10" />
      {seats.map((seat) => (
        <Notice
          key={seat.seat}
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
          {t('asking.text', { name: seat.name })}
        </Notice>
      ))}
    </>
  );
};
