import type { Express } from 'express';
import { DAY_MS } from '#contract/wire/spans.ts';
import { sendFailure, servePage } from './api.ts';

const FILE = /^([a-z0-9-]+)\.schema\.json$/;

/**
 * Serves the authored formats at `/schema/<format>.schema.json`: an author at school has no repository, only this
 * server. The library's code is loaded with the first request.
 */
export const serveSchemas = (app: Express): void => {
  servePage(app, 'GET /schema/:file', async (request, response) => {
    const name = FILE.exec(request.params.file)?.[1];
    const { jsonSchemaText } = await import('#library/schema/json-schema.ts');
    const text = name === undefined ? null : jsonSchemaText(name);
    if (text === null) return sendFailure(response, 'not-found');
    // Editors in a browser read it from another origin; there is nothing in it that isn't public.
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': `public, max-age=${DAY_MS / 1000}` });
    // The descriptions are in the language of the request, so caches must keep the languages apart.
    response.vary('Cookie');
    response.type('application/schema+json').send(text);
  });
};
