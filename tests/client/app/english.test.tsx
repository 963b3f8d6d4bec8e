import { act, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TopBar } from '#client/app/top-bar.tsx';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { HomePage } from '#client/features/practice/home-page.tsx';
import { ShopPage } from '#client/features/practice/shop-page.tsx';
import { StartPage } from '#client/features/practice/start-page.tsx';
import { ReportPage } from '#client/features/report/report-page.tsx';
import { clauses, remarks } from '#client/lib/clauses.ts';
import { longDate, percent, seconds } from '#client/lib/format.ts';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { joined, listed } from '#client/lib/listed.ts';
import { card, drill, shop, startCard } from '#tests/client/fixtures/cards.ts';
import { chineseOf } from '#tests/client/fixtures/foreign.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { arrived, fakeServer, OPENED, replied, said } from '#tests/client-desk/fake-server.ts';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';

vi.mock('#client/lib/language.ts', async (load) => ({
  ...(await load<object>()),
  LANGUAGE: 'en',
  PAGE_LANG: 'en',
}));

afterEach(() => {
  clean();
  forgetMe();
});

const cards = [card({ id: 'promotion/a', title: '满减叠定金', done: 1, best: 72 }), card({ id: 'promotion/b' })];

describe('a page in English', () => {
  it('is English in the bar with the names of the pages', async () => {
    const me = signedIn('admin');
    serve({ 'GET /api/me': ok(me) });
    const { container } = renderAt('/', '/*', <TopBar />);
    fireEvent.click(await screen.findByRole('button', { name: 'Account: 王老师' }));
    const other = await screen.findByRole('button', { name: '中文' });
    expect(other.getAttribute('lang')).toBe('zh-CN');
    expect(chineseOf(document.body, [me, '中文'])).toEqual([]);
    expect(container.textContent).toContain('Case library');
  });

  it('is English at home', async () => {
    const reason = { kind: 'weak', family: 'late', name: 'Slow', count: 1, of: 5, lastAt: 1_763_600_000_000 };
    const rush = {
      profiles: [
        {
          id: 'normal',
          name: '平日',
          from: '2026-11-18 13:00',
          minutes: 2,
          rate: [1, 1],
          customers: [3, 5, 7],
          types: [],
          batches: [],
        },
      ],
      factors: [0.6, 1, 1.4],
      closingMinutes: 5,
      shops: [{ shop: 'suibu', shopName: '燧步运动' }],
    };
    const given = [
      cards,
      [drill({ id: 'd1' })],
      { suggestion: { scenario: 'promotion/b', minutes: 12, reason } },
      rush,
    ];
    serve({
      'GET /api/homework': ok([]),
      'GET /api/papers': ok([]),
      'GET /api/exams': ok([]),
      'GET /api/certificates': ok([]),
      'GET /api/short-rounds': ok([]),
      'GET /api/rush': ok(rush),
      'GET /api/scenarios': ok(given[0]),
      'GET /api/drills': ok(given[1]),
      'GET /api/today': ok({ ...given[2], claim: { person: 'lin', name: 'Lin', drills: ['d1'] } }),
    });
    const { container } = renderAt('/', '/', <HomePage />);
    expect(await screen.findByRole('heading', { name: 'Ten minutes today' })).toBeTruthy();
    expect(
      screen.getByText(/“Slow”: 1 time in the last 5 drills, .* customer\. None takes ten minutes or less/),
    ).toBeTruthy();
    expect(screen.getByText(/^1 practice drill on this device is not under “Lin” yet\.$/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Take this rush' })).toBeTruthy();
    expect(chineseOf(container, given)).toEqual([]);
  });

  it('is English on the start card and in the shop', async () => {
    serve({ 'GET /api/start-card?scenarios=promotion%2Fa': ok(startCard), 'GET /api/shops/suibu': ok(shop) });
    const start = renderAt('/start?scenarios=promotion/a', '/start', <StartPage />);
    await screen.findByRole('heading', { level: 1, name: '满减叠定金' });
    expect(screen.getByText('31–60 s')).toBeTruthy();
    expect(chineseOf(start.container, startCard)).toEqual([]);
    start.unmount();
    const { container } = renderAt('/shop/suibu', '/shop/:id', <ShopPage />);
    await screen.findByRole('heading', { level: 1, name: shop.name });
    expect(chineseOf(container, shop)).toEqual([]);
  });

  it('is English at the desk, but for what the customer and the trainee say', async () => {
    const server = fakeServer();
    server.server.log.push(OPENED, arrived('c1', 8000), said('c1', 9000, '在吗'), replied('c1', 20_000, '在的'));
    vi.stubGlobal('fetch', (path: string) =>
      Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : SUMMARY }))),
    );
    const open = () => server.transport;
    render(
      <MemoryRouter>
        <Desk id="d1" createTransport={open} />
      </MemoryRouter>,
    );
    await act(async () => server.server.up());
    expect(await screen.findByLabelText('Reply to 小鹿')).toBeTruthy();
    const given = [server.server.log, SHOP, SUMMARY];
    fireEvent.click(await screen.findByRole('button', { name: 'Quick replies' }));
    expect(chineseOf(document.body, given)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Orders and operations' }));
    for (const tab of ['Products', 'Policies', 'Operations']) {
      fireEvent.mouseDown(await screen.findByRole('tab', { name: tab }), { button: 0 });
      expect(chineseOf(document.body, given)).toEqual([]);
    }
    expect(screen.getAllByText('在吗').every((one) => one.closest('[lang="zh-CN"]') !== null)).toBe(true);
  });

  it('is English in the report, but for what it quotes', async () => {
    const given = [report, drill({ id: 'd1' }), cards];
    serve({
      'GET /api/drills/d1/report': ok(report),
      'GET /api/drills/d1': ok(given[1]),
      'GET /api/scenarios': ok(cards),
    });
    const { container } = renderAt('/drills/d1/report', '/drills/:id/report', <ReportPage />);
    await screen.findByText(report.verdict);
    fireEvent.click(screen.getByRole('radio', { name: /^All / }));
    expect(chineseOf(container, given)).toEqual([]);
  });
});

describe('between parts of a list and between sentences', () => {
  it('stand English punctuation and units', () => {
    const two = ['a', 'b'];
    expect([listed(two), clauses(two), remarks(two)]).toEqual(['a, b', 'a, b', 'a; b']);
    expect(joined(['One.', '', 'Two.'])).toBe('One. Two.');
    expect([seconds(42), seconds(102), percent('23.1')]).toEqual(['42 s', '1 min 42 s', '23.1%']);
    expect(longDate(new Date(2026, 10, 23, 12, 5).getTime())).toBe('2026-11-23 12:05');
  });
});
