import { fileURLToPath } from 'node:url';
import type { Express } from 'express';

const GUIDE = fileURLToPath(new URL('../../docs/writing-a-case.md', import.meta.url));

/** The guide for authors, as text: a teacher who uploads a case has no repository, only this server. */
export function serveGuide(app: Express): void {
  app.get('/guide/writing-a-case.md', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('text/plain; charset=utf-8').sendFile(GUIDE);
  });
}
