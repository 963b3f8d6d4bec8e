import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { Meter } from '#common/meter.ts';
import type { DiskWarning, ServerStatus } from '#contract/storage-status.ts';
import type { StorageHealth } from '#storage/health/storage-health.ts';
import { createDiskTrend } from './disk-trend.ts';
import { createDiskWarnings, SLOW_WRITE_MS } from './disk-warnings.ts';
import { isMissed, lastBackup, lastFailure } from './last-backup.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createRecentTimes } from './recent-times.ts';

/** What only the running parts know, at the moment they are asked. */
export type Load = Pick<ServerStatus, 'seats' | 'sockets' | 'drills' | 'queues' | 'node'>;

export type MonitorNeeds = {
  health: Pick<StorageHealth, 'status'>;
  /** The folder in which the last backup left its note; null: there is none. */
  dataDir: string | null;
  /** Whether a backup is to be made every day. */
  isBackupDaily: boolean;
  version: string;
  /** Wall time, which people read. */
  clock: Clock;
  /** What lasts goes by it. */
  steadyClock: Clock;
  logger: Logger;
  load(): Load;
};

export type Monitor = {
  /** To be told of everything that is answered or stored. */
  meter: Meter;
  metrics: Pick<Metrics, 'contentType' | 'text'>;
  status(): Promise<ServerStatus>;
  /** Looks at the disk's figures from now on; the returned function stops it. */
  start(): () => void;
};

/** Milliseconds between two looks at how long writes took. */
const LOOK_MS = 10_000;
/** Looks between two samples of the space left: the storage measures it every thirty seconds. */
const SAMPLE_LOOKS = 3;
/** Slots of ten seconds that the status tells of: five minutes. */
const TOLD_SLOTS = 30;

/** Knows how the server is: for the status page, for Prometheus, and for the log where the disk is about to hurt. */
export const createMonitor = ({
  health,
  dataDir,
  isBackupDaily,
  version,
  clock,
  steadyClock,
  logger,
  load,
}: MonitorNeeds): Monitor => {
  const startedAt = clock.now();
  const answers = createRecentTimes(steadyClock.now);
  const writes = createRecentTimes(steadyClock.now);
  /** Writes since the last look. */
  const lately = createRecentTimes(steadyClock.now);
  const disk = createDiskTrend();
  const diskWarnings = createDiskWarnings();
  let warnings: readonly DiskWarning[] = [];

  const backupState = async (): Promise<Pick<ServerStatus, 'backup' | 'backupFault'>> => {
    if (dataDir === null) return { backup: null, backupFault: null };
    const [backup, failure] = [await lastBackup(dataDir), await lastFailure(dataDir)];
    if (failure !== null) return { backup, backupFault: { kind: 'failed', ...failure } };
    const missed = isBackupDaily && isMissed(backup?.at ?? startedAt, clock.now());
    return { backup, backupFault: missed ? { kind: 'missed' } : null };
  };

  const status = async (): Promise<ServerStatus> => {
    const { fault, freeMb } = health.status();
    return {
      at: clock.now(),
      version,
      startedAt,
      ...load(),
      answers: answers.of(TOLD_SLOTS),
      writes: { ...writes.of(TOLD_SLOTS), slowMs: SLOW_WRITE_MS },
      disk: { freeMb, trend: disk.trend() },
      ...(await backupState()),
      fault,
      warnings: [...warnings],
    };
  };
  const metrics = createMetrics(status);

  const look = (): void => {
    const { p99 } = lately.of(TOLD_SLOTS);
    lately.forget();
    const trend = disk.trend();
    const before = warnings;
    warnings = diskWarnings.look(p99, trend);
    for (const warning of warnings)
      if (!before.includes(warning)) logger.warn({ warning, p99, ...trend }, 'disk warning');
    for (const warning of before) if (!warnings.includes(warning)) logger.warn({ warning }, 'disk warning is over');
  };

  return {
    meter: {
      commandAnswered: (command, code, ms) => {
        metrics.meter.commandAnswered(command, code, ms);
        answers.note(ms);
      },
      requestAnswered: metrics.meter.requestAnswered,
      appendsCommitted: (appends, ms) => {
        metrics.meter.appendsCommitted(appends, ms);
        writes.note(ms);
        lately.note(ms);
      },
      drillForwarded: metrics.meter.drillForwarded,
      drillTakenOver: metrics.meter.drillTakenOver,
    },
    metrics,
    status,
    start: () => {
      let looks = 0;
      let cancel = (): void => {};
      const next = (): void => {
        cancel = steadyClock.setTimer(LOOK_MS, next);
        if (looks % SAMPLE_LOOKS === 0) disk.note(steadyClock.now(), health.status().freeMb);
        looks += 1;
        look();
      };
      cancel = steadyClock.setTimer(LOOK_MS, next);
      return () => cancel();
    },
  };
};
