import i18next from 'i18next';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { DrillCommand } from './drill-commands.ts';

/** Runs a command; a refusal, or a connection that broke, is said in a toast. True when it was done. */
export const tellRefusal = async (deed: DrillCommand): Promise<boolean> => {
  const reply = await deed;
  if (reply?.ok === true) return true;
  showToast(reply === null ? i18next.t('desk:noLine') : reply.error.message, 'bad');
  return false;
};
