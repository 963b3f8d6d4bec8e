import { describe, expect, test } from 'vitest';
import type { ClassroomNotice } from '#classroom/lesson/peers.ts';
import type { NodeMessage } from '#server/nodes/node-bus.ts';
import { createWallNotices, GATHER_MS } from '#server/nodes/wall-notices.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';

const notice = (run: string): ClassroomNotice => ({ kind: 'run', run });

const room = () => {
  const clock = virtualClock();
  const sent: [to: string, message: NodeMessage][] = [];
  const bus = {
    send: async (to: string, message: NodeMessage) => {
      sent.push([to, message]);
      return true;
    },
  };
  return { clock, sent, notices: createWallNotices(bus, clock) };
};

describe('what happens for a wall at another node [D3]', () => {
  test('goes there in one message for all of the time it is gathered in, in order', async () => {
    const { clock, sent, notices } = room();
    notices.takesMany('b', true);
    for (const run of ['r1', 'r2']) notices.tell('b', notice(run));
    expect(sent).toEqual([]);
    await clock.advance(GATHER_MS);
    notices.tell('b', notice('r3'));
    await clock.advance(GATHER_MS);
    expect(sent).toEqual([
      ['b', { kind: 'notices', notices: [notice('r1'), notice('r2')] }],
      ['b', { kind: 'notices', notices: [notice('r3')] }],
    ]);
  });

  test('goes there each by itself and at once where the node has not said that it knows several', async () => {
    const { clock, sent, notices } = room();
    for (const run of ['r1', 'r2']) notices.tell('old', notice(run));
    await clock.advance(GATHER_MS);
    expect(sent).toEqual(['r1', 'r2'].map((run) => ['old', { kind: 'notice', notice: notice(run) }]));
  });

  test('is dropped when the node is gone', async () => {
    const { clock, sent, notices } = room();
    notices.takesMany('b', true);
    notices.tell('b', notice('r1'));
    notices.drop('b');
    await clock.advance(GATHER_MS);
    expect(sent).toEqual([]);
  });
});
