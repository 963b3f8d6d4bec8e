import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AuthoredCasePage } from '#client/features/authored/case-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { CaseCard, CaseCards } from '#contract/authored.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { body, version } from './cases.ts';

afterEach(() => {
  cleanup();
  forgetMe();
  forgetLoaded();
  clean();
});

const ALL = 45;
const cardOf = (card: number): CaseCard => ({
  card,
  drawn: [
    { name: '鞋', value: card % 2 === 0 ? '步云' : '风廓' },
    { name: '第几天', value: String(card) },
  ],
  right: [{ name: '能退', value: card < 8 }],
});
const page = (from: number): CaseCards => ({
  ...{ varies: true, all: ALL, from },
  cards: [...Array(Math.max(0, Math.min(20, ALL - from))).keys()].map((at) => cardOf(from + at)),
});
const shown = body({ all: [version(2)], versions: 1 });
const at = (from: number, no = 2): string => `GET /api/authored/a1/cards?version=v${no}&from=${from}`;
const open = (more: Parameters<typeof serve>[0] = {}, path = '/authored/a1') => {
  const asked = serve({
    ...{ 'GET /api/me': ok(signedIn('teacher')), 'GET /api/authored/a1': ok(shown) },
    ...{ [at(0)]: ok(page(0)), [at(20)]: ok(page(20)), [at(40)]: ok(page(40)) },
    ...more,
  });
  renderAt(path, '/authored/:id', <AuthoredCasePage />);
  return asked;
};
const section = async () => within(await screen.findByRole('region', { name: '会变的牌' }));
const rows = async () => {
  const table = within(await (await section()).findByRole('table', { name: '会变的牌' }));
  return table.getAllByRole('row').slice(1);
};

describe('the cards of a case', () => {
  it('are listed with what is drawn and what is right there, twenty at a time [K9]', async () => {
    open();
    const first = await rows();
    expect(first).toHaveLength(20);
    expect(first[1]?.textContent).toMatch(/^第 1 张鞋风廓第几天1.*正确答案：能退是试玩$/);
    expect(first[9]?.textContent).toContain('能退不是');
    expect((await section()).getByText('这里是第 0 到 19 张，一共 45 张')).toBeTruthy();
    const turn = async (name: string) => fireEvent.click((await section()).getByRole('button', { name }));
    expect((await section()).getByRole('button', { name: '前 20 张' })).toHaveProperty('disabled', true);
    await turn('后 20 张');
    await (await section()).findByText('这里是第 20 到 39 张，一共 45 张');
    await turn('后 20 张');
    await (await section()).findByText('这里是第 40 到 44 张，一共 45 张');
    expect(await rows()).toHaveLength(5);
    expect((await section()).getByRole('button', { name: '后 20 张' })).toHaveProperty('disabled', true);
    await turn('前 20 张');
    expect((await rows())[0]?.textContent).toContain('第 20 张');
  });

  it('stand where a reload or the way back from a trial left them', async () => {
    open({}, '/authored/a1?cards=40');
    expect(await rows()).toHaveLength(5);
    cleanup();
    open({ [at(60)]: ok(page(60)) }, '/authored/a1?cards=60');
    fireEvent.click(await (await section()).findByRole('button', { name: '从头看' }));
    expect(await rows()).toHaveLength(20);
  });

  it('can each be tried, and a refusal is told [K9]', async () => {
    const asked = open({ 'POST /api/authored/a1/try': ok(drill({ id: 'd9' })) });
    fireEvent.click(await (await section()).findByRole('button', { name: '试玩第 7 张' }));
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/drills/d9'));
    expect(asked.find(({ path }) => path === 'POST /api/authored/a1/try')?.body).toEqual({ version: 'v2', card: 7 });
    cleanup();
    const message = '开得太快了，等一分钟。';
    open({ 'POST /api/authored/a1/try': { ok: false, error: { code: 'too-many-requests', message } } });
    fireEvent.click(await (await section()).findByRole('button', { name: '试玩第 7 张' }));
    await (await section()).findByText(message, { exact: false });
  });

  it('are none of a plain version, which leads to the guide’s chapter', async () => {
    open({ [at(0)]: ok({ varies: false, all: 0, from: 0, cards: [] }) });
    const link = await (await section()).findByRole('link', { name: '怎么写会变的案例' });
    expect(link.getAttribute('href')).toBe('/guide/writing-a-case#s11');
    expect((await section()).queryByRole('table')).toBeNull();
  });

  it('can be read and not tried while the version has errors, and say so where the shop makes none', async () => {
    const broken = body({ all: [version(2, { errors: 1 }), version(1)], published: null });
    const diff = { 'GET /api/authored/a1/diff?from=v1&to=v2': ok({ diff: '' }) };
    const none = ok({ varies: true, all: 0, from: 0, cards: [] });
    open({ 'GET /api/authored/a1': ok(broken), ...diff, [at(0, 1)]: none });
    expect(await rows()).toHaveLength(20);
    expect((await section()).queryByRole('button', { name: /试玩/ })).toBeNull();
    fireEvent.change((await section()).getByLabelText('哪一版的牌'), { target: { value: 'v1' } });
    await (await section()).findByText('这家店现在一张牌也凑不齐');
  });

  it('can be asked for again when they didn’t load', async () => {
    open({ [at(0)]: { ok: false, error: { code: 'internal', message: '出错了。' } } });
    await (await section()).findByText('牌没有取到');
  });
});
