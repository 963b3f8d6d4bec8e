import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { OwnAnalysisPage } from '#client/features/analysis/analysis-page.tsx';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { serviceRow } from '#tests/fixtures/service-row.ts';

afterEach(clean);

const row = (id: string, over: Partial<ServiceRow>): ServiceRow =>
  serviceRow({ id, title: '拍了没付', outcome: '付款', ...over });
const NO_SPOTS = { weeks: [], topics: [], complaints: [], byMonth: { months: [], topics: [], complaints: [] } };
const analysis: Analysis = {
  ...{ kind: 'drills', run: '', hotSpots: NO_SPOTS },
  passS: 30,
  rows: [
    row('a', { firstS: 20 }),
    row('b', { title: '到底多少钱', customer: '不想早八', firstS: 40, outcome: '离开' }),
    row('c', { customer: '麦兜妈', firstS: null }),
  ],
  questions: [
    { id: 'q1', kind: 'number', text: '占百分之几？', unit: '%', answer: 50, within: 1, worked: '1 ÷ 2' },
    {
      id: 'q2',
      kind: 'choice',
      text: '哪一个最慢？',
      options: ['拍了没付', '到底多少钱'],
      answers: ['到底多少钱'],
      worked: '40 和 20',
    },
  ],
};

const show = async (value: Analysis) => {
  serve({ 'GET /api/analysis': ok(value) });
  renderAt('/analysis', '/analysis', <OwnAnalysisPage />);
  await screen.findByRole('heading', { name: '服务数据' });
};
const customers = () =>
  within(screen.getByRole('table'))
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);

describe('service data', () => {
  it('is filtered for table and chart alike, and says how many are left', async () => {
    await show(analysis);
    fireEvent.change(screen.getByLabelText('首次响应'), { target: { value: 'late' } });
    expect(customers()).toEqual(['不想早八']);
    expect(screen.getByText('1 个会话，共 3 个')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(customers()).toHaveLength(3);
  });

  it('calls a round late that is past the threshold the server sends', async () => {
    await show({ ...analysis, passS: 15 });
    const wait = screen.getByLabelText('首次响应');
    expect(within(wait).getByRole('option', { name: '15 秒以内' })).toBeTruthy();
    expect(within(wait).getByRole('option', { name: '超过 15 秒' })).toBeTruthy();
    fireEvent.change(wait, { target: { value: 'late' } });
    expect(customers()).toEqual(['小鹿', '不想早八']);
  });

  it('stands in the order asked for, with rows that lack the figure last', async () => {
    await show(analysis);
    fireEvent.change(screen.getByLabelText('排序'), { target: { value: 'firstS' } });
    expect(customers()).toEqual(['不想早八', '小鹿', '麦兜妈']);
    fireEvent.click(screen.getByRole('button', { name: '从大到小' }));
    expect(customers()).toEqual(['小鹿', '不想早八', '麦兜妈']);
  });

  it('asks questions, checks the answer, and shows the reckoning only after an attempt', async () => {
    await show(analysis);
    const [first] = screen.getAllByRole('listitem').filter((item) => item.textContent?.includes('百分之几'));
    if (!first) throw new Error('no question');
    const ask = within(first);
    const check = () => fireEvent.click(ask.getByRole('button', { name: '核对' }));
    check();
    expect(ask.getByRole('status').textContent).toBe('填一个数字。');
    expect(ask.queryByRole('button', { name: '看怎么算' })).toBeNull();
    fireEvent.change(ask.getByLabelText('我的答案'), { target: { value: '33' } });
    check();
    expect(ask.getByRole('status').textContent).toBe('不对，再筛一筛、比一比。');
    fireEvent.change(ask.getByLabelText('我的答案'), { target: { value: '50%' } });
    check();
    expect(ask.getByRole('status').textContent).toBe('对了。');
    fireEvent.click(ask.getByRole('button', { name: '看怎么算' }));
    expect(ask.getByText('算法：1 ÷ 2')).toBeTruthy();
  });

  it('without any ended drill says where to begin', async () => {
    await show({ kind: 'drills', hotSpots: NO_SPOTS, run: '', rows: [], questions: [], passS: 30 });
    expect(screen.getByText('还没有结束的演练')).toBeTruthy();
    expect(screen.getByRole('link', { name: '去练一场' })).toBeTruthy();
  });
});
