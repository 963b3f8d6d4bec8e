import type { RequestHandler } from 'express';
import { inLanguage, type Language, language, languageNamed } from '#i18n/language.ts';

/** What was chosen on a device. The pages set it (client/lib/language.ts). */
const LANGUAGE_COOKIE = 'kefu_lang';

/**
 * The language of a request: the address's (`?lang=en`), else the one chosen on the device, else the process's own.
 * The browser's own language is ignored: a class reads one language, whatever the systems of its machines are set to.
 */
export const languageOf = (queryValue: unknown, cookieHeader: string | undefined): Language =>
  (typeof queryValue === 'string' ? languageNamed(queryValue) : null) ?? chosenLanguage(cookieHeader) ?? language();

/** Runs the rest of a request in its language. */
export const requestLanguage = (): RequestHandler => (request, _response, next) =>
  inLanguage(languageOf(request.query.lang, request.headers.cookie), next);

const chosenLanguage = (cookieHeader: string | undefined): Language | null => {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === LANGUAGE_COOKIE) return languageNamed(value);
  }
  return null;
};
