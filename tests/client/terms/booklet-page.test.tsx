import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { BookletPage } from '#client/features/terms/booklet/booklet-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Booklet } from '#contract/terms/booklet.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const PAIR: Booklet['pairs'][number] = {
  ...{
    run: 'r1',
    runName: '第一节',
    code: 'evaded',
    turn: '0123456789ab',
    family: 'evading',
    familyName: '绕开问题',
    title: '没有回答',
  },
  ...{ caseTitle: '到底多少钱', better: null, why: '问的是价钱', basis: null },
  poor: { customer: ['多少钱'], reply: '亲在的', instead: null, seconds: 20 },
  good: { customer: ['多少钱'], reply: '到手 99 元', instead: null, seconds: 12 },
};
const BOOKLET: Booklet = {
  term: '双11',
  version: 1,
  title: '案例册',
  items: [],
  gone: 0,
  pairs: [PAIR],
  newest: 12,
  older: [],
};
const ITEM = { run: 'r1', code: 'evaded', turn: PAIR.turn, shows: 'both' as const, sentence: '先说价钱' };
const AT = '/api/classes/c1/terms/m1/booklet';
const open = (booklet: Booklet, more: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({
    'GET /api/me': ok(signedIn('teacher')),
    [`GET ${AT}`]: ok(booklet),
    [`POST ${AT}`]: ok({ ...booklet, version: 2, items: [ITEM] }),
    ...more,
  });
  renderAt('/classes/c1/terms/m1/booklet', '/classes/:id/terms/:term/booklet', <BookletPage />);
  return asked;
};

describe('the case booklet’s page', () => {
  it('stores what was chosen with the teacher’s sentence', async () => {
    const asked = open(BOOKLET);
    fireEvent.click(await screen.findByRole('checkbox', { name: '放进案例册 没有回答' }));
    fireEvent.change(screen.getByLabelText('老师的一句话'), { target: { value: '先说价钱' } });
    expect(screen.getByText('已选 1 则')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(asked.some(({ path }) => path === `POST ${AT}`)).toBe(true));
    const sent = asked.find(({ path }) => path === `POST ${AT}`)?.body;
    expect(sent).toEqual({ version: 1, title: '案例册', items: [ITEM] });
  });

  it('offers the other turns of a fault one by one, and either side by itself', async () => {
    const other = { ...PAIR, turn: 'ba9876543210', poor: { ...PAIR.poor, reply: '看详情页' } };
    const asked = open({ ...BOOKLET, pairs: [PAIR, other] });
    fireEvent.click(await screen.findByText('同一个问题另有 1 段'));
    const boxes = screen.getAllByRole('checkbox', { name: '放进案例册 没有回答' });
    expect(boxes).toHaveLength(2);
    fireEvent.click(boxes[1] as HTMLElement);
    fireEvent.click(screen.getByRole('radio', { name: '只放答得好的' }));
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(asked.some(({ path }) => path === `POST ${AT}`)).toBe(true));
    const item = { run: 'r1', code: 'evaded', turn: 'ba9876543210', shows: 'good', sentence: '' };
    expect(asked.find(({ path }) => path === `POST ${AT}`)?.body).toMatchObject({ items: [item] });
  });

  it('says that older runs aren’t listed, and lists one that is asked for, also after saving [J99]', async () => {
    const older = [{ run: 'r0', name: '开学第一节', day: '2026-09-01' }];
    const old = { ...PAIR, run: 'r0', runName: '开学第一节', turn: 'ba9876543210' };
    const asked = open(
      { ...BOOKLET, older },
      {
        [`GET ${AT}?run=r0`]: ok({ ...BOOKLET, pairs: [old, PAIR] }),
        [`POST ${AT}`]: ok({ ...BOOKLET, version: 2, older }),
      },
    );
    await screen.findByRole('combobox', { name: '下面列的是最近 12 场和选过的；更早的还有 1 场' });
    fireEvent.click(screen.getByRole('button', { name: '列出这一场' }));
    await screen.findByText(/^开学第一节 · /);
    expect(screen.queryByRole('combobox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(asked.some(({ path }) => path === `POST ${AT}`)).toBe(true));
    expect(screen.getByText(/^开学第一节 · /)).toBeTruthy();
  });

  it('says that pages are gone, where there is nothing yet, and where it failed', async () => {
    open({ ...BOOKLET, gone: 2 });
    expect(await screen.findByText(/有 2 则已经不在了/)).toBeTruthy();
    clean();
    open({ ...BOOKLET, pairs: [] });
    expect(await screen.findByText('还没有可以挑的')).toBeTruthy();
    clean();
    open(BOOKLET, { [`GET ${AT}`]: 'offline' });
    expect(await screen.findByRole('button', { name: /再试|重试/ })).toBeTruthy();
  });
});
