/** The page of a seat that leads: what waits, how it is answered, and what was right afterwards. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LeadSeat } from '#client/features/lead/lead-page.tsx';
import { Leads } from '#client/features/results/leads.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { LeadFigures, LeadRequest, SeatLead } from '#contract/together/leads.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { seatBody, seatLine } from '#tests/client/fixtures/seat.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const waits: LeadRequest = {
  ...{ drill: 'd1', ask: 'a1', seat: { id: 's2', no: '02', name: '李静' }, customer: '小周', shop: 'suibu' },
  ...{ operation: '报班长', notes: ['客户要30元'], sum: 3000, askedAt: 0, state: 'waits' },
  lines: [
    { by: 'customer', text: '赔我30块' },
    { by: 'colleague', text: '我报班长看一下' },
  ],
  ...{ left: { ms: 95_000, runs: true }, answer: null, judged: null },
};
const answered: LeadRequest = {
  ...{ ...waits, ask: 'a0', state: 'answered', left: null },
  answer: { how: 'refused', amount: null, words: '不归我们赔', at: 40_000 },
};
const judged: LeadRequest = {
  ...answered,
  judged: {
    ...{ verdict: 'refused-wrongly', right: 'granted', amount: 3000, why: ['50元以内的退差，报班长'] },
    ...{ inTime: true, within: true, reasoned: true, marks: 50 },
  },
};
const figures: LeadFigures = { requests: 2, inTime: 2, right: 1, within: 2, reasoned: 1, score: 70 };
const card = { shop: 'suibu', name: '燧步', levels: [{ level: 'B' as const, text: '50元以内的退差，报班长' }] };
const MARKS = { inTime: 20, right: 50, within: 20, reason: 10 };
const lead = (over: Partial<SeatLead> = {}): SeatLead => ({
  ...{ peers: ['李静', '张伟'], answerS: 120, marks: MARKS, cards: [card], requests: [waits], figures: null, ...over },
});

const open = async (over: Partial<SeatLead> = {}, run: Parameters<typeof seatBody>[0] = {}) => {
  const asked = serve({ 'POST /api/seats/s1/lead-answers': ok(null) });
  const line = seatLine(ok({ ...seatBody({ ...run, run: { stage: 'drill', ...run?.run } }), lead: lead(over) }));
  renderAt('/seats/s1/lead', '/seats/:id/lead', <LeadSeat id="s1" createTransport={() => line.transport} />);
  await act(async () => line.line.up());
  await screen.findByRole('heading', { level: 1 });
  return { asked, line };
};

it('[J47] a request says who asks for what, with the last lines, the card and the time left', async () => {
  await open();
  expect(screen.getByText('等你定（1）')).toBeDefined();
  await waitFor(() => expect(document.title).toContain('（1）班组长'));
  expect(screen.getByRole('heading', { name: /李静 的客户 小周 · 报班长/ })).toBeDefined();
  expect(screen.getByText('客户要30元')).toBeDefined();
  expect(screen.getByText('提到 ¥30.00')).toBeDefined();
  expect(within(screen.getByRole('region', { name: '最近的对话' })).getByText('我报班长看一下')).toBeDefined();
  expect(screen.getByText(/^还剩 1:3[45]$/)).toBeDefined();
  expect(screen.getByRole('heading', { name: '权限卡 · 燧步' })).toBeDefined();
});

it('[J47] is granted with a sum, and needs a word where it is refused', async () => {
  const { asked } = await open();
  const send = screen.getByRole<HTMLButtonElement>('button', { name: '答复' });
  expect(send.disabled).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: '不同意' }));
  expect(send.disabled).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: '同意' }));
  fireEvent.change(screen.getByLabelText(/^批多少/), { target: { value: '30.555' } });
  expect(send.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText(/^批多少/), { target: { value: '30.5' } });
  fireEvent.change(screen.getByLabelText('跟同学说一句'), { target: { value: ' 是我们的错 ' } });
  fireEvent.click(send);
  await waitFor(() => expect(asked.at(-1)?.path).toBe('POST /api/seats/s1/lead-answers'));
  expect(asked.at(-1)?.body).toEqual({
    ...{ drill: 'd1', ask: 'a1', answer: { how: 'granted', amount: 3050, words: '是我们的错' } },
    request: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  // Sent again, as after a lost reply, it is the same sending; another answer is another.
  const sent = () => asked.map(({ body }) => (body as { request?: string } | undefined)?.request).filter(Boolean);
  await waitFor(() => expect(send.disabled).toBe(false));
  fireEvent.click(send);
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()[1]).toBe(sent()[0]);
  await waitFor(() => expect(send.disabled).toBe(false));
  fireEvent.change(screen.getByLabelText('跟同学说一句'), { target: { value: '下不为例' } });
  fireEvent.click(send);
  await waitFor(() => expect(sent()).toHaveLength(3));
  expect(sent()[2]).not.toBe(sent()[0]);
});

it('[J49] after the drill it says that what was right is told later, and then tells it', async () => {
  await open({ requests: [answered] }, { run: { stage: 'debrief' } });
  expect(screen.getByText(/老师发布成绩以后/)).toBeDefined();
  expect(screen.queryByText('该批的没批')).toBeNull();
  clean();
  await open({ requests: [judged], figures }, { run: { stage: 'debrief' } });
  expect(screen.queryByText(/老师发布成绩以后/)).toBeNull();
  expect(within(screen.getByLabelText('班组长的数')).getByText('70')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: /该批的没批/ }));
  const measured = within(screen.getByRole('region', { name: '对照' }));
  expect(measured.getByText('该是：同意 ¥30.00')).toBeDefined();
  expect(measured.getByText('50元以内的退差，报班长')).toBeDefined();
  expect(screen.getByText('不归我们赔')).toBeDefined();
});

it('[J47] says when nobody asks, that the clock stands, and that the server can’t be reached', async () => {
  const { line } = await open({ requests: [] });
  expect(screen.getByText('现在没有人找你')).toBeDefined();
  await act(async () => line.line.down());
  expect(screen.getByText(/正在重连/)).toBeDefined();
  clean();
  await open({ requests: [{ ...waits, left: { ms: 95_000, runs: false } }] });
  expect(screen.getByText('钟停着，还剩 1:35')).toBeDefined();
});

it('a task that all do again is done at the seat’s own page, where a lead goes like everybody', async () => {
  serve({});
  const redo = { drill: 'd9', done: false };
  const line = seatLine(ok({ ...seatBody({ run: { stage: 'redo' }, redo }), lead: lead() }));
  renderAt('/seats/s1/lead', '/seats/:id/lead', <LeadSeat id="s1" createTransport={() => line.transport} />);
  await act(async () => line.line.up());
  expect(screen.getByTestId('where').textContent).toBe('/seats/s1');
});

it('[J50] the results have each lead with their requests', async () => {
  const row = { id: 's1', no: '01', name: '王小明', peers: ['李静'], figures, requests: [judged] };
  serve({
    'GET /api/runs/r1/leads': ok({
      ...{
        run: { id: 'r1', name: '课' },
        answerS: 120,
        marks: MARKS,
        open: false,
        seats: [],
        leads: [row],
        cards: [card],
        now: 0,
      },
    }),
  });
  renderAt('/', '/', <Leads run="r1" />);
  expect(await screen.findByRole('heading', { name: '王小明' })).toBeDefined();
  expect(screen.getByText('李静 归 王小明 管')).toBeDefined();
  expect(screen.getByText(/及时 20、判断对 50/)).toBeDefined();
  expect(screen.getByRole('button', { name: /该批的没批/ })).toBeDefined();
});
