/** 停一停: a freeze that ends by itself, in no exam. */
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BREATHER_MS } from '#client/features/wall/breather/breather.ts';
import { resetWallUi } from '#client/features/wall/model/wall-ui.ts';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { RunBody } from '#contract/runs.ts';
import { clean, ok, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { WALL } from '#tests/support/labels.ts';
import { body, enter, fakeLine, NOW, tile } from './class.tsx';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  clean();
  forgetMe();
  resetWallUi();
  vi.useRealTimers();
});

const later = (ms: number) => act(async () => vi.advanceTimersByTime(ms));
const open = async (run: RunBody = body()) => {
  const frozen = body({ frozen: true, now: NOW + 1 });
  const asked = serve({
    'GET /api/me': ok(signedIn('teacher')),
    'POST /api/runs/r1/freeze': ok(frozen),
    'POST /api/runs/r1/say': ok(frozen),
  });
  const line = fakeLine(run, [tile(1)]);
  await enter('/runs/r1/wall', line);
  return { asked, line };
};
const posted = (asked: readonly { path: string; body: unknown }[]) =>
  asked.filter(({ path }) => path.startsWith('POST')).map(({ path, body: sent }) => [path.split('/').at(-1), sent]);
const take = async () => {
  const button = await screen.findByRole('button', { name: '停一停' });
  await act(async () => fireEvent.click(button));
};
const FREEZE = ['freeze', { frozen: true }];
const THAW = ['freeze', { frozen: false }];

it('freezes the class, tells it to breathe twice, and goes on by itself after 45 s', async () => {
  const { asked } = await open();
  await take();
  const said = { seat: null, text: expect.stringContaining('再来一次') };
  expect(posted(asked)).toEqual([FREEZE, ['say', said]]);
  expect(screen.getByText(/^4[45] 秒后自动继续。$/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '停一停' })).toBeNull();
  await later(BREATHER_MS - 2000);
  expect(posted(asked)).toHaveLength(2);
  await later(3000);
  expect(posted(asked).at(-1)).toEqual(THAW);
});

it('thaws nothing that was thawed and frozen again meanwhile', async () => {
  const { asked, line } = await open();
  await take();
  await line.run(body({ frozen: false, now: NOW + 2 }));
  await line.run(body({ frozen: true, now: NOW + 3 }));
  expect(screen.getByText('全场冻结。')).toBeTruthy();
  await later(BREATHER_MS + 1000);
  expect(posted(asked)).not.toContainEqual(THAW);
});

it('is in no exam', async () => {
  const run = body();
  await open({ ...run, plan: { ...run.plan, mode: 'exam' } });
  await screen.findByRole('button', { name: WALL.freeze });
  expect(screen.queryByRole('button', { name: '停一停' })).toBeNull();
});
