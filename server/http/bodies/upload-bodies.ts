import express, { type Express } from 'express';
import { isStaff } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { askerOf } from '#http/session/principal.ts';
import type { Storage } from '#storage/storage.ts';

/** Under `path` a body may be longer than elsewhere and may be a file; nobody's and a trainee's isn't even read. */
export function uploadBodies(app: Express, path: string, json: string, storage: Storage, clock: Clock): void {
  const parsers = [
    express.json({ limit: json }),
    express.raw({ limit: '2mb', type: (request) => !/json/.test(request.headers['content-type'] ?? '') }),
  ];
  for (const parse of parsers) {
    app.use(path, (request, response, next) => {
      const { person } = askerOf(storage, request.headers.cookie, clock.now());
      if (person !== null && isStaff(person.role)) parse(request, response, next);
      else next();
    });
  }
}

const LONGEST_FILE_NAME = 80;

/** What the browser calls an uploaded file. The header is url-encoded, as a header can't hold 名单. */
export function uploadedName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, LONGEST_FILE_NAME) || '?';
  } catch {
    return '?';
  }
}
