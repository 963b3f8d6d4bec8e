import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { usePuzzleDevice } from '#client/features/puzzles/model/device.ts';
import { PuzzlePage } from '#client/features/puzzles/puzzle-page.tsx';
import { PuzzlesPage } from '#client/features/puzzles/puzzles-page.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { PuzzleBody, PuzzleCard, PuzzleMenu, PuzzleResultBody } from '#contract/practice/puzzles.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { PUZZLE } from '#tests/support/labels.ts';

afterEach(() => {
  clean();
  localStorage.clear();
  usePuzzleDevice.setState(usePuzzleDevice.getInitialState(), true);
});

const card = (id: string): PuzzleCard => ({
  ...{ id, title: `案例 ${id}`, type: 'return-dispute', typeName: '退换货纠纷', level: 2, rating: 1500, rd: 80 },
  sealed: false,
});
const menu: PuzzleMenu = {
  date: '2026-11-25',
  today: ['p1', 'p2', 'p3'],
  puzzles: ['p1', 'p2', 'p3', 'p4'].map(card),
  own: null,
};
const shop: ShopBody = {
  ...{ id: 'suibu', name: '随步', platformName: '平台', hours: ['09:00', '23:00'], voice: '', role: '' },
  ...{ products: [], policies: [], quickReplies: [], authority: [], coupons: [], actions: [] },
};
const arrived: PuzzleBody['before'][number]['event'] = {
  ...{ kind: 'customer-arrived', at: 5000, conversation: 'c1', story: { date: '2026-11-12', time: '10:20' } },
  ...{
    name: '大鹏',
    scenario: 'return-dispute/x',
    type: 'return-dispute',
    shop: 'suibu',
    regular: false,
    enters: null,
  },
  ...{ past: [], before: [], returning: false, orders: [], mood: 'calm' },
};
const said = (id: string, text: string, at: number): PuzzleBody['before'][number]['event'] => ({
  ...{ kind: 'customer-said', at, conversation: 'c1', id, bubble: { kind: 'text', text } },
});
const puzzle: PuzzleBody = {
  ...{ card: card('p1'), conversation: 'c1', shop, seconds: 90 },
  before: [{ seq: 2, event: arrived }],
  asked: [{ seq: 3, event: said('c1-1', '那退我多少', 9000) }],
};
const result: PuzzleResultBody = {
  ...{ credit: 0, isLate: false, own: null },
  questions: [
    {
      ...{ text: '退多少', better: '鞋退您 426.10' },
      points: [{ text: '退 426.10', must: true, state: 'missed' }],
    },
  ],
  faults: [
    {
      ...{ title: '没答：退多少', unsure: false, why: '客户问的是数。', better: null },
      basis: { kind: 'card', id: 's-part', title: '退部分商品', text: '按各件实付退。', source: '本店' },
    },
  ],
  after: [{ seq: 9, event: said('c1-2', '怎么来的', 15_000) }],
};
const MENU = 'GET /api/puzzles';
const GET = 'GET /api/puzzles/p1';
const POST = 'POST /api/puzzles/p1/answers';
const open = (answer: Parameters<typeof serve>[0][string] = ok(result)) => {
  const answers = { [MENU]: ok(menu), [GET]: ok(puzzle), [POST]: answer };
  const calls = serve(answers);
  return { answers, calls, view: renderAt('/puzzles/p1', '/puzzles/:id', <PuzzlePage />) };
};
/** What is left is what the browser stored. */
const reload = () => {
  clean();
  usePuzzleDevice.setState(usePuzzleDevice.getInitialState(), true);
};
const begin = async () => fireEvent.click(await screen.findByRole('button', { name: PUZZLE.begin }));
const write = async (text: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: '你的回答' }), { target: { value: text } });

