import { join } from 'node:path';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Checker } from '#authoring/checker.ts';
import type { Classroom } from '#classroom/classroom.ts';
import { createPasswords } from '#classroom/passwords.ts';
import { createTries } from '#classroom/tries.ts';
import type { Runner } from '#drills/runner.ts';
import type { Shelves } from '#drills/shelf.ts';
import { accountRoutes } from '#http/account-routes.ts';
import { analysisRoutes } from '#http/analysis-routes.ts';
import { createApi, errorHandler, sendFailure } from '#http/api.ts';
import { authoredBodies, authoredRoutes } from '#http/authored-routes.ts';
import { classRoutes } from '#http/class-routes.ts';
import { discussionRoutes } from '#http/discussion-routes.ts';
import { drillRoutes } from '#http/drill-routes.ts';
import { serveGuide } from '#http/guide.ts';
import { joinRoutes } from '#http/join-routes.ts';
import { libraryRoutes } from '#http/library-routes.ts';
import { servePages } from '#http/pages.ts';
import { peopleRoutes } from '#http/people-routes.ts';
import { servePictures } from '#http/pictures.ts';
import { portfolioRoutes } from '#http/portfolio-routes.ts';
import { reportFileRoutes } from '#http/report-file-routes.ts';
import { resultRoutes } from '#http/result-routes.ts';
import { retryRoutes } from '#http/retry-routes.ts';
import { runRoutes } from '#http/run-routes.ts';
import { isSameOrigin } from '#http/same-origin.ts';
import { serveSchemas } from '#http/schemas.ts';
import { schoolReplyRoutes } from '#http/school-reply-routes.ts';
import { seatRoutes } from '#http/seat-routes.ts';
import { securityHeaders } from '#http/security-headers.ts';
import { uploadBodies } from '#http/upload-bodies.ts';
import type { Clock } from '#server/clock.ts';
import type { Storage } from '#storage/storage.ts';

export type WebAppNeeds = {
  shelf: Shelves;
  storage: Storage;
  runner: Runner;
  classroom: Classroom;
  /** Checks cases that teachers upload. */
  checker: Checker;
  clock: Clock;
  logger: Logger;
  publicUrl: string | null;
  /** Printed at the start: sets up the first account from another device. */
  setUpCode: string;
  /** Folder of the built client. */
  clientDir: string;
  /** Folder of the shops, each with its `pictures/`. */
  shopsDir: string;
};

/** The HTTP side: JSON under /api, product pictures under /pictures, the client's pages everywhere else. */
export function createWebApp(needs: WebAppNeeds): Express {
  const { storage, classroom, clock, logger, publicUrl, clientDir, shopsDir } = needs;
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders());
  app.use((request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads && !isSameOrigin(request.headers.origin, request.headers.host, publicUrl)) {
      return sendFailure(response, 'bad-origin');
    }
    next();
  });
  app.use((request, _response, next) => {
    classroom.reach.heard(request.ip ?? '');
    next();
  });
  uploadBodies(app, '/api/classes/:id/roster/preview', '256kb', storage, clock);
  uploadBodies(app, '/api/school-replies/:id', '1mb', storage, clock);
  authoredBodies(app, storage, clock);
  app.use('/api', express.json({ limit: '64kb' }));
  const api = createApi(app, storage, clock);
  app.get('/healthz', (_request, response) => void response.set('Cache-Control', 'no-store').json({ ok: true }));
  libraryRoutes(api, needs.shelf, storage);
  const secureCookie = publicUrl?.startsWith('https:') ?? false;
  drillRoutes(api, { ...needs, secureCookie });
  retryRoutes(api, { ...needs, secureCookie });
  const accounts = {
    ...needs,
    people: storage.people,
    passwords: createPasswords(),
    tries: createTries(clock),
    secureCookie,
  };
  accountRoutes(api, accounts);
  peopleRoutes(api, accounts);
  classRoutes(api, accounts);
  runRoutes(api, needs);
  seatRoutes(api, needs);
  analysisRoutes(api, needs);
  resultRoutes(api, { ...needs, changed: classroom.changed, casesDir: join(shopsDir, '..', 'cases') });
  portfolioRoutes(api, needs);
  reportFileRoutes(api, needs);
  discussionRoutes(api, { ...needs, changed: classroom.changed });
  schoolReplyRoutes(api, needs);
  joinRoutes(api, { ...needs, secureCookie });
  authoredRoutes(api, { ...needs, secureCookie });
  servePictures(app, shopsDir, join(shopsDir, '..', 'pictures'));
  serveSchemas(app);
  serveGuide(app);
  servePages(app, clientDir);
  app.use((_request, response) => sendFailure(response, 'not-found'));
  app.use(errorHandler(logger));
  return app;
}
