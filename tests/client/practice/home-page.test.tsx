import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { HomePage } from '#client/features/practice/home-page.tsx';
import { declineDrills } from '#client/lib/claim-memory.ts';
import type { Reply } from '#contract/errors.ts';
import { card, drill } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { PRACTICE } from '#tests/support/labels.ts';

afterEach(clean);

const cards = [
  card({ id: 'promotion/a', title: '满减叠定金', done: 1, best: 72 }),
  card({ id: 'promotion/b', title: '膨胀金', level: 2 }),
  card({ id: 'bargaining/c', title: '别家便宜', typeName: '议价与异议处理', level: 3 }),
  card({ id: 'quality-claim/d', title: '盖子裂了', typeName: '质量破损索赔', stage: 'after', shop: 'hemu', level: 3 }),
];
const open = (drills: unknown[] = [], address = '/') => {
  serve({ 'GET /api/scenarios': ok(cards), 'GET /api/drills': ok(drills) });
  return renderAt(address, '/', <HomePage />);
};

/** The case that one press opens. */
const proposed = (): string | null =>
  screen.getByRole('button', { name: PRACTICE.toDesk }).closest('section')?.querySelector('b')?.textContent ?? null;

describe('home', () => {
  const waiting = { state: 'opened', endedAt: null, score: null, mode: 'practice' } as const;
  const press = async (drills: unknown[], reply: Reply<unknown> = ok({ id: 'd9' })) => {
    const asked = serve({
      'GET /api/scenarios': ok(cards),
      'GET /api/drills': ok(drills),
      'POST /api/drills': reply,
    });
    renderAt('/', '/', <HomePage />);
    fireEvent.click(await screen.findByRole('button', { name: PRACTICE.toDesk }));
    return asked;
  };

  it('opens the case and its desk with one press, and no clock [Z25]', async () => {
    const asked = await press([]);
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/drills/d9'));
    expect(asked.filter(({ path }) => path === 'POST /api/drills').map(({ body }) => body)).toEqual([
      { scenarios: ['promotion/b'], mode: 'practice' },
    ]);
  });

  it('goes back to the desk of these cases that was opened and never started, in place of another', async () => {
    serve({
      'GET /api/scenarios': ok(cards),
      'GET /api/drills': ok([]),
    });
    renderAt('/', '/', <HomePage />);
    await screen.findByRole('button', { name: PRACTICE.toDesk });
    const scenario = {
      id: 'promotion/b',
      title: '膨胀金',
      typeName: '促销活动咨询',
      shop: 'suibu',
      short: false,
      trains: '算清到手价',
    };
    const asked = serve({ 'GET /api/drills': ok([drill({ id: 'd5', ...waiting, scenarios: [scenario] })]) });
    fireEvent.click(screen.getByRole('button', { name: PRACTICE.toDesk }));
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/drills/d5'));
    // The page's other parts may ask for their own lists late: what counts is that no drill is opened.
    expect(asked.map(({ path }) => path).filter((path) => path.endsWith(' /api/drills'))).toEqual(['GET /api/drills']);
  });

  it('says why a case wasn’t opened, and may be pressed again', async () => {
    await press([], { ok: false, error: { code: 'case-in-exam', message: '这个案例正在考试。' } });
    expect(await screen.findByText(/这个案例正在考试。/)).toBeTruthy();
    expect(screen.getByRole('button', { name: PRACTICE.toDesk }).hasAttribute('disabled')).toBe(false);
  });

  it('proposes the easiest case not yet done, and another on request', async () => {
    open();
    expect(await screen.findByRole('button', { name: PRACTICE.toDesk })).toBeTruthy();
    expect(proposed()).toBe('膨胀金');
    fireEvent.click(screen.getByRole('button', { name: '换一个' }));
    expect(proposed()).not.toBe('膨胀金');
  });

  it('proposes a case for the weak spots, with the fault, how often and when last', async () => {
    const reason = { kind: 'weak', family: 'late', name: '响应慢', count: 7, of: 5, lastAt: 1_763_600_000_000 };
    serve({
      'GET /api/scenarios': ok(cards),
      'GET /api/drills': ok([]),
      'GET /api/today': ok({ suggestion: { scenario: 'bargaining/c', reason }, claim: null }),
    });
    renderAt('/', '/', <HomePage />);
    expect(await screen.findByRole('heading', { name: '今天十分钟' })).toBeTruthy();
    expect(screen.getByText(/^「响应慢」最近 5 场有 7 次，最近一次 11-\d\d \d\d:\d\d。/)).toBeTruthy();
    expect(proposed()).toBe('别家便宜');
    fireEvent.click(screen.getByRole('button', { name: '换一个' }));
    expect(screen.queryByText(/响应慢/)).toBeNull();
    expect(proposed()).toBe('膨胀金');
  });

  it('says so where today’s case takes longer than ten minutes', async () => {
    const today = (minutes: number) => ({
      suggestion: { scenario: 'bargaining/c', minutes, reason: { kind: 'clean', of: 1 } },
      claim: null,
    });
    const answers = { 'GET /api/scenarios': ok(cards), 'GET /api/drills': ok([]) };
    serve({ ...answers, 'GET /api/today': ok(today(12)) });
    renderAt('/', '/', <HomePage />);
    expect(await screen.findByText(/往上走一级。这次没有十分钟以内的，这一位约 12 分钟。/)).toBeTruthy();
    clean();
    serve({ ...answers, 'GET /api/today': ok(today(10)) });
    renderAt('/', '/', <HomePage />);
    expect(await screen.findByText('上一场没有丢分的错处，往上走一级。')).toBeTruthy();
  });

  it('says once that this device’s practice can be added to a person’s portfolio', async () => {
    const claim = { person: 'lin', name: '林可欣', drills: ['d1', 'd2'] };
    const answers = {
      'GET /api/scenarios': ok(cards),
      'GET /api/drills': ok([]),
      'GET /api/today': ok({ suggestion: null, claim }),
    };
    serve(answers);
    renderAt('/', '/', <HomePage />);
    expect((await screen.findByRole('link', { name: '去看看' })).getAttribute('href')).toBe('/portfolio');
    expect(screen.getByText(/有 2 场练习还没有归到「林可欣」名下/)).toBeTruthy();
    declineDrills('lin', ['d1', 'd2']);
    clean();
    serve(answers);
    renderAt('/', '/', <HomePage />);
    expect(await screen.findByRole('button', { name: PRACTICE.toDesk })).toBeTruthy();
    expect(screen.queryByText(/还没有归到/)).toBeNull();
    localStorage.clear();
  });

  it('leads back to a drill left unfinished', async () => {
    open([drill({ id: 'd7', state: 'running', endedAt: null, score: null })]);
    const link = await screen.findByRole('link', { name: PRACTICE.goBack });
    expect(link.getAttribute('href')).toBe('/drills/d7');
  });

  it('leads back to the seat of a run left unfinished', async () => {
    const run = { id: 'r1', name: '周三上午场', seat: 's1', no: '01', seatName: '林可欣', redo: false };
    open([drill({ id: 'd7', mode: 'lesson', state: 'running', endedAt: null, score: null, run })]);
    expect((await screen.findByRole('link', { name: PRACTICE.toSeat })).getAttribute('href')).toBe('/seats/s1');
    expect(screen.getByText('周三上午场')).toBeTruthy();
  });

  it('names a rush by its day and level, done or left unfinished [Q8]', async () => {
    const rush = {
      ...({ profile: 'd11-open', profileName: '双11 开门红', level: 2, minutes: 15 } as const),
      ...{ dial: true, capacity: 2, shop: 'suibu' },
    };
    open([
      drill({ id: 'd7', scenarios: [], rush, state: 'running', endedAt: null, score: null }),
      drill({ id: 'd8', rush }),
    ]);
    expect((await screen.findByRole('link', { name: /大促进线 · 双11 开门红 · 2 档/ })).getAttribute('href')).toBe(
      '/drills/d8/report',
    );
    expect(screen.getAllByText('大促进线 · 双11 开门红 · 2 档')).toHaveLength(2);
  });

  it('names the run of a drill, and leaves out replay tasks', async () => {
    const run = { id: 'r1', name: '周三上午场', seat: 's1', no: '01', seatName: '林可欣', redo: false };
    open([
      drill({ id: 'd7', mode: 'lesson', score: null, run }),
      drill({ id: 'd8', mode: 'lesson', score: null, run: { ...run, redo: true } }),
    ]);
    expect((await screen.findByRole('link', { name: /周三上午场.*等老师发布/ })).getAttribute('href')).toBe(
      '/drills/d7/report',
    );
    expect(screen.getAllByRole('link', { name: /周三上午场/ })).toHaveLength(1);
  });

  it('lists only types that have cases, with the best score', async () => {
    open([drill({ id: 'd1', score: 72 })]);
    expect(await screen.findByRole('heading', { name: /^售前/ })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: /^售中/ })).toBeNull();
    expect(screen.getByRole('link', { name: /^促销活动咨询.*2 个案例，做过 1 次.*72/ }).getAttribute('href')).toBe(
      '/library?type=promotion',
    );
    expect(screen.getByRole('link', { name: '看全部案例' }).getAttribute('href')).toBe('/library');
    expect(screen.getByRole('link', { name: /满减叠定金.*72 分/ }).getAttribute('href')).toBe('/drills/d1/report');
  });

  it('keeps apart a type that was done but never scored and one never done', async () => {
    serve({
      'GET /api/scenarios': ok([card({ id: 'promotion/a', done: 1 }), card({ id: 'bargaining/c', typeName: '议价' })]),
      'GET /api/drills': ok([]),
    });
    renderAt('/', '/', <HomePage />);
    expect((await screen.findByRole('link', { name: /^促销活动咨询/ })).textContent).toMatch(/做过 1 次未出分$/);
    expect(screen.getByRole('link', { name: /^议价/ }).textContent).toMatch(/没做过$/);
  });

  it('leads to the library for those who choose themselves', async () => {
    open();
    expect((await screen.findByRole('link', { name: '自己选' })).getAttribute('href')).toBe('/library');
  });

  it('says what could not be loaded when the server is away', async () => {
    serve({ 'GET /api/scenarios': 'offline', 'GET /api/drills': 'offline' });
    renderAt('/', '/', <HomePage />);
    expect(await screen.findByText('案例没有取到')).toBeTruthy();
    expect(screen.getByText(/连不上服务器/)).toBeTruthy();
  });

  it('says so when there is no case', async () => {
    serve({ 'GET /api/scenarios': ok([]), 'GET /api/drills': ok([]) });
    renderAt('/', '/', <HomePage />);
    expect(await screen.findByText('还没有案例')).toBeTruthy();
  });
});
