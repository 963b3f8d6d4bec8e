import { say } from '#client/lib/messages.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { DrillCommand } from './drill-commands.ts';

/** Runs a command and shows a refusal or a broken connection as a toast. True when the command was carried out. */
export const toastFailure = async (command: DrillCommand): Promise<boolean> => {
  const reply = await command;
  if (reply?.ok === true) return true;
  showToast(reply === null ? say('desk:noLine') : reply.error.message, 'bad');
  return false;
};
