import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Shell } from '#client/app/shell.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { forgetStorageStatus, setStorageStatus } from '#client/lib/storage-status.ts';
import { StorageNotice } from '#client/ui/layout/storage-notice.tsx';
import { STORAGE_FAULTS } from '#contract/storage-status.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { nobody, signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  act(() => forgetStorageStatus());
  cleanup();
  forgetMe();
  clean();
});

const notice = () => screen.queryByText(/服务器|数据文件/)?.closest('[role]') ?? null;

describe('what can’t be stored', () => {
  it('is told to staff on every page: what is safe and what to do, with the space left [S4]', async () => {
    const status = { fault: 'storage-low', freeMb: 150 };
    const answers = { 'GET /api/me': ok(signedIn('mentor')), 'GET /api/storage': ok(status) };
    serve(answers);
    renderAt('/', '/*', <Shell />);
    expect(await screen.findByText(/只剩 150 MB/)).toBeDefined();
    expect(notice()?.getAttribute('role')).toBe('status');
  });

  it('is gone from the page once the server says it is over [S4]', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const answers = { 'GET /api/me': ok(signedIn()), 'GET /api/storage': ok({ fault: 'storage-full', freeMb: 0 }) };
    serve(answers);
    renderAt('/', '/*', <Shell />);
    await act(() => vi.waitFor(() => expect(notice()?.textContent).toContain('磁盘满了')));
    expect(notice()?.getAttribute('role')).toBe('alert');
    answers['GET /api/storage'] = ok({ fault: null, freeMb: 900 });
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    await act(() => vi.waitFor(() => expect(notice()).toBeNull()));
  });

  it('isn’t asked for by anybody else [S4]', async () => {
    const asked = serve({ 'GET /api/me': ok(nobody()) });
    renderAt('/', '/*', <Shell />);
    await screen.findByRole('link', { name: BUTTON.logIn });
    expect(asked.map(({ path }) => path)).not.toContain('GET /api/storage');
    expect(notice()).toBeNull();
  });

  it.each(STORAGE_FAULTS)('%s has words of its own for staff [S4]', (fault) => {
    setStorageStatus({ fault, freeMb: null });
    renderAt('/', '/*', <StorageNotice to="staff" />);
    expect(notice()?.textContent?.length).toBeGreaterThan(20);
  });

  it.each(STORAGE_FAULTS)('%s is told to a trainee only where words aren’t stored: they are kept [S4]', (fault) => {
    setStorageStatus({ fault, freeMb: null });
    renderAt('/', '/*', <StorageNotice to="trainee" />);
    const isStored = fault === 'storage-low' || fault === 'storage-broken';
    if (isStored) expect(notice()).toBeNull();
    else expect(notice()?.textContent).toContain('你写的字都留着');
  });
});