describe('a puzzle', () => {
  it('shows the customer’s last words with 开始, takes one answer by Enter, and tells what was missed', async () => {
    const { calls } = open();
    await screen.findByText('今天第 1 题');
    expect(screen.queryByText('那退我多少')).toBeNull();
    await begin();
    expect(await screen.findByText('那退我多少')).toBeTruthy();
    await write('稍等');
    fireEvent.keyDown(screen.getByRole('textbox', { name: '你的回答' }), { key: 'Enter' });
    expect(await screen.findByText('没答出来')).toBeTruthy();
    for (const text of ['退 426.10', '鞋退您 426.10', '没答：退多少', '怎么来的'])
      expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByRole('link', { name: '看「退部分商品」' }).getAttribute('href')).toBe('/shop/suibu#card-s-part');
    expect(screen.getByRole('link', { name: '下一道' }).getAttribute('href')).toBe('/puzzles/p2');
    expect(calls.find(({ path }) => path === POST)?.body).toMatchObject({ text: '稍等', acts: [] });
  });

  it('keeps draft and result over a reload, and a second try leaves the rating as it is [Z4]', async () => {
    open();
    await begin();
    await write('退您');
    reload();
    open();
    expect(await screen.findByDisplayValue('退您')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '就这么回' }));
    await screen.findByText('没答出来');
    // Noted after the result was painted.
    await waitFor(() => expect(usePuzzleDevice.getState().rating.rating).toBeLessThan(1500));
    const { rating } = usePuzzleDevice.getState();
    reload();
    open(ok({ ...result, credit: 1 }));
    await screen.findByText('答出来了');
    fireEvent.click(screen.getByRole('button', { name: PUZZLE.again }));
    await begin();
    await write('鞋退您 426.10');
    fireEvent.click(screen.getByRole('button', { name: '就这么回' }));
    await screen.findByText('答出来了');
    expect(usePuzzleDevice.getState().rating).toEqual(rating);
  });

  it('says why an answer wasn’t judged, and judges it again or gives it back', async () => {
    const { answers } = open({ ok: false, error: { code: 'too-many-requests', message: '太快了，歇一下再来。' } });
    await begin();
    await write('在');
    fireEvent.click(screen.getByRole('button', { name: '就这么回' }));
    expect(await screen.findByText('太快了，歇一下再来。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '改一改再交' }));
    expect(screen.getByDisplayValue('在')).toBeTruthy();
    answers[POST] = ok(result);
    fireEvent.click(screen.getByRole('button', { name: '就这么回' }));
    await screen.findByText('没答出来');
  });

  it('hands in nothing once the time is up', async () => {
    const { calls } = open(ok({ ...result, isLate: true }));
    await begin();
    await write('鞋退您');
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 91_000);
    await waitFor(() => expect(calls.find(({ path }) => path === POST)?.body).toMatchObject({ text: '', seconds: 91 }));
    vi.restoreAllMocks();
    expect(await screen.findByText('超时了')).toBeTruthy();
  });

  it('that isn’t there, or is in an exam, says so', async () => {
    serve({ [MENU]: ok(menu), [GET]: { ok: false, error: { code: 'unknown-puzzle', message: '没有这道接手题' } } });
    renderAt('/puzzles/p1', '/puzzles/:id', <PuzzlePage />);
    expect(await screen.findByText('没有这道题')).toBeTruthy();
  });
});

it('the page of the day lists its three and offers the next of a choice', async () => {
  serve({ [MENU]: ok(menu) });
  renderAt('/puzzles', '/puzzles', <PuzzlesPage />);
  expect(await screen.findByText('案例 p1')).toBeTruthy();
  expect(screen.getByText('4 道，4 道没答过。')).toBeTruthy();
  expect(screen.getByRole('link', { name: '来一道' }).getAttribute('href')).toBe('/puzzles/p4');
  fireEvent.click(screen.getByRole('radio', { name: '难' }));
  expect(await screen.findByText('0 道，0 道没答过。')).toBeTruthy();
});
