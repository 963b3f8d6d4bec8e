import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useReadingDevice } from '#client/features/policy-reading/model/device.ts';
import { ReadingPage } from '#client/features/policy-reading/reading-page.tsx';
import type { ReadingMenu, ReadingVerdict } from '#contract/practice/policy-readings.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

beforeEach(() => {
  localStorage.clear();
  useReadingDevice.setState({ best: {} });
});
afterEach(clean);

const reading = (id: string, shop: string, customer: string): ReadingMenu['readings'][number] => ({
  ...{ id, shop, shopName: shop === 'suibu' ? '随步' : '亭禾', customer },
  card: { title: '价保15天', text: '付款起15天内降价退差价。', source: '本店规定（2026-11-01）' },
});
const menu: ReadingMenu = {
  readings: [reading('a', 'suibu', '降价了退吗'), reading('b', 'suibu', '几天'), reading('c', 'tinghe', '能退吗')],
};
const verdict: ReadingVerdict = {
  credit: 0,
  sentences: [
    {
      text: '价保7天。',
      ...{ tells: [], wrong: ['15天内降价退差价'], redLines: [], tone: null },
      against: [{ said: '价保7天', title: '价保15天', text: '付款起15天内降价退差价。', surely: true }],
    },
  ],
  points: [{ id: 'p', says: '15天内降价退差价', state: 'wrong' }],
  ...{ tone: 'cold', isLong: true, isCopied: false, model: '15天内降了价，差价退给您。' },
};
const open = (answered: unknown = ok(verdict), address = '/policy-readings') => {
  const asked = serve({
    'GET /api/policy-readings': ok(menu),
    'POST /api/policy-readings/a/answers': answered as never,
  });
  renderAt(address, '/policy-readings', <ReadingPage />);
  return asked;
};
const write = async (text: string) => {
  fireEvent.change(await screen.findByLabelText('你怎么跟他说'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: '判一判' }));
};

it('[G8] shows question and card, sends the answer, and then what each sentence is worth and a model answer', async () => {
  const asked = open();
  expect(await screen.findByText('降价了退吗')).toBeTruthy();
  expect(screen.getByRole('button', { name: '判一判' }).hasAttribute('disabled')).toBe(true);
  expect(screen.queryByText(verdict.model)).toBeNull();
  await write('价保7天。');
  const result = within(await screen.findByRole('region', { name: '判定' }));
  expect(asked.at(-1)).toEqual({ path: 'POST /api/policy-readings/a/answers', body: { text: '价保7天。' } });
  expect(result.getByText('还不行')).toBeTruthy();
  expect(result.getByText('「价保7天」和卡对不上。价保15天：付款起15天内降价退差价。')).toBeTruthy();
  expect(result.getByText('语气冷。')).toBeTruthy();
  expect(result.getByText('不止两句，客户抓不住重点。')).toBeTruthy();
  expect(result.getByText(verdict.model)).toBeTruthy();
});

it('keeps what passed on the device, goes on with what didn’t, and chooses by shop in the address', async () => {
  open(ok({ ...verdict, credit: 1, tone: null, isLong: false }));
  await write('15天内降价退差价。');
  await screen.findByText('说清楚了');
  expect(screen.getByText('通过 1 / 3 题')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '下一题' }));
  await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/policy-readings?id=b'));
  expect(JSON.parse(localStorage.getItem('policy-readings') ?? '')).toEqual({ best: { a: 1 } });
  fireEvent.change(screen.getByLabelText('店铺'), { target: { value: 'tinghe' } });
  await screen.findByText('能退吗');
  expect(screen.getByTestId('where').textContent).toBe('/policy-readings?shop=tinghe');
});

it('says a refusal and keeps what was written; a broken store on the device counts as nothing', async () => {
  localStorage.setItem('policy-readings', '{"best":{"a":7}}');
  open({ ok: false, error: { code: 'unknown-reading', message: '没有这道政策解读。' } });
  await write('15天内退。');
  expect(await screen.findByText(/没有这道政策解读。/)).toBeTruthy();
  expect((screen.getByLabelText('你怎么跟他说') as HTMLTextAreaElement).value).toBe('15天内退。');
});
