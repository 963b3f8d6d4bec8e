import type { Answer } from '#client/lib/api.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';

/** Waits for an answer; a refusal is said in a toast. True when it was done. */
export const tellRefusal = async (deed: Promise<Answer<unknown>>): Promise<boolean> => {
  const answer = await deed;
  if (!answer.ok) showToast(answer.error.message, 'bad');
  return answer.ok;
};
