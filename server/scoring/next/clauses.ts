/** Parts of one sentence with a comma between them. */
import { say } from '#i18n/say.ts';

export const clauses = (parts: readonly string[]): string =>
  parts.reduce((one, other) => (one === '' ? other : say('next:list', { one, other })), '');
