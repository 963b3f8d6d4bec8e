import { join } from 'node:path';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Checker } from '#authoring/checker.ts';
import { createLoginThrottle, UNTHROTTLED } from '#classroom/accounts/login-throttle.ts';
import type { Passwords } from '#classroom/accounts/passwords.ts';
import { createSignInLog } from '#classroom/accounts/sign-in-log.ts';
import type { Classroom } from '#classroom/classroom.ts';
import type { Documents } from '#classroom/documents/documents.ts';
import type { AuditTrail } from '#classroom/personal-data/audit-trail.ts';
import { auditingBans } from '#classroom/personal-data/auditing-bans.ts';
import type { Erasures } from '#classroom/personal-data/erasures.ts';
import type { Retention } from '#classroom/personal-data/retention.ts';
import type { ClientAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import type { ServerStatus } from '#contract/storage-status.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { uploadBodies } from '#http/bodies/upload-bodies.ts';
import { accountRoutes } from '#http/routes/account-routes.ts';
import { analysisRoutes } from '#http/routes/analysis-routes.ts';
import { createApi, errorHandler, sendFailure, servePage } from '#http/routes/api.ts';
import { authoredRoutes } from '#http/routes/authored-routes.ts';
import { classRoutes } from '#http/routes/class-routes.ts';
import { dataRoutes } from '#http/routes/data-routes.ts';
import { discussionRoutes } from '#http/routes/discussion-routes.ts';
import { drillRoutes } from '#http/routes/drill-routes.ts';
import { erasureRoutes } from '#http/routes/erasure-routes.ts';
import { certificateRoutes } from '#http/routes/exams/certificate-routes.ts';
import { contestRoutes } from '#http/routes/exams/contest-routes.ts';
import { examRoutes } from '#http/routes/exams/exam-routes.ts';
import { handedInRoutes } from '#http/routes/exams/handed-in-routes.ts';
import { serveGuide } from '#http/routes/guide-routes.ts';
import { joinRoutes } from '#http/routes/join-routes.ts';
import { libraryRoutes } from '#http/routes/library-routes.ts';
import { servePages } from '#http/routes/page-routes.ts';
import { peopleRoutes } from '#http/routes/people-routes.ts';
import { servePictures } from '#http/routes/picture-routes.ts';
import { portfolioRoutes } from '#http/routes/portfolio-routes.ts';
import { classInspectionRoutes } from '#http/routes/practice/class-inspection-routes.ts';
import { inspectionRoutes } from '#http/routes/practice/inspection-routes.ts';
import { learningPathRoutes } from '#http/routes/practice/learning-path-routes.ts';
import { ownQuestionRoutes } from '#http/routes/practice/own-question-routes.ts';
import { paperRoutes } from '#http/routes/practice/paper-routes.ts';
import { personalReplyRoutes } from '#http/routes/practice/personal-reply-routes.ts';
import { policyReadingRoutes } from '#http/routes/practice/policy-reading-routes.ts';
import { privateExamRoutes } from '#http/routes/practice/private-exam-routes.ts';
import { puzzleRoutes } from '#http/routes/practice/puzzle-routes.ts';
import { rolePlayRoutes } from '#http/routes/practice/role-play-routes.ts';
import { leadRoutes } from '#http/routes/projects/lead-routes.ts';
import { projectRoutes } from '#http/routes/projects/project-routes.ts';
import { transferRoutes } from '#http/routes/projects/transfer-routes.ts';
import { quickReplyRoutes } from '#http/routes/quick-reply-routes.ts';
import { reportFileRoutes } from '#http/routes/report-file-routes.ts';
import { resultRoutes } from '#http/routes/result-routes.ts';
import { retryRoutes } from '#http/routes/retry-routes.ts';
import { runRoutes } from '#http/routes/run-routes.ts';
import { serveSchemas } from '#http/routes/schema-routes.ts';
import { seatRoutes } from '#http/routes/seat-routes.ts';
import { sessionRoutes } from '#http/routes/session-routes.ts';
import { statusRoutes } from '#http/routes/status-routes.ts';
import { attendanceRoutes } from '#http/routes/terms/attendance-routes.ts';
import { calendarRoutes } from '#http/routes/terms/calendar-routes.ts';
import { evaluationRoutes } from '#http/routes/terms/evaluation-routes.ts';
import { mentorRoutes } from '#http/routes/terms/mentor-routes.ts';
import { serviceTableRoutes } from '#http/routes/terms/service-table-routes.ts';
import { termRoutes } from '#http/routes/terms/term-routes.ts';
import { answeredRequests } from '#http/session/answered-requests.ts';
import { auditOf } from '#http/session/audited-routes.ts';
import { createJoinGuard, UNGUARDED } from '#http/session/join-guard.ts';
import { createReportCosts } from '#http/session/report-costs.ts';
import { requestLanguage } from '#http/session/request-language.ts';
import { isSameOrigin } from '#http/session/same-origin.ts';
import { securityHeaders } from '#http/session/security-headers.ts';
import { notifyingOnSessionEnd, type SessionEnds } from '#http/session/session-ends.ts';
import type { Monitor } from '#monitoring/monitor.ts';
import type { Storage } from '#storage/storage.ts';

export type WebAppNeeds = {
  catalogs: Catalogs;
  storage: Storage;
  runner: Runner;
  /** Play the answers to puzzles, as the runner's drills. */
  engine: DrillEngine;
  judge: Pick<Judge, 'judge'>;
  classroom: Classroom;
  /** Checks cases that teachers upload. */
  checker: Checker;
  /** Makes Word and Excel files. */
  documents: Documents;
  clock: Clock;
  logger: Logger;
  monitor: Monitor;
  /** METRICS_TOKEN. */
  metricsToken: string | null;
  publicUrl: string | null;
  clientAddress: ClientAddress;
  sessionEnds: Pick<SessionEnds, 'notify'>;
  passwords: Passwords;
  /** This server among those that share its database; null: it is the only one. */
  node(): ServerStatus['node'];
  audit: AuditTrail;
  erasures: Erasures;
  retention: Retention;
  /** See `limits` of the application's parts. Left out: no. */
  areLimitsLifted?: boolean;
  /** Printed at the start: sets up the first account from another device. */
  setUpCode: string;
  /** Folder of the built client. */
  clientDir: string;
  /** Folder of the shops, each with its `pictures/`. */
  shopsDir: string;
};

/** Many devices of an address may have had a part in it. */
const NO_DEVICE = { browser: null, system: null };

/** The HTTP side: JSON under /api, product pictures under /pictures, the client's pages everywhere else. */
export const createWebApp = (needs: WebAppNeeds): Express => {
  const { storage, classroom, clock, logger, publicUrl, clientAddress, clientDir, shopsDir, audit, erasures } = needs;
  const { seals } = classroom;
  const isUnlimited = needs.areLimitsLifted === true;
  const costs = isUnlimited ? () => null : createReportCosts(clock);
  const app = express();
  app.disable('x-powered-by');
  // The language is set first, so that every refusal is said in it.
  app.use(requestLanguage());
  app.use(answeredRequests(needs.monitor.meter, logger));
  app.use(securityHeaders());
  app.use((request, response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading && !isSameOrigin(request.headers.origin, request.headers.host, publicUrl)) {
      return sendFailure(response, 'bad-origin');
    }
    next();
  });
  app.use((request, _response, next) => {
    classroom.reachability.noteRequest(clientAddress(request));
    next();
  });
  uploadBodies(app, storage, clock);
  app.use('/api', express.json({ limit: '64kb' }));
  const api = createApi(app, {
    ...{ storage, clock, clientAddress, onPrincipal: classroom.seals.noteNetwork },
    onAnswered: (request) => {
      for (const note of auditOf(request)) audit.note(note);
    },
  });
  servePage(app, 'GET /healthz', (_request, response) => {
    storage.health.isGone();
    const { fault } = storage.health.status();
    response.set('Cache-Control', 'no-store').status(fault === null ? 200 : 503);
    // A node that Redis left goes on with its own drills: a balancer is to send it its pages all the same.
    const node = needs.node();
    response.json({
      ...(fault === null ? { ok: true } : { ok: false, code: fault }),
      ...(node === null ? {} : { node: node.name, redis: node.hearsOthers }),
    });
  });
  api('GET /api/storage', () => ({ ok: true, value: storage.health.status() }));
  statusRoutes(app, api, needs);
  libraryRoutes(api, { ...needs, seals });
  const secureCookie = publicUrl?.startsWith('https:') ?? false;
  drillRoutes(api, { ...needs, seals, secureCookie });
  retryRoutes(api, { ...needs, seals, secureCookie });
  rolePlayRoutes(api, { ...needs, seals, secureCookie, rolePlays: classroom.rolePlays });
  puzzleRoutes(api, { ...needs, seals });
  policyReadingRoutes(api, needs);
  inspectionRoutes(api, { ...needs, seals });
  classInspectionRoutes(api, needs);
  const people = notifyingOnSessionEnd(storage.people, needs.sessionEnds);
  const signInLog = createSignInLog({ signIns: auditingBans(storage.signIns, audit), people, clock });
  const accounts = {
    ...needs,
    people,
    locks: storage.locks,
    signInLog,
    throttle: isUnlimited ? UNTHROTTLED : createLoginThrottle(clock),
    secureCookie,
  };
  accountRoutes(api, accounts);
  peopleRoutes(api, accounts);
  sessionRoutes(api, accounts);
  classRoutes(api, accounts);
  const joinGuard = isUnlimited
    ? UNGUARDED
    : createJoinGuard({
        ...needs,
        onTriesUsedUp: (address) => signInLog.note({ kind: 'codes-tried', person: null, address, device: NO_DEVICE }),
      });
  runRoutes(api, { ...needs, joinGuard });
  seatRoutes(api, needs);
  paperRoutes(api, needs);
  examRoutes(api, needs);
  privateExamRoutes(api, { ...needs, seals, secureCookie });
  contestRoutes(api, needs);
  projectRoutes(api, { ...needs, seals });
  leadRoutes(api, needs.classroom);
  transferRoutes(api, needs.classroom);
  analysisRoutes(api, { ...needs, seals, costs });
  resultRoutes(api, {
    ...needs,
    ...{ seals, costs },
    ...{ onRunChanged: classroom.runChanged, onErased: erasures.onErased, casesDir: join(shopsDir, '..', 'cases') },
  });
  learningPathRoutes(api, { ...needs, seals, costs });
  termRoutes(api, { ...needs, costs });
  attendanceRoutes(api, { ...needs, costs });
  serviceTableRoutes(api, { ...needs, costs });
  evaluationRoutes(api, { ...needs, seals, costs });
  mentorRoutes(api, { ...needs, costs });
  calendarRoutes(api, { ...needs, costs });
  certificateRoutes(api, { ...needs, onRunChanged: classroom.runChanged });
  handedInRoutes(api, { ...needs, seals, costs, onRunChanged: classroom.runChanged });
  portfolioRoutes(api, { ...needs, seals, costs });
  reportFileRoutes(api, { ...needs, seals, costs });
  discussionRoutes(api, { ...needs, seals, onRunChanged: classroom.runChanged });
  quickReplyRoutes(api, needs);
  ownQuestionRoutes(api, needs);
  personalReplyRoutes(api, needs);
  joinRoutes(api, { ...needs, secureCookie, joinGuard });
  authoredRoutes(api, { ...needs, secureCookie });
  erasureRoutes(api, accounts);
  dataRoutes(api, { ...needs, seals, costs });
  servePictures(app, shopsDir, join(shopsDir, '..', 'pictures'));
  serveSchemas(app);
  serveGuide(app);
  servePages(app, clientDir);
  app.use((_request, response) => sendFailure(response, 'not-found'));
  app.use(errorHandler(logger));
  return app;
};
