import { errorMessageOf } from '#backup/backup-error.ts';
import { language } from '#i18n/language.ts';
import { stop } from '#scripts/read-arguments.ts';
import { MoveError } from '#storage/move/move-error.ts';

/** Ends a command with an error's code and sentence in the command's language; one without a code is thrown on. */
export const stopWith = (error: unknown): never => {
  if (error instanceof MoveError) stop(`${error.code}: ${error.message}`);
  const { code, zh, en } = errorMessageOf(error);
  if (code === 'error') throw error;
  return stop(`${code}: ${language() === 'en' ? en : zh}`);
};
