import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { WallTile } from '#contract/wall.ts';
import { clean, ok, serve } from '#tests/client/fixtures/page.tsx';
import { body, enter, fakeLine, NOW, tile } from './class.tsx';

afterEach(() => {
  clean();
  forgetMe();
  localStorage.clear();
});

const REACH = {
  port: 3000,
  publicUrl: null,
  onlyHere: false,
  addresses: [
    { address: '192.168.31.20', url: 'http://192.168.31.20:3000', network: 'WLAN' },
    { address: '10.1.2.3', url: 'http://10.1.2.3:3000', network: '以太网' },
  ],
  others: 0,
  lastOtherAt: null,
};
const joining = (over = {}) => body({ stage: 'join', log: [{ stage: 'join', at: NOW }], ...over });
const absent: Partial<WallTile> = { link: 'absent', drill: null, state: 'none', conversations: [] };

const open = async (line = fakeLine(joining(), [tile(1, { drill: null }), tile(2, absent)]), more = {}) => {
  const asked = serve({ 'GET /api/reachability': ok(REACH), ...more });
  await enter('/runs/r1', line);
  await act(async () => {});
  return { asked, line };
};

describe('the lobby', () => {
  it('shows a run that gathers its class the code, address, QR code and who is here', async () => {
    await open();
    expect(screen.getByTestId('where').textContent).toBe('/runs/r1/lobby');
    expect(screen.getByText('482 913')).toBeTruthy();
    expect(await screen.findByText('192.168.31.20:3000')).toBeTruthy();
    expect(screen.getByRole('img', { name: '进场二维码' }).querySelector('rect')?.getAttribute('fill')).toBe('#fff');
    expect(screen.getByText('未到')).toBeTruthy();
    expect(screen.getByText('已进场').textContent).toBe('已进场 1 / 2');
  });

  it('can show another address, and remembers the choice by its network', async () => {
    await open();
    fireEvent.change(await screen.findByRole('combobox', { name: '大屏上显示哪个地址' }), {
      target: { value: '以太网' },
    });
    expect(screen.getByText('10.1.2.3:3000')).toBeTruthy();
    expect(localStorage.getItem('kefu.address')).toBe('以太网');
  });

  it('gives seats the part of 班组长 before the drill begins, and not in an exam [J51]', async () => {
    const seat = (id: string, name: string, leads = false) => ({ id, no: '', name, joined: true, leads });
    const board = { run: { id: 'r1', name: '课' }, answerS: 120, open: true, cards: [], now: 0 };
    const lead = { id: 's1', no: '', name: '甲', peers: ['乙'], requests: [] };
    const { asked } = await open(undefined, {
      'GET /api/runs/r1/leads': ok({ ...board, seats: [seat('s1', '甲'), seat('s2', '乙')], leads: [] }),
      'POST /api/runs/r1/leads': ok({ ...board, seats: [seat('s1', '甲', true), seat('s2', '乙')], leads: [lead] }),
    });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '班组长' })));
    const dialog = within(screen.getByRole('dialog', { name: '谁当班组长' }));
    await act(async () => fireEvent.click(dialog.getByRole('checkbox', { name: '甲 当班组长' })));
    expect(asked.at(-1)).toEqual({ path: 'POST /api/runs/r1/leads', body: { seat: 's1', leads: true } });
    expect(dialog.getByText('乙 归 甲 管')).toBeTruthy();
    clean();
    const exam = joining();
    await open(fakeLine({ ...exam, plan: { ...exam.plan, mode: 'exam' } }, [tile(1, { drill: null })]));
    expect(screen.queryByRole('button', { name: '班组长' })).toBeNull();
  });

  it('lets a device that asks in, or refuses it, beside its name', async () => {
    const line = fakeLine(joining(), [tile(1, { drill: null, asking: true })]);
    const { asked } = await open(line, { 'POST /api/seats/s1/approve': ok(null) });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /^同意/ })));
    expect(asked.at(-1)?.path).toBe('POST /api/seats/s1/approve');
    await line.tiles([tile(1, { drill: null, asking: false })]);
    expect(screen.queryByRole('button', { name: /^同意/ })).toBeNull();
  });

  it('can lock the door, and asks before it makes a new code', async () => {
    const { asked } = await open(undefined, {
      'POST /api/runs/r1/lock': ok(joining({ locked: true, now: NOW + 1 })),
      'POST /api/runs/r1/code': ok(joining({ code: '111222', now: NOW + 2 })),
    });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '锁门' })));
    expect(screen.getByText(/门锁着/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '换口令' }));
    expect(asked.at(-1)?.path).toBe('POST /api/runs/r1/lock');
    const dialog = screen.getByRole('dialog');
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: '换口令' })));
    expect(screen.getByText('111 222')).toBeTruthy();
  });

  it('says under 没反应？ what the server has heard and what to try, in order', async () => {
    await open();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '没反应？' })));
    const dialog = screen.getByRole('dialog');
    expect(await within(dialog).findByText(/没有听到任何别的设备/)).toBeTruthy();
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((element) => element.querySelector('b')?.textContent),
    ).toEqual(['不在同一个网络', '电脑的防火墙拦住了', '访客网络的 AP 隔离', '代理或 VPN']);
  });

  it('says what comes next while nobody is there', async () => {
    await open(fakeLine(joining({ className: null }), []));
    expect(screen.getByText('还没有人进场')).toBeTruthy();
  });
});
