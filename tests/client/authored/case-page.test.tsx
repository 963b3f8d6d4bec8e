import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AuthoredCasePage } from '#client/features/authored/case-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { body, version } from './cases.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  clean();
  useToasts.setState({ toasts: [] });
});

const DIFF = 'diff --git a/own.yaml b/own.yaml\n--- a/own.yaml\n+++ b/own.yaml\n@@ -1 +1 @@\n-title: 旧\n+title: 新\n';
const PLAIN = { varies: false, all: 0, from: 0, cards: [] };
const open = (shown = body(), more: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({
    'GET /api/me': ok(signedIn('teacher')),
    'GET /api/authored/a1': ok(shown),
    'GET /api/authored/a1/diff?from=v1&to=v2': ok({ diff: DIFF }),
    'GET /api/authored/a1/cards?version=v2&from=0': ok(PLAIN),
    'POST /api/authored/a1/publish': ok(shown),
    'POST /api/authored/a1/withdraw': ok({ ...shown, published: null }),
    ...more,
  });
  renderAt('/authored/a1', '/authored/:id', <AuthoredCasePage />);
  return asked;
};
const bodies = (asked: ReturnType<typeof serve>, path: string) =>
  asked.filter((request) => request.path === path).map((request) => request.body);

describe('a case of the school', () => {
  it('goes back to an earlier version, and forward to a newer one', async () => {
    const shown = body({ all: [version(3), version(2), version(1)] });
    const asked = open(shown, { 'GET /api/authored/a1/diff?from=v2&to=v3': ok({ diff: '' }) });
    fireEvent.click(await screen.findByRole('button', { name: '退回到第 1 版' }));
    await waitFor(() => expect(bodies(asked, 'POST /api/authored/a1/publish')).toEqual([{ version: 'v1' }]));
    expect(screen.getByRole('button', { name: '把第 3 版发布到本校' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /第 2 版发布|到第 2 版/ })).toBeNull();
    expect(screen.getByText('已发布')).toBeTruthy();
  });

  it('is withdrawn, and put back by undoing', async () => {
    const asked = open();
    fireEvent.click(await screen.findByRole('button', { name: '撤下' }));
    await waitFor(() => expect(useToasts.getState().toasts).toHaveLength(1));
    const [toast] = useToasts.getState().toasts;
    expect(toast?.text).toBe('「脚背高的跑鞋」已撤下，新的演练里没有它了');
    expect(toast?.action?.label).toBe('撤销');
    toast?.action?.run();
    await waitFor(() => expect(bodies(asked, 'POST /api/authored/a1/publish')).toEqual([{ version: 'v2' }]));
  });

  it('is tried in that very version', async () => {
    const asked = open(body(), { 'POST /api/authored/a1/try': ok(drill({ id: 'd9' })) });
    fireEvent.click(await screen.findByRole('button', { name: '试玩第 1 版' }));
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/drills/d9'));
    expect(bodies(asked, 'POST /api/authored/a1/try')).toEqual([{ version: 'v1' }]);
  });

  it('says of a version with errors why it is neither tried nor published', async () => {
    open(body({ published: null, all: [version(1, { errors: 2, warnings: 1 })] }));
    await screen.findByText('2 个错误，1 个提醒');
    expect(screen.getByText('有错误，试玩和发布要先改好')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /试玩|发布|退回|撤下/ })).toBeNull();
    expect(screen.getByRole('link', { name: '下载第 1 版的案例' }).getAttribute('href')).toBe(
      '/api/authored/a1/file?version=v1&part=case',
    );
  });

  it('shows in what two versions differ, with the file’s name above', async () => {
    open();
    const lines = await screen.findByText('+title: 新');
    expect(lines.parentElement?.textContent).toBe('own.yaml@@ -1 +1 @@-title: 旧+title: 新');
  });

  it('that can’t be published says why and stays as it is', async () => {
    const message = '还有 2 处错误，改好再来。';
    open(body(), { 'POST /api/authored/a1/publish': { ok: false, error: { code: 'case-has-errors', message } } });
    fireEvent.click(await screen.findByRole('button', { name: '退回到第 1 版' }));
    expect((await screen.findByRole('alert')).textContent).toBe(`${message}（case-has-errors）`);
  });

  it('of another school is treated as one that doesn’t exist', async () => {
    open(body(), { 'GET /api/authored/a1': { ok: false, error: { code: 'unknown-case', message: '没有这个案例。' } } });
    await screen.findByText('没有这个案例');
    expect(screen.getByRole('link', { name: '看本校的自编案例' }).getAttribute('href')).toBe('/authored');
  });

  it('that is published but missing from the catalog says why', async () => {
    open(body({ hidden: 'unknown-shop' }));
    await screen.findByText(/它用的店铺已经没有了/);
  });

  it('takes its next version on its own page', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: '上传新版本' }));
    expect(screen.getByLabelText('案例文件')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: BUTTON.cancel }));
    expect(screen.queryByLabelText('案例文件')).toBeNull();
  });
});
