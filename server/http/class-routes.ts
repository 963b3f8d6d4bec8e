import express, { type Express } from 'express';
import { changeClass, changeMember, classBody, classRows, createClass, giveAccount } from '#classroom/classes.ts';
import { addRoster, previewFile, previewText } from '#classroom/roster.ts';
import { failure } from '#contract/errors.ts';
import {
  classChangeSchema,
  classSchema,
  memberAccountSchema,
  memberChangeSchema,
  rosterSchema,
  rosterTextSchema,
} from '#contract/people.ts';
import type { AccountNeeds } from '#http/account-routes.ts';
import type { Api } from '#http/api.ts';
import { askerOf } from '#http/asker.ts';
import { parseBody } from '#http/parse-body.ts';
import { isStaff } from '#server/access.ts';
import type { Clock } from '#server/clock.ts';
import type { Storage } from '#storage/storage.ts';

const LONGEST_FILE_NAME = 80;

/** A roster may be longer than other bodies and may be a file; nobody's and a trainee's isn't even read. */
export function rosterBodies(app: Express, storage: Storage, clock: Clock): void {
  const parsers = [
    express.json({ limit: '256kb' }),
    express.raw({ limit: '2mb', type: (request) => !/json/.test(request.headers['content-type'] ?? '') }),
  ];
  for (const parse of parsers) {
    app.use('/api/classes/:id/roster/preview', (request, response, next) => {
      const { person } = askerOf(storage, request.headers.cookie, clock.now());
      if (person !== null && isStaff(person.role)) parse(request, response, next);
      else next();
    });
  }
}

/** Classes, their rosters and trainees' accounts. */
export function classRoutes(api: Api, needs: AccountNeeds): void {
  const { people, clock } = needs;

  api('GET /api/classes', ({ asker }) => ({ ok: true, value: classRows(people, asker.person?.school ?? '') }));

  api('POST /api/classes', ({ asker, body }) => {
    const asked = parseBody(classSchema, body);
    if (!asked.ok) return asked;
    if (asker.person === null) return { ok: false, error: failure('not-signed-in') };
    return createClass(people, asker.person.school, asked.value.name, clock.now());
  });

  api('GET /api/classes/:id', ({ param }) => classBody(people, param('id')));

  api('POST /api/classes/:id', ({ param, body }) => {
    const asked = parseBody(classChangeSchema, body);
    return asked.ok ? changeClass(people, param('id'), asked.value, clock.now()) : asked;
  });

  api('POST /api/classes/:id/roster/preview', ({ param, body, header }) => {
    const members = people.members(param('id'));
    if (Buffer.isBuffer(body)) return previewFile(body, fileName(header('x-file-name')), members);
    const asked = parseBody(rosterTextSchema, body);
    return asked.ok ? previewText(asked.value.text, members) : asked;
  });

  api('POST /api/classes/:id/roster', ({ param, body }) => {
    const asked = parseBody(rosterSchema, body);
    const found = people.schoolClass(param('id'));
    if (!asked.ok) return asked;
    if (found === null) return { ok: false, error: failure('unknown-class') };
    addRoster(people, found.id, found.school, asked.value.rows, clock.now());
    return classBody(people, found.id);
  });

  api('POST /api/classes/:id/members/:person', ({ param, body }) => {
    const asked = parseBody(memberChangeSchema, body);
    return asked.ok ? changeMember(people, param('id'), param('person'), asked.value, clock.now()) : asked;
  });

  api('POST /api/classes/:id/members/:person/account', async ({ param, body }) => {
    const asked = parseBody(memberAccountSchema, body);
    return asked.ok ? giveAccount(needs, param('id'), param('person'), asked.value) : asked;
  });
}

/** The header is url-encoded, as a header can't hold 名单. */
function fileName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, LONGEST_FILE_NAME) || '?';
  } catch {
    return '?';
  }
}
