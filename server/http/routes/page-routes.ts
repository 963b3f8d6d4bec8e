import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { inLanguage, LANGUAGES, type Language, language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { sendFailure } from './api.ts';
import { precompressed } from './precompressed.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Serves the built client: hashed assets for ever, every other path is the page itself, never from a cache. */
export function servePages(app: Express, clientDir: string): void {
  const page = join(clientDir, 'index.html');
  const assets = join(clientDir, 'assets');
  app.use('/assets', precompressed(assets), express.static(assets, { immutable: true, maxAge: YEAR_MS, index: false }));
  app.use(express.static(clientDir, { index: false, maxAge: 0 }));
  app.get('/{*any}', async (request, response) => {
    if (/^\/(api|assets|pictures|schema|guide|socket\.io)(\/|$)/.test(request.path))
      return sendFailure(response, 'not-found');
    const html = await readFile(page, 'utf8').catch(() => null);
    if (html === null) {
      // Whoever starts the server reads this, in the language of their choice or none.
      const said = LANGUAGES.map((each) => `${inLanguage(each, () => say('server:page.not-built'))}\n`);
      response.status(503).type('text/plain; charset=utf-8').send(said.join(''));
      return;
    }
    // Its tag is that of the text sent: the same page in another language is another.
    response.set('Cache-Control', 'no-cache').type('html').send(inWords(html));
  });
}

const TAG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** What the page says before its script runs, in the language of the request. The built file has it in Chinese. */
const inWords = (html: string): string =>
  html
    .replace(/<html lang="[^"]*"/, `<html lang="${TAG[language()]}"`)
    .replace(/<title>[^<]*<\/title>/, `<title>${say('server:page.title')}</title>`)
    .replace(/<noscript>[^<]*<\/noscript>/, `<noscript>${say('server:page.no-script')}</noscript>`);
