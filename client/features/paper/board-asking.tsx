import { useSeatAnswers } from '#client/lib/hooks/use-seat-answers.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { AskingDevices } from '#client/ui/layout/asking-devices.tsx';
import type { BoardSeat } from '#contract/papers/papers.ts';

/** A second device that wants to go on with a seat's paper waits for the teacher's tap. */
export const BoardAsking = ({ seats, refresh }: { seats: readonly BoardSeat[]; refresh: () => void }) => {
  const { t } = useTranslation('paper');
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
