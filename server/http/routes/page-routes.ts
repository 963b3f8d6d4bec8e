import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { DAY_MS } from '#contract/wire/spans.ts';
import { inLanguage, LANGUAGES, type Language, language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { sendFailure } from './api.ts';
import { precompressed } from './precompressed.ts';

const YEAR_MS = 365 * DAY_MS;

/**
 * Serves the built client. Browsers keep hashed assets for a year; any other path is the page itself, checked at every
 * visit.
 */
export const servePages = (app: Express, clientDir: string): void => {
  const pageFile = join(clientDir, 'index.html');
  const assetsDir = join(clientDir, 'assets');
  app.use(
    '/assets',
    precompressed(assetsDir),
    express.static(assetsDir, { immutable: true, maxAge: YEAR_MS, index: false }),
  );
  app.use(express.static(clientDir, { index: false, maxAge: 0 }));
  app.get('/{*any}', async (request, response) => {
    if (/^\/(api|assets|pictures|schema|guide|socket\.io)(\/|$)/.test(request.path))
      return sendFailure(response, 'not-found');
    const html = await readFile(pageFile, 'utf8').catch(() => null);
    if (html === null) {
      // The person who started the server reads this, and may have chosen no language: it is said in each.
      const sentences = LANGUAGES.map(
        (oneLanguage) => `${inLanguage(oneLanguage, () => say('server:page.not-built'))}\n`,
      );
      response.status(503).type('text/plain; charset=utf-8').send(sentences.join(''));
      return;
    }
    // The ETag is made from the text sent, so the same page in another language has another one.
    response.set('Cache-Control', 'no-cache').type('html').send(translated(html));
  });
};

const LANGUAGE_TAG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Puts the texts that show before the page's script runs into the request's language. The built file has them in Chinese. */
const translated = (html: string): string =>
  html
    .replace(/<html lang="[^"]*"/, `<html lang="${LANGUAGE_TAG[language()]}"`)
    .replace(/<title>[^<]*<\/title>/, `<title>${say('server:page.title')}</title>`)
    .replace(/<noscript>[^<]*<\/noscript>/, `<noscript>${say('server:page.no-script')}</noscript>`);
