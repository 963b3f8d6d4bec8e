/** A drill with an order, a refund asked for, a jump and operations, on a page in English: desk, replay and wall. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { ReplayPage } from '#client/features/replay/replay-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireDeed } from '#contract/wire/deeds.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { chineseOf } from '#tests/client/fixtures/foreign.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { body, enter, fakeLine, tile } from '#tests/client/wall/class.tsx';
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

const choices = [{ value: 'normal', title: 'Standard e-invoice' }];
/** The shop as the server sends it to an English page. */
const ENGLISH: ShopBody = {
  ...SHOP,
  platformName: 'Taobao / Tmall',
  actions: [
    {
      id: 'refund-partial',
      title: 'Partial refund',
      group: 'After-sales',
      sends: false,
      done: 'The partial refund is submitted',
      fields: [],
    },
    {
      id: 'invoice',
      title: 'Issue invoice',
      group: 'Orders',
      sends: true,
      done: 'The invoice request is submitted',
      fields: [{ name: 'kind', title: 'Invoice type', kind: 'choice', required: true, choices }],
    },
    { id: 'check-order', title: 'Internal record', group: 'Orders', sends: false, done: '', fields: [] },
    { id: 'check-logistics', title: 'Track parcel', group: 'Delivery', sends: false, done: '', fields: [] },
  ],
};

const did = (at: number, deed: WireDeed): WireEvent => ({
  kind: 'customer-did',
  at,
  conversation: 'c1',
  deed,
  orders: [],
});
type Done = Extract<WireEvent, { kind: 'action-done' }>;
const done = (at: number, action: string, title: string, more: Partial<Done>): WireEvent => ({
  kind: 'action-done',
  at,
  conversation: 'c1',
  id: `a${at}`,
  action,
  title,
  with: {},
  sends: false,
  result: [],
  orders: [],
  ...more,
});

const EVENTS: readonly WireEvent[] = [
  OPENED,
  arrived('c1', 8000),
  said('c1', 9000, '就要这双'),
  replied('c1', 12_000, '好的'),
  did(13_000, {
    kind: 'place-order',
    items: [
      { name: '逐峰3 缓震跑鞋', sku: '39', qty: 2 },
      { name: '晨雾 速干T', sku: null, qty: 1 },
    ],
    amount: 101_700,
    paid: false,
  }),
  did(14_000, { kind: 'pay' }),
  { kind: 'story-jumped', at: 15_000, conversation: 'c1', after: { value: 2, unit: 'd' } },
  did(16_000, { kind: 'open-refund', amount: 9900 }),
  did(17_000, { kind: 'open-complaint', level: 2 }),
  did(18_000, { kind: 'bad-review' }),
  done(19_000, 'refund-partial', '部分退款', { result: ['已提交，原路退回'], lines: [{ kind: 'done' }] }),
  done(19_500, 'check-order', '查内部', { result: ['没有内部备注'], lines: [{ kind: 'no-notes' }] }),
  done(19_700, 'check-logistics', '查物流', {
    result: ['881001 · 运输中 · 发出 11-10', '11-11 件在路上'],
    lines: [{ kind: 'order', no: '881001', status: 'shipped', latest: { step: 'shipped', on: '11-10' } }, null],
  }),
  done(20_000, 'invoice', '开票', {
    sends: true,
    with: { kind: 'normal' },
    result: ['开票申请已提交'],
    lines: [{ kind: 'done' }],
  }),
];
/** What is Chinese of an operation only in content: its name, and what the desk answers. */
const worded = (event: Done): Done => ({
  ...event,
  title: '',
  result: event.result.filter((_, n) => event.lines?.[n] === null),
});
/** What stays Chinese: the case's and the shop's own words. */
const GIVEN = [EVENTS.map((event) => (event.kind === 'action-done' ? worded(event) : event)), ENGLISH, SUMMARY];

