import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StatusPage } from '#client/features/status/status-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Reply } from '#contract/errors.ts';
import type { ServerStatus } from '#contract/storage-status.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

const AT = new Date('2026-11-23T12:03:05').getTime();
const STATUS: ServerStatus = {
  ...{ at: AT, version: '0.9.0', startedAt: AT - 26 * 3_600_000, seats: 41, sockets: 55 },
  ...{ drills: { running: 38, standing: 2 }, queues: { judge: 3, reports: 7 }, node: null },
  answers: { count: 1200, p50: 3.21, p99: 48.4 },
  writes: { count: 400, p50: 2, p99: 12.6, slowMs: 100 },
  disk: { freeMb: 77_128, trend: null },
  ...{ backup: null, backupFault: null, fault: null, warnings: [] },
};

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  forgetMe();
  clean();
  vi.useRealTimers();
});

const open = (status: Reply<unknown> | 'offline', machineAdmin = true) => {
  const me = signedIn();
  const person = me.person === null ? null : { ...me.person, role: 'admin' as const, machineAdmin };
  const answers: Record<string, Reply<unknown> | 'offline'> = {
    'GET /api/me': ok({ ...me, person }),
    'GET /api/status': status,
  };
  const asked = serve(answers);
  renderAt('/status', '/status', <StatusPage />);
  return {
    asked: () => asked.filter(({ path }) => path === 'GET /api/status').length,
    answer: (next: Reply<unknown> | 'offline') => {
      answers['GET /api/status'] = next;
    },
  };
};
const figure = (name: string): string => screen.getByText(name).parentElement?.textContent ?? '';
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('the status page', () => {
  it('tells what runs, how fast it answers, what is left and since when', async () => {
    open(ok(STATUS));
    await screen.findByText('连着的席位');
    expect([figure('连着的席位'), figure('正在走的演练')]).toEqual(['连着的席位41', '正在走的演练38']);
    expect(figure('半数操作，确认在')).toContain('3.2 毫秒内');
    expect(figure('99% 的操作，确认在')).toContain('48 毫秒内');
    expect(figure('等着出的报告')).toContain('7');
    expect(figure('磁盘还剩')).toContain('77.1 GB');
    expect(figure('每小时减少')).toContain('没有减少');
    expect(figure('最近一次备份')).toContain('从来没有');
    expect(figure('已经运行')).toContain('1 天 2 小时');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what is not known, and that nothing has happened yet', async () => {
    const none = { count: 0, p50: null, p99: null };
    open(ok({ ...STATUS, answers: none, writes: { ...none, slowMs: 100 }, disk: { freeMb: null, trend: null } }));
    await screen.findByText('连着的席位');
    expect(figure('半数操作，确认在')).toContain('还没有');
    expect(figure('磁盘还剩')).toContain('不清楚');
  });

  it('warns of a slow disk and of one that fills, and tells of a backup and a fault', async () => {
    open(
      ok({
        ...STATUS,
        disk: { freeMb: 640, trend: { mbPerHour: 1200, minutesLeft: 32.4 } },
        backup: { at: AT, file: 'kefu-1123.zip', bytes: 12_400_000 },
        fault: 'storage-low',
        warnings: ['disk-slow', 'disk-filling'],
      }),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('还能用 32 分钟');
    expect(screen.getByText(/磁盘变慢了/).textContent).toContain('100 毫秒');
    expect(figure('每小时减少')).toContain('1.2 GB');
    expect(figure('每小时减少')).toContain('还能用 32 分钟');
    expect(figure('最近一次备份')).toContain('kefu-1123.zip · 12 MB');
    expect(figure('保存')).toContain('空间不多了');
  });

  it('says why the last backup failed, and that the daily one is missing', async () => {
    const page = open(ok({ ...STATUS, backupFault: { kind: 'failed', at: AT, code: 'backup-disk-full' } }));
    expect((await screen.findByRole('alert')).textContent).toContain('磁盘空间不够');
    page.answer(ok({ ...STATUS, backupFault: { kind: 'failed', at: AT, code: 'of a later version' } }));
    await wait(5000);
    expect(screen.getByText(/没有做成/).textContent).toContain('原因见服务的日志');
    page.answer(ok({ ...STATUS, backupFault: { kind: 'missed' } }));
    await wait(5000);
    expect(screen.getByText(/超过一天没有自动备份/)).toBeTruthy();
  });

  it('asks every five seconds, keeps the figures meanwhile, and shows the new ones in their place', async () => {
    const page = open(ok(STATUS));
    const seats = await screen.findByText('连着的席位');
    expect(page.asked()).toBe(1);
    page.answer(ok({ ...STATUS, seats: 40 }));
    await wait(5000);
    expect(page.asked()).toBe(2);
    expect(screen.getByText('连着的席位')).toBe(seats);
    expect(figure('连着的席位')).toBe('连着的席位40');
  });

  it('says so when the server hasn’t answered for a while, and takes it back', async () => {
    const page = open(ok(STATUS));
    await screen.findByText('连着的席位');
    page.answer('offline');
    await wait(15_000);
    expect(screen.queryByText(/没问到服务器/)).toBeNull();
    await wait(5000);
    expect(screen.getByText(/没问到服务器/).textContent).toContain('11-23 12:03');
    expect(figure('连着的席位')).toContain('41');
    page.answer(ok({ ...STATUS }));
    await wait(5000);
    expect(screen.queryByText(/没问到服务器/)).toBeNull();
  });

  it('names the servers of one database, and says when they can’t hear each other', async () => {
    const page = open(ok(STATUS));
    await screen.findByText('连着的席位');
    expect(screen.queryByText('共用数据库的服务器')).toBeNull();
    page.answer(ok({ ...STATUS, node: { name: 'kefu-1-ab12', others: 2, hearsOthers: true } }));
    await wait(5000);
    expect(figure('共用数据库的服务器')).toContain('3');
    expect(figure('共用数据库的服务器')).toContain('kefu-1-ab12');
    expect(figure('互相通信（Redis）')).toContain('正常');
    page.answer(ok({ ...STATUS, node: { name: 'kefu-1-ab12', others: 2, hearsOthers: false } }));
    await wait(5000);
    expect(figure('互相通信（Redis）')).toContain('断了');
  });

  it('says what failed, and asks again', async () => {
    open({ ok: false, error: { code: 'internal', message: '服务器出错了。（编号 ABC234）' } });
    expect(await screen.findByText('机器状况没有取到')).toBeTruthy();
    expect(screen.getByText(/编号 ABC234/)).toBeTruthy();
    expect(screen.getByRole('button', { name: BUTTON.again })).toBeTruthy();
  });

  it('is closed to an admin who doesn’t look after the machine', async () => {
    const page = open(ok(STATUS), false);
    expect(await screen.findByText(/管这台机器的管理员/)).toBeTruthy();
    expect(page.asked()).toBe(0);
  });
});
