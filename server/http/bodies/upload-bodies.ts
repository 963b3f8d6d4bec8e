import express, { type Express, type RequestHandler } from 'express';
import { isStaff, isTeacher } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { Line } from '#contract/routes/line.ts';
import { routes } from '#contract/routes/table.ts';
import { principalOf } from '#http/session/principal.ts';
import type { Storage } from '#storage/storage.ts';

const READS = { staff: isStaff, teacher: isTeacher };

/**
 * Where the table of routes says so, and under that path, a body may be longer than elsewhere and may be a file.
 * Nobody's and a trainee's isn't even read.
 */
export function uploadBodies(app: Express, storage: Storage, clock: Clock): void {
  for (const [route, { upload }] of Object.entries<Line>(routes)) {
    if (upload === undefined) continue;
    const parsers = [express.json({ limit: upload.json }), ...(upload.file === undefined ? [] : [fileOf(upload.file)])];
    for (const parse of parsers) {
      app.use(route.split(' ')[1] ?? '', (request, response, next) => {
        const { person } = principalOf(storage, request.headers.cookie, clock.now());
        if (person !== null && READS[upload.readFor](person.role)) parse(request, response, next);
        else next();
      });
    }
  }
}

/** Whatever doesn't call itself JSON. */
const fileOf = (limit: string): RequestHandler =>
  express.raw({ limit, type: (request) => !/json/.test(request.headers['content-type'] ?? '') });

const LONGEST_FILE_NAME = 80;

/** What the browser calls an uploaded file. The header is url-encoded, as a header can't hold 名单. */
export function uploadedName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, LONGEST_FILE_NAME) || '?';
  } catch {
    return '?';
  }
}
