import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { sendFailure } from './api.ts';
import { precompressed } from './precompressed.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Serves the built client: hashed assets for ever, every other path is the page itself, never from a cache. */
export function servePages(app: Express, clientDir: string): void {
  const page = join(clientDir, 'index.html');
  const assets = join(clientDir, 'assets');
  app.use('/assets', precompressed(assets), express.static(assets, { immutable: true, maxAge: YEAR_MS, index: false }));
  app.use(express.static(clientDir, { index: false, maxAge: 0 }));
  app.get('/{*any}', (request, response) => {
    if (/^\/(api|assets|pictures|schema|guide|socket\.io)(\/|$)/.test(request.path))
      return sendFailure(response, 'not-found');
    if (!existsSync(page)) {
      response.status(503).type('text/plain; charset=utf-8');
      response.send(
        '页面还没有构建：去掉 NO_BUILD 再运行 npm start。\nThe client is not built: run npm start without NO_BUILD.\n',
      );
      return;
    }
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
}
