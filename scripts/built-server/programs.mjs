/**
 * Programs beside the server that are bundled before they are started, since what they measure is the product as it is
 * built, or since they are started often: the servers of the benches and harnesses, and the commands as the tests start
 * them. From its sources a command takes one to four seconds of processor time before its first line.
 */
export const PROGRAMS = [
  'scripts/accuracy.ts',
  'scripts/audit/audit.ts',
  'scripts/bench.ts',
  'scripts/bench/attacker.ts',
  'scripts/bench/drill-server.ts',
  'scripts/bench/echo-server.ts',
  'scripts/bench/nodes/node-server.ts',
  'scripts/bench/replay-program.ts',
  'scripts/bench/wall-server.ts',
  'scripts/bots.ts',
  'scripts/faults/faulted-server.ts',
  'scripts/fuzz/fuzzed-server.ts',
  'scripts/harvest.ts',
  'scripts/play.ts',
  'scripts/scenarios-check.ts',
  'scripts/scenarios-coverage.ts',
  'scripts/scenarios-list.ts',
  'scripts/scenarios-new.ts',
  'scripts/storage/backup.ts',
  'scripts/storage/restore.ts',
];
