import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serverStatusSchema } from '#contract/storage-status.ts';
import { noteBackup, noteFailure } from '#monitoring/last-backup.ts';
import { createMonitor, type MonitorNeeds } from '#monitoring/monitor.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { collectedLog } from '#tests/support/collected-log.ts';

const SECOND_MS = 1000;
const LOAD = {
  seats: 3,
  sockets: 5,
  drills: { running: 2, standing: 1 },
  queues: { judge: 4, reports: 6 },
  node: null,
};

const monitored = (over: Partial<MonitorNeeds> = {}) => {
  const clock = virtualClock();
  const { logger, lines } = collectedLog('warn');
  let freeMb: number | null = 5000;
  const monitor = createMonitor({
    health: { status: () => ({ fault: null, freeMb }) },
    ...{ dataDir: null, isBackupDaily: false, version: '1.2.3', clock, steadyClock: clock, logger, load: () => LOAD },
    ...over,
  });
  const leave = (mb: number | null): void => {
    freeMb = mb;
  };
  return { clock, monitor, lines, leave };
};

describe('the status', () => {
  test('has the shape that the wire says, and what the parts know', async () => {
    const { monitor, clock } = monitored();
    monitor.meter.commandAnswered('message:send', null, 4);
    monitor.meter.appendsCommitted(3, 2);
    await clock.advance(60 * SECOND_MS);
    const status = await monitor.status();
    expect(serverStatusSchema.parse(status)).toEqual(status);
    expect(status).toMatchObject({ ...LOAD, version: '1.2.3', fault: null, warnings: [], backup: null });
    expect(status.at - status.startedAt).toBe(60 * SECOND_MS);
    expect([status.answers.count, status.writes.count, status.disk.freeMb]).toEqual([1, 1, 5000]);
  });

  test.each([
    ['none', null, null],
    ['not JSON', '{', null],
    ['another program’s', '{"at":"yesterday"}', null],
    ['whole', '{"at":1,"file":"kefu-1.zip","bytes":2}', { at: 1, file: 'kefu-1.zip', bytes: 2 }],
  ])('tells of the last backup whose note is %s', async (_, note, backup) => {
    const dataDir = tempFolder();
    if (note !== null) writeFileSync(join(dataDir, 'backup.json'), note);
    expect((await monitored({ dataDir }).monitor.status()).backup).toEqual(backup);
  });

  test('tells of a backup that failed, and of a daily one that is missing for more than a day [S12]', async () => {
    const dataDir = tempFolder();
    const { monitor, clock } = monitored({ dataDir, isBackupDaily: true });
    const fault = async () => (await monitor.status()).backupFault;
    await clock.advance(26 * 3600 * SECOND_MS);
    expect(await fault()).toBeNull();
    await clock.advance(SECOND_MS);
    expect(await fault()).toEqual({ kind: 'missed' });
    await noteFailure(dataDir, { at: 7, code: 'backup-disk-full' });
    expect(await fault()).toEqual({ kind: 'failed', at: 7, code: 'backup-disk-full' });
    await noteBackup(dataDir, { at: clock.now(), file: '/backups/a', bytes: 1 });
    expect(await fault()).toBeNull();
    const byHand = monitored({ dataDir });
    await byHand.clock.advance(400 * 3600 * SECOND_MS);
    expect((await byHand.monitor.status()).backupFault).toBeNull();
  });
});

describe('the monitor', () => {
  test('says in the log and the status that the disk is slow, and that it is over [W5]', async () => {
    const { monitor, clock, lines } = monitored();
    const stop = monitor.start();
    const write = async (ms: number, looks: number): Promise<void> => {
      for (let look = 0; look < looks; look++) {
        monitor.meter.appendsCommitted(1, ms);
        await clock.advance(10 * SECOND_MS);
      }
    };
    await write(500, 6);
    expect((await monitor.status()).warnings).toEqual(['disk-slow']);
    expect(lines()).toMatchObject([{ warning: 'disk-slow', msg: 'disk warning' }]);
    await write(5, 3);
    expect((await monitor.status()).warnings).toEqual([]);
    expect(lines()).toMatchObject([{}, { warning: 'disk-slow', msg: 'disk warning is over' }]);
    stop();
    await write(500, 20);
    expect(lines()).toHaveLength(2);
  });

  test('says that the disk fills while there is still time [W5]', async () => {
    const { monitor, clock, lines, leave } = monitored();
    monitor.start();
    for (let left = 1000; left > 800; left -= 10) {
      leave(left);
      await clock.advance(30 * SECOND_MS);
    }
    const { warnings, disk } = await monitor.status();
    expect(warnings).toEqual(['disk-filling']);
    expect(disk.trend?.minutesLeft).toBeGreaterThan(30);
    expect(disk.trend?.minutesLeft).toBeLessThan(60);
    expect(lines()).toMatchObject([{ warning: 'disk-filling' }]);
  });
});

describe('the figures for Prometheus', () => {
  test('count commands, requests, refusals and writes, and tell what is now', async () => {
    const { monitor } = monitored();
    monitor.meter.commandAnswered('message:send', null, 4);
    monitor.meter.commandAnswered('message:send', 'drill-ended', 1);
    monitor.meter.commandAnswered('message:send', 'storage-full', 1);
    monitor.meter.requestAnswered('GET /api/runs/:id', 404, 'unknown-run', 3);
    monitor.meter.appendsCommitted(3, 20);
    const text = await monitor.metrics.text();
    const wanted = [
      'kefu_commands_total{command="message:send",outcome="done"} 1',
      'kefu_commands_total{command="message:send",outcome="refused"} 1',
      'kefu_commands_total{command="message:send",outcome="failed"} 1',
      'kefu_refusals_total{door="socket",code="drill-ended"} 1',
      'kefu_refusals_total{door="http",code="unknown-run"} 1',
      'kefu_http_requests_total{route="GET /api/runs/:id",status="404"} 1',
      'kefu_command_answer_seconds_bucket{le="0.0025"} 2',
      'kefu_command_answer_seconds_count 3',
      'kefu_storage_write_seconds_bucket{le="0.025"} 1',
      'kefu_storage_write_items_sum 3',
      'kefu_sockets 5',
      'kefu_seats 3',
      'kefu_drills{state="running"} 2',
      'kefu_judge_queue 4',
      'kefu_report_queue 6',
      'kefu_disk_free_bytes 5000000000',
      'kefu_storage_fault{fault="storage-full"} 0',
      'kefu_build_info{version="1.2.3"} 1',
      'kefu_backup_timestamp_seconds 0',
    ];
    const lines = text.split('\n');
    expect(wanted.filter((line) => !lines.includes(line))).toEqual([]);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(monitor.metrics.contentType).toMatch(/^text\/plain; version=0\.0\.4/);
    // A second reading doesn't measure the process twice.
    expect(await monitor.metrics.text()).toContain('kefu_sockets 5');
  });
});
