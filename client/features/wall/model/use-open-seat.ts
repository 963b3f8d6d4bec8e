import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The open seat, kept in the address: back closes it, a link opens it. */
export const useOpenSeat = (): [string | null, (seat: string | null) => void] => {
  const [params, setParams] = useSearchParams();
  const seat = params.get('seat');
  const openSeat = useCallback(
    (nextSeat: string | null) =>
      setParams(
        (previous) => {
          const changed = new URLSearchParams(previous);
          if (nextSeat === null) changed.delete('seat');
          else changed.set('seat', nextSeat);
          return changed;
        },
        // Another seat replaces the entry in the history, so that one step back leads to the wall.
        { replace: seat !== null },
      ),
    [setParams, seat],
  );
  return [seat, openSeat];
};
