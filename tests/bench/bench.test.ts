import { describe, expect, it } from 'vitest';
import { findBrowser } from '#scripts/find-browser.mjs';
import { postgresPrograms } from '#scripts/private-servers/private-postgres.ts';
import { hasRedis } from '#scripts/private-servers/private-redis.ts';
import { runCommand } from '#tests/support/commands.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

/** The bench as the command line runs it, too small to say anything about speed. */
const bench = (...args: string[]) => runCommand('bench', args);

const FIELDS = {
  language: ['judgeUs', 'judgeToStringify'],
  engine: ['stepUs'],
  reports: ['heldInThreadMs', 'heldBesideMs', 'besideToInThread', 'heldAgainMs', 'lastBesideMs', 'lastInThreadMs'],
  'judge-queue': ['aloneP99Ms', 'besideHeavyP99Ms', 'heavyP99ToAlone'],
  wall: ['framesPerS', 'bytesToPerEvent', 'ackP99ToNoWall'],
  drill: [
    ...['acksToEcho', 'acksToOneTx', 'ackProcessorUs', 'processorToEcho', 'oneTxProcessorToGroup'],
    ...['steadyP99ToEcho', 'burstP99ToEcho', 'othersP99ToQuiet', 'fsyncMs', 'fsyncP99Ms', 'lost'],
  ],
  flood: ['joinsP99ToElsewhere', 'garbageP99ToElsewhere', 'connectsP99ToElsewhere', 'processorS', 'servedPerS', 'lost'],
  seats: ['seats', 'kbPerSeat', 'cpuUsPerSeatSecond', 'cpuPerSeat5000To1000', 'ackP99Ms'],
  replay: ['events', 'toBareRead', 'eventsPerS', 'openMs'],
  ...(findBrowser(process.env) !== null || process.env.CI === 'true'
    ? {
        desk: [
          ...[
            'keyWorkMs',
            'keyWorkP95Ms',
            'keyWorkToBare',
            'bareKeyWorkMs',
            'keyToPaintMs',
            'keyToPaintP95Ms',
            'keyProcessorMs',
          ],
          ...['saidToPaintMs', 'saidToPaintP95Ms', 'saidProcessorMs', 'gzipKb', 'heapToLog', 'logKb'],
        ],
      }
    : {}),
  ...((postgresPrograms() !== null && hasRedis()) || process.env.CI === 'true'
    ? {
        nodes: [
          ...['cpuPerCommand', 'cpuPerCommand2To1', 'cpuPerCommand4To1'],
          ...['postgresPerCommand', 'postgresPerCommand2To1', 'postgresPerCommand4To1'],
          ...['redisPerCommandOf2', 'redisPerCommandOf4', 'forwardedOf2', 'forwardedOf4'],
        ],
      }
    : {}),
};

/** Seconds of processor time even when tiny: they are run with `npm test -- sweep`, the others each time. */
const SWEPT = ['drill', 'desk', 'reports', 'flood', 'seats', 'nodes', 'judge-queue', 'wall'];
const played = Object.entries(FIELDS).filter(([name]) => sweepsAll || !SWEPT.includes(name));

/** Several wait for their first customers most of the time, and the others run meanwhile. */
describe.concurrent('bench', () => {
  it.each(played)('%s --json prints its figures and nothing else', async (name, fields) => {
    const { status, stdout, stderr } = await bench(name, '--json', '--tiny');
    expect(status, stderr).toBe(0);
    const figures: Record<string, number> = JSON.parse(stdout);
    expect(Object.keys(figures)).toEqual(fields);
    for (const [field, value] of Object.entries(figures)) {
      expect(Number.isFinite(value), field).toBe(true);
      if (field === 'lost') expect(value).toBe(0);
      // A difference, which may be lost in what else the machine or the collector does.
      else if (!['processorS', 'kbPerSeat', 'heapToLog'].includes(field)) expect(value, field).toBeGreaterThan(0);
    }
  });

  it('without --json it is a table', async () => {
    const { status, stdout } = await bench('engine', '--tiny');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^stepUs +\d/);
  });

  it.each([[['nope']], [[]], [['language', 'engine']], [['language', '--nope']]])(
    '%j is refused with exit 2',
    async (args) => {
      expect(await bench(...args)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('npm run -s bench'),
      });
    },
  );
});
