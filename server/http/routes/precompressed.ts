import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const ASSET_PATH = /^\/[\w.-]+\.(js|css|svg)$/;

/** Answers with `x.js.br` or `x.js.gz` where the build left one beside `x.js` and the browser takes it. */
export const precompressed = (folder: string): RequestHandler => {
  return (request, response, next) => {
    const type = ASSET_PATH.test(request.path) ? MEDIA_TYPES[extname(request.path)] : undefined;
    if (type === undefined) return next();
    response.vary('Accept-Encoding');
    for (const [encoding, ending] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      if (request.acceptsEncodings(encoding) !== encoding || !existsSync(join(folder, request.path + ending))) continue;
      response.set({ 'Content-Encoding': encoding, 'Content-Type': type });
      request.url = request.path + ending;
      break;
    }
    next();
  };
};
