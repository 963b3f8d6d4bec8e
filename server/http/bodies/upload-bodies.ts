import express, { type Express, type RequestHandler } from 'express';
import { isStaff, isTeacher } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { RouteSpec } from '#contract/routes/route-spec.ts';
import { routes } from '#contract/routes/table.ts';
import { principalOf } from '#http/session/principal.ts';
import type { Storage } from '#storage/storage.ts';

const MAY_UPLOAD = { staff: isStaff, teacher: isTeacher };

/**
 * Lets a body be longer than elsewhere, and be a file, on routes whose spec says so.
 * A body from a guest or a trainee isn't read at all.
 */
export const uploadBodies = (app: Express, storage: Storage, clock: Clock): void => {
  for (const [route, { upload }] of Object.entries<RouteSpec>(routes)) {
    if (upload === undefined) continue;
    const parsers = [
      express.json({ limit: upload.json }),
      ...(upload.file === undefined ? [] : [rawBodyParser(upload.file)]),
    ];
    for (const parse of parsers) {
      app.use(route.split(' ')[1] ?? '', async (request, response, next) => {
        const { person } = await principalOf(storage, request.headers.cookie, clock.now());
        if (person !== null && MAY_UPLOAD[upload.readFor](person.role)) parse(request, response, next);
        else next();
      });
    }
  }
};

/** Reads a body as bytes unless it calls itself JSON. */
const rawBodyParser = (limit: string): RequestHandler =>
  express.raw({ limit, type: (request) => !/json/.test(request.headers['content-type'] ?? '') });

const MAX_FILE_NAME_CHARACTERS = 80;

/** The name that the browser gives an uploaded file. It is url-encoded, because a header can't hold 名单. */
export const uploadedName = (header: string | null): string => {
  try {
    return decodeURIComponent(header ?? '').slice(0, MAX_FILE_NAME_CHARACTERS) || '?';
  } catch {
    return '?';
  }
};
