import type { Answer } from '#client/lib/api.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';

/** Waits for an answer and shows a refusal as a toast. True when the command was carried out. */
export const tellRefusal = async (command: Promise<Answer<unknown>>): Promise<boolean> => {
  const answer = await command;
  if (!answer.ok) showToast(answer.error.message, 'bad');
  return answer.ok;
};
