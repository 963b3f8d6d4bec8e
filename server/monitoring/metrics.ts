import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '#common/meter.ts';
import { ERRORS, type ErrorCode } from '#contract/errors.ts';
import { DISK_WARNINGS, type ServerStatus, STORAGE_FAULTS } from '#contract/storage-status.ts';

export type Metrics = {
  meter: Meter;
  /** The media type of `text`, with its version. */
  contentType: string;
  /** All figures in the text format of Prometheus. */
  text(): Promise<string>;
};

/** Bounds in seconds: an acknowledgement on a sound machine takes 2 to 20 ms, a page's report up to a few seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const ITEMS = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const inSeconds = (ms: number): number => ms / 1000;

/**
 * The figures for Prometheus. Labels come from the program's own tables (commands, routes, error codes), so that their
 * number is bounded and no id, name or text of anybody is among them. `status` is asked when somebody reads. What the
 * process itself measures (memory, event loop, collector) begins with the first reading: a school that has no Prometheus
 * doesn't pay for it.
 */
export const createMetrics = (status: () => Promise<ServerStatus>): Metrics => {
  const registers = [new Registry()];
  const [register] = registers;
  if (register === undefined) throw new Error('no registry');

  const commands = new Counter({
    name: 'kefu_commands_total',
    help: 'Commands of sockets answered, by their name and outcome: done, refused, failed.',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const answers = new Histogram({
    name: 'kefu_command_answer_seconds',
    help: 'From the receipt of a command to its acknowledgement.',
    buckets: SECONDS,
    registers,
  });
  const refusals = new Counter({
    name: 'kefu_refusals_total',
    help: 'Refused commands and requests, by the code of the refusal.',
    labelNames: ['door', 'code'],
    registers,
  });
  const requests = new Counter({
    name: 'kefu_http_requests_total',
    help: 'HTTP requests answered, by route of the table and status.',
    labelNames: ['route', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'kefu_http_request_seconds',
    help: 'From the receipt of an HTTP request to the end of its answer.',
    buckets: SECONDS,
    registers,
  });
  const writes = new Histogram({
    name: 'kefu_storage_write_seconds',
    help: 'Transactions that store what drills did.',
    buckets: SECONDS,
    registers,
  });
  const batches = new Histogram({
    name: 'kefu_storage_write_items',
    help: 'Commands that one transaction stored.',
    buckets: ITEMS,
    registers,
  });
  const forwarded = new Counter({
    name: 'kefu_forwarded_total',
    help: 'Times that another node was asked to do something with a drill it has.',
    registers,
  });
  const takeovers = new Counter({
    name: 'kefu_takeovers_total',
    help: 'Drills taken over from nodes that died.',
    registers,
  });
  const tell = gauges(registers);
  let isProcessMeasured = false;

  return {
    meter: {
      commandAnswered: (command, code, ms) => {
        commands.inc({ command, outcome: outcomeOf(code) });
        answers.observe(inSeconds(ms));
        if (code !== null) refusals.inc({ door: 'socket', code });
      },
      requestAnswered: (route, statusCode, code, ms) => {
        requests.inc({ route, status: statusCode });
        requestSeconds.observe(inSeconds(ms));
        if (code !== null) refusals.inc({ door: 'http', code });
      },
      appendsCommitted: (appends, ms) => {
        writes.observe(inSeconds(ms));
        batches.observe(appends);
      },
      drillForwarded: () => forwarded.inc(),
      drillTakenOver: () => takeovers.inc(),
    },
    contentType: register.contentType,
    text: async () => {
      if (!isProcessMeasured) collectDefaultMetrics({ register });
      isProcessMeasured = true;
      tell(await status());
      return register.metrics();
    },
  };
};

const outcomeOf = (code: ErrorCode | null): 'done' | 'refused' | 'failed' => {
  if (code === null) return 'done';
  return ERRORS[code] >= 500 ? 'failed' : 'refused';
};

/** What is at the moment of reading. */
const gauges = (registers: Registry[]): ((status: ServerStatus) => void) => {
  const gauge = <L extends string = never>(name: string, help: string, ...labelNames: L[]): Gauge<L> =>
    new Gauge({ name, help, labelNames, registers });

  const build = gauge('kefu_build_info', '1, with the version as its label.', 'version');
  const started = gauge('kefu_started_timestamp_seconds', 'When the server started.');
  const sockets = gauge('kefu_sockets', 'Open pages with a connection.');
  const seats = gauge('kefu_seats', 'Seats with a page open.');
  const drills = gauge('kefu_drills', 'Drills in memory: their clock runs, or stands.', 'state');
  const judge = gauge('kefu_judge_queue', 'Turns that the judge has or that wait for it.');
  const reports = gauge('kefu_report_queue', 'Reports that are being made or wait for it.');
  const free = gauge('kefu_disk_free_bytes', 'Space left on the disk of the data folder.');
  const faults = gauge('kefu_storage_fault', '1 for what keeps the server from storing safely.', 'fault');
  const warnings = gauge('kefu_disk_warning', '1 for what the figures of the disk warn of.', 'warning');
  const nodes = gauge('kefu_nodes', 'Servers that share the database, this one included.');
  const redis = gauge('kefu_redis_up', '1 while the nodes can tell each other; 0 while Redis is away.');
  const backup = gauge('kefu_backup_timestamp_seconds', 'When the last backup was made; 0: never.');

  return (status) => {
    build.set({ version: status.version }, 1);
    started.set(inSeconds(status.startedAt));
    sockets.set(status.sockets);
    seats.set(status.seats);
    drills.set({ state: 'running' }, status.drills.running);
    drills.set({ state: 'standing' }, status.drills.standing);
    judge.set(status.queues.judge);
    reports.set(status.queues.reports);
    if (status.disk.freeMb !== null) free.set(status.disk.freeMb * 1_000_000);
    for (const fault of STORAGE_FAULTS) faults.set({ fault }, status.fault === fault ? 1 : 0);
    for (const warning of DISK_WARNINGS) warnings.set({ warning }, status.warnings.includes(warning) ? 1 : 0);
    nodes.set(1 + (status.node?.others ?? 0));
    if (status.node !== null) redis.set(status.node.hearsOthers ? 1 : 0);
    backup.set(inSeconds(status.backup?.at ?? 0));
  };
};
