import { call } from '#client/lib/api.ts';
import { useSubmit } from './use-submit.ts';

/** Lets a second device go on with a seat, or not; `refresh` is called after either, also where it was refused. */
export const useSeatAnswers = (refresh: () => void) => {
  const { isBusy, error, send } = useSubmit();
  const answer = async (seat: string, isAllowed: boolean) => {
    await send(() => call(isAllowed ? 'POST /api/seats/:id/approve' : 'POST /api/seats/:id/refuse', { id: seat }));
    refresh();
  };
  return { isBusy, error, answer };
};