const SENTENCES = [
  /Customer ordered 逐峰3 缓震跑鞋 39 ×2, 晨雾 速干T for ¥1017\.00, not paid yet$/,
  /Customer paid$/,
  /^\[2 days later\]$/,
  /Customer asked for a refund of ¥99\.00$/,
  /Customer filed a complaint \(level 2\)$/,
  /Customer left a bad review$/,
  /Operation: Partial refund/,
  /The partial refund is submitted$/,
  /No internal notes$/,
  /881001 · In transit · Shipped 11-10/,
];

const seen = async (given: readonly unknown[] = []): Promise<void> => {
  const log = await screen.findByRole('log');
  await within(log).findByText(/Operation: Partial refund/);
  for (const sentence of SENTENCES) expect(within(log).getByText(sentence), String(sentence)).toBeTruthy();
  expect(log.textContent).toContain('Issue invoice');
  expect(chineseOf(document.body, [GIVEN, given])).toEqual([]);
};

// A drill of its own in each: a page asks for a drill's shop once.
describe('what happens in a drill is English on a page in English', () => {
  it('at the desk', async () => {
    const { server, transport } = fakeServer();
    server.log.push(...EVENTS);
    vi.stubGlobal('fetch', (path: string) =>
      Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? ENGLISH : SUMMARY }))),
    );
    render(
      <MemoryRouter>
        <Desk id="d1" createTransport={() => transport} />
      </MemoryRouter>,
    );
    await act(async () => server.up());
    await seen();
    const card = within(screen.getByRole('log')).getByText('Issue invoice').closest('div');
    expect(card?.textContent).toMatch(/Invoice type.*Standard e-invoice/);
    expect(screen.getByTitle('Me: Issue invoice')).toBeTruthy();
    // Only what somebody wrote is read out in Chinese, in a bubble or by the desk.
    const inChinese = [...screen.getByRole('log').querySelectorAll('p[lang]')].map(({ textContent }) => textContent);
    expect(inChinese).toEqual(['就要这双', '好的', '11-11 件在路上']);
    fireEvent.keyDown(window, { code: 'KeyA', altKey: true });
    const answered = within(screen.getByRole('heading', { name: 'Operations done' }).parentElement ?? document.body);
    for (const text of ['The partial refund is submitted', 'No internal notes', '881001 · In transit · Shipped 11-10'])
      expect(answered.getByText(text).lang).toBe('');
    expect(answered.getByText('11-11 件在路上').lang).toBe('zh-CN');
    expect(chineseOf(document.body, GIVEN)).toEqual([]);
  });

  it('in a replay', async () => {
    const played = [...EVENTS, { kind: 'drill-ended', at: 60_000, why: 'trainee' }];
    serve({
      'GET /api/drills/d3/replay': ok({ events: played.map((event, n) => ({ seq: n + 1, event })) }),
      'GET /api/drills/d3/report': ok({ ...report, findings: [] }),
      'GET /api/drills/d3': ok(drill({ id: 'd3', scenarios: [] })),
      'GET /api/drills/d3/shops/suibu': ok(ENGLISH),
    });
    renderAt('/drills/d3/replay?at=59000', '/drills/:id/replay', <ReplayPage />);
    await seen();
    expect(screen.getByTitle('Me: Issue invoice')).toBeTruthy();
  });

  it('over the shoulder', async () => {
    const asked = serve({ 'GET /api/drills/d2/shops/suibu': ok(ENGLISH) });
    const run = body();
    const seat = tile(2);
    const line = fakeLine(run, [seat]);
    await enter('/runs/r1/wall?seat=s2', line);
    await line.events({
      drillId: 'd2',
      after: 0,
      upTo: EVENTS.length,
      events: EVENTS.map((event, at) => ({ seq: at + 1, event })),
      now: 21_000,
      running: true,
    });
    await seen([run, seat]);
    expect(asked.map(({ path }) => path)).toContain('GET /api/drills/d2/shops/suibu');
  });
});
