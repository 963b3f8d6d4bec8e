import { expect, test, vi } from 'vitest';
import { ConnectionLost } from '#storage/health/storage-errors.ts';
import { deskRoom, say, started, tab } from '#tests/drills/support/desk-room.ts';

test('[S4] a command whose earlier answer can’t be looked up is refused as not stored, and answered as before once it can', async () => {
  const room = await deskRoom();
  const desk = tab('t1');
  const drillId = await started(room, desk);
  const first = await say(room, drillId, desk, 'm1', '39码');
  const lookUp = vi.spyOn(room.storage, 'ackOf').mockRejectedValueOnce(new ConnectionLost('the server went away'));
  expect(await say(room, drillId, desk, 'm1', '39码')).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  expect(await say(room, drillId, desk, 'm1', '39码')).toEqual(first);
  expect(desk.seen().filter(({ kind }) => kind === 'trainee-said')).toMatchObject([{ id: 'm1' }]);
  lookUp.mockRestore();
});
