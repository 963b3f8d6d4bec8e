import { useState } from 'react';
import { useNavigate } from 'react-router';
import { storeCode } from '#client/features/join/model/seat-code.ts';
import { call, type Trouble } from '#client/lib/api.ts';

type SeatChoice = { seat: string } | { name: string; again?: true };

/** Takes a seat, or asks for a taken one, and goes there. */
export const useClaim = (code: string) => {
  const navigate = useNavigate();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);
  const claim = async (choice: SeatChoice): Promise<void> => {
    setIsBusy(true);
    setError(null);
    const answer = await call('POST /api/join/:code', { code }, choice);
    if (!answer.ok) {
      setIsBusy(false);
      return setError(answer.error);
    }
    storeCode(answer.value.seat.id, code);
    navigate(`/seats/${answer.value.seat.id}`, { replace: true });
  };
  return { claim, isBusy, error, clear: () => setError(null) };
};
