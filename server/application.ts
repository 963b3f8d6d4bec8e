import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Checker, createChecker } from '#authoring/checker.ts';
import type { Backups } from '#backup/backups.ts';
import { createPasswords, type Passwords } from '#classroom/accounts/passwords.ts';
import { type Classroom, createClassroom } from '#classroom/classroom.ts';
import { cachingDocuments, type Documents, inProcessDocuments } from '#classroom/documents/documents.ts';
import { createReachabilityMonitor } from '#classroom/lesson/reachability.ts';
import { type AuditTrail, createAuditTrail } from '#classroom/personal-data/audit-trail.ts';
import { createErasures, type Erasures } from '#classroom/personal-data/erasures.ts';
import { type Retention, startRetention } from '#classroom/personal-data/retention.ts';
import { createClientAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import type { Config } from '#common/config.ts';
import type { Catalog, Catalogs } from '#drills/catalog/catalog.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { schoolCatalog } from '#drills/catalog/school-catalog.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { ReportMaker } from '#drills/reports/report-maker.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { createRunner } from '#drills/runner/runner.ts';
import { createSessionEnds } from '#http/session/session-ends.ts';
import { createWebApp } from '#http/web-app.ts';
import { meteredJudge, meteredReports, meteredStorage } from '#monitoring/metered.ts';
import { createMonitor, type Monitor } from '#monitoring/monitor.ts';
import type { NodeBus } from '#nodes/node-bus.ts';
import { createNodes } from '#nodes/nodes.ts';
import { createSocketServer, type DeskServer } from '#sockets/socket-server.ts';
import { tellFault } from '#sockets/storage-faults.ts';
import { startStorageWatch } from '#storage/health/storage-watch.ts';
import type { Storage } from '#storage/storage.ts';
import { isOwnAddress, lanNetworks } from './addresses.ts';

export type Parts = {
  /** Without `dataDir` there is no folder whose last backup is told. */
  config: Pick<Config, 'publicUrl' | 'trustedProxies'> &
    Partial<Pick<Config, 'dataDir' | 'backupDir' | 'metricsToken'>>;
  /** Of the program. */
  version?: string;
  storage: Storage;
  catalog: Catalog;
  engine: DrillEngine;
  /** Closed with the application. */
  judge: Judge;
  /** Wall time. */
  clock: Clock;
  /** Drills, lessons and connections go by it. Left out: `clock`, where that is steady by itself. */
  steadyClock?: Clock;
  logger: Logger;
  /** Sets up the first account from another device; new at every start. */
  setUpCode: string;
  /** Folder of the built client. */
  clientDir: string;
  /** Folder of the shops, each with its `pictures/`. */
  shopsDir: string;
  /** Left out: everybody's limits are kept. Only a harness that sends more than anybody may lifts them. */
  limits?: 'lifted';
  /** Makes reports in a thread, files in another; closed with the application. Left out: in this thread. */
  maker?: ReportMaker;
  documents?: Documents;
  /** Closed with the application, before the storage. */
  backups?: Pick<Backups, 'close'>;
  /** Left out: hashes that cost as much as they should. Only a harness that signs in often may spare that. */
  passwords?: Passwords;
  /** Checks uploaded cases. Left out: a checker in a thread of its own, with the library that the shops belong to. */
  checker?: Checker;
  /** By which several servers of one database tell each other; closed with the application. Left out: there is one. */
  bus?: NodeBus;
};

export type Application = {
  httpServer: HttpServer;
  io: DeskServer;
  runner: Runner;
  classroom: Classroom;
  /** How the server is. */
  monitor: Monitor;
  audit: AuditTrail;
  erasures: Erasures;
  retention: Retention;
  /** Stops the clocks, tells everybody, closes the sockets and then the storage. */
  close(): Promise<void>;
};

/** The whole server, not yet listening on a port. */
export const createApplication = async (parts: Parts): Promise<Application> => {
  const { config, storage, engine, clock, logger, setUpCode, clientDir, shopsDir } = parts;
  const steadyClock = parts.steadyClock ?? clock;
  const areLimitsLifted = parts.limits === 'lifted';
  const ownCatalogs = schoolCatalog(createCatalogs(parts.catalog, storage.authored), storage.quickReplies);
  const catalogs: Catalogs = {
    ...ownCatalogs,
    forgetSchool: (school) => {
      ownCatalogs.forgetSchool(school);
      if (school !== null) nodes?.tell.casesChanged(school);
    },
  };
  const monitor: Monitor = createMonitor({
    ...{ health: storage.health, clock, steadyClock, logger },
    dataDir: config.dataDir ?? null,
    isBackupDaily: (config.backupDir ?? null) !== null,
    version: parts.version ?? '',
    load: () => {
      const { running, standing, toScore } = runner.load();
      return {
        seats: classroom.seatCount(),
        sockets: io.sockets.sockets.size,
        drills: { running, standing },
        node: nodes?.status() ?? null,
        queues: { judge: judging.waiting(), reports: toScore + (reporting?.waiting() ?? 0) },
      };
    },
  });
  const { meter } = monitor;
  const judging = meteredJudge(parts.judge);
  const reporting = parts.maker === undefined ? null : meteredReports(parts.maker);
  const documents = cachingDocuments(parts.documents ?? inProcessDocuments);
  const sessionEnds = createSessionEnds();
  const nodes =
    parts.bus === undefined ? null : createNodes({ bus: parts.bus, storage, clock: steadyClock, logger, meter });
  await nodes?.start({
    sessionsEnded: sessionEnds.notify,
    casesChanged: ownCatalogs.forgetSchool,
    drillsDeleted: documents.forget,
  });
  const metered = meteredStorage(storage, meter, () => performance.now());
  const ownRunner = await createRunner({
    ...{ engine, judge: judging.judge, catalogs, clock: steadyClock, logger },
    storage: nodes === null ? metered : nodes.leased(metered),
    ...(nodes === null ? {} : { hold: nodes.hold }),
    ...(reporting === null ? {} : { maker: reporting.maker }),
  });
  const runner = nodes === null ? ownRunner : nodes.share(ownRunner);
  const { publicUrl } = config;
  const clientAddress = createClientAddress(config.trustedProxies);
  const reachability = createReachabilityMonitor({
    clock: steadyClock,
    publicUrl,
    networks: lanNetworks,
    isOwn: isOwnAddress,
    listening: () => listening(httpServer.address()),
  });
  const classroom = await createClassroom({
    ...{ storage, catalogs, runner, clock: steadyClock, logger, reachability },
    ...(nodes === null ? {} : { peers: nodes.peers }),
  });
  const checker = parts.checker ?? createChecker(join(shopsDir, '..'));
  const audit = createAuditTrail({ storage, clock, logger });
  const endSessions = (): void => {
    sessionEnds.notify();
    nodes?.tell.sessionsEnded();
  };
  const ends = { ...sessionEnds, notify: endSessions };
  const erasures = createErasures({ storage, runner, classroom, catalogs, sessionEnds: ends, clock, logger });
  erasures.onErased(documents.forget);
  const retention = startRetention({ storage, erasures, clock: steadyClock, wallClock: clock, logger });
  const httpServer = createServer(
    createWebApp({
      ...{ catalogs, storage, runner, engine, judge: judging.judge, classroom, checker, documents, clock, logger },
      ...{ publicUrl, clientAddress, sessionEnds: ends, setUpCode, clientDir, shopsDir },
      passwords: parts.passwords ?? createPasswords(),
      node: () => nodes?.status() ?? null,
      ...{ monitor, metricsToken: config.metricsToken ?? null, audit, erasures, retention, areLimitsLifted },
    }),
  );
  const io = createSocketServer(httpServer, {
    ...{ storage, runner, classroom, clock, steadyClock, logger, meter, publicUrl, clientAddress, sessionEnds },
    areLimitsLifted,
  });
  io.on('connection', (socket) => reachability.noteRequest(clientAddress(socket.request)));
  const stopWatch = startStorageWatch(storage.health, steadyClock, logger, {
    faultChanged: (status) => {
      for (const socket of io.sockets.sockets.values()) tellFault(socket, status);
    },
    storesAgain: runner.standSince,
  });
  const stopMonitor = monitor.start();
  return {
    httpServer,
    io,
    runner,
    classroom,
    ...{ monitor, audit, erasures, retention },
    close: async () => {
      retention.close();
      await audit.close();
      stopWatch();
      stopMonitor();
      nodes?.stopTakingOver();
      await classroom.close();
      checker.close();
      documents.close();
      // The runner closes before the judge: replies that the judge still has must be stored before the clocks stop.
      await runner.close();
      await nodes?.close();
      await judging.judge.close();
      await io.close();
      httpServer.closeAllConnections();
      await parts.backups?.close();
      await storage.close();
    },
  };
};

const listening = (at: AddressInfo | string | null): AddressInfo | null => (typeof at === 'string' ? null : at);
