import express, { type Express, type RequestHandler } from 'express';
import { isStaff, isTeacher } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { RouteSpec } from '#contract/routes/route-spec.ts';
import { routes } from '#contract/routes/table.ts';
import { principalOf } from '#http/session/principal.ts';
import type { Storage } from '#storage/storage.ts';

const READS = { staff: isStaff, teacher: isTeacher };

/**
 * Lets a body be longer than elsewhere, and be a file, on routes whose line in the table says so and under their path.
 * A body from a guest or a trainee isn't read at all.
 */
export function uploadBodies(app: Express, storage: Storage, clock: Clock): void {
  for (const [route, { upload }] of Object.entries<RouteSpec>(routes)) {
    if (upload === undefined) continue;
    const parsers = [express.json({ limit: upload.json }), ...(upload.file === undefined ? [] : [fileOf(upload.file)])];
    for (const parse of parsers) {
      app.use(route.split(' ')[1] ?? '', async (request, response, next) => {
        const { person } = await principalOf(storage, request.headers.cookie, clock.now());
        if (person !== null && READS[upload.readFor](person.role)) parse(request, response, next);
        else next();
      });
    }
  }
}

/** Reads a body as bytes unless it calls itself JSON. */
const fileOf = (limit: string): RequestHandler =>
  express.raw({ limit, type: (request) => !/json/.test(request.headers['content-type'] ?? '') });

const LONGEST_FILE_NAME = 80;

/** The name that the browser gives an uploaded file. It is url-encoded, because a header can't hold 名单. */
export function uploadedName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, LONGEST_FILE_NAME) || '?';
  } catch {
    return '?';
  }
}
