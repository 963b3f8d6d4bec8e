import { useSeatAnswers } from '#client/lib/hooks/use-seat-answers.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { AskingDevices } from '#client/ui/layout/asking-devices.tsx';
import type { HomeworkSeat } from './homework-seat.ts';

type Props = { seats: readonly HomeworkSeat[]; refresh: () => void };

/** A second device that wants to go on with a seat waits for the teacher's word. */
export const SeatAsking = ({ seats, refresh }: Props) => {
  const { t } = useTranslation('homework');
  const { isBusy, error, answer } = useSeatAnswers(refresh);
  return (
    <AskingDevices
      seats={seats.map(({ seat, name }) => ({ seat, text: t('asking.text', { name }) }))}
      words={{ yes: t('asking.yes'), no: t('asking.no') }}
      isBusy={isBusy}
      error={error}
      onAnswer={(seat, isAllowed) => void answer(seat, isAllowed)}
    />
  );
};
