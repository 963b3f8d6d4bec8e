import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoutPage } from '#client/features/typing/bout-page.tsx';
import { inOrder } from '#client/features/typing/model/in-order.ts';
import { NO_RECORD, useTypingRecord } from '#client/features/typing/model/typing-record.ts';
import { PhrasesPage } from '#client/features/typing/phrases-page.tsx';
import { TypingPage } from '#client/features/typing/typing-page.tsx';
import type { TypingTexts } from '#contract/wire/typing.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

const text = (id: string, words: string) => ({ id, title: id, shop: 'mini', shopName: '小杯铺', text: words });
const texts: TypingTexts = {
  rates: { pass: 10, excellent: 20 },
  long: [
    text('one', '您好，杯子20元一个，容量300毫升，杯口没有金边，能进微波炉。'),
    text('two', '您好，付款48小时内发货，发了我给您留言，请您放心，稍等哦。'),
  ],
  short: [text('short', '在的，您说。')],
  phrases: {
    rounds: 2,
    accuracy: 0.9,
    phrases: [
      { id: 'here', text: '在的亲。' },
      { id: 'look', text: '稍等。' },
    ],
  },
};
const [first, second] = inOrder(texts.long, '7').map((one) => one.text) as [string, string];
const field = () => screen.getByRole('textbox', { name: '在这里打字' }) as HTMLInputElement;
const put = (value: string) => fireEvent.input(field(), { target: { value } });
/** The figure before its small words. */
const shown = (small: string | RegExp) => screen.getByText(small).previousSibling?.textContent;
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const open = async (search = '?set=long&seed=7') => {
  serve({ 'GET /api/typing': ok(texts) });
  renderAt(`/typing/bout${search}`, '/typing/bout', <BoutPage />);
  await screen.findByRole('textbox');
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
});
afterEach(() => {
  clean();
  vi.useRealTimers();
  localStorage.clear();
  useTypingRecord.setState({ record: NO_RECORD, isKept: true }, true);
});

describe('a bout of typing', () => {
  it('judges nothing before the input method commits, and counts its time [Y2]', async () => {
    await open();
    fireEvent.compositionStart(field());
    put('nin hao');
    pass(10_000);
    expect(screen.getByText('1:50')).toBeTruthy();
    expect(shown(/^\/ \d+ 字$/)).toBe('0');
    put('您好');
    fireEvent.compositionEnd(field());
    expect(shown(/^\/ \d+ 字$/)).toBe('2');
    expect(shown('改掉 0')).toBe('0');
  });

  it('refuses what is pasted or dropped with a sentence, and takes a whole phrase [Y4]', async () => {
    await open();
    expect(fireEvent.paste(field())).toBe(false);
    expect(screen.getByText(/^不能粘贴/)).toBeTruthy();
    expect(fireEvent.drop(field())).toBe(false);
    expect(screen.getByText(/^不能拖进来/)).toBeTruthy();
    const yank = new InputEvent('beforeinput', { inputType: 'insertFromYank', cancelable: true, bubbles: true });
    act(() => void field().dispatchEvent(yank));
    expect(yank.defaultPrevented).toBe(true);
    put(first.slice(0, 12));
    expect(shown(/^\/ \d+ 字$/)).toBe('12');
    expect(screen.queryByText(/^不能粘贴/)).toBeNull();
  });

  it('empties the field for the next text, and tells a screen reader what it is', async () => {
    await open();
    put(first);
    expect(field().value).toBe('');
    expect(screen.getByText(`要打的字：${second}`)).toBeTruthy();
    expect(screen.getByText(`下一段：${second}`)).toBeTruthy();
    put(`${second.slice(0, -1)}！`);
    expect(field().value).not.toBe('');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(field().value).toBe('');
    expect(screen.getByText(`要打的字：${first}`)).toBeTruthy();
  });

  it('ends after two minutes with speed, verdict and slips, and races the best run the next time', async () => {
    await open();
    put(first.slice(0, 24));
    put(`${first.slice(0, 24)}金`);
    put(first.slice(0, 24));
    pass(1000);
    put(`${first.slice(0, 24)}，`);
    pass(119_500);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('两分钟到了');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    expect(screen.getByText('第一次，记下了。')).toBeTruthy();
    expect(useTypingRecord.getState().record.bouts).toMatchObject([{ speed: 12 }]);
    fireEvent.click(screen.getByRole('button', { name: '再打一次' }));
    expect(screen.getByText('最好的一次')).toBeTruthy();
    expect(field().value).toBe('');
    expect(screen.getAllByText('按下第一个键开始计时')).not.toEqual([]);
    put(first.slice(0, 30));
    pass(120_000);
    expect(screen.getByText('比你最好的一次快 3 字，记成新的最好。')).toBeTruthy();
    expect(screen.getByRole('img', { name: /^最近 2 轮/ })).toBeTruthy();
  });

  it('is given up by Esc, but not by an input method’s, and then keeps nothing', async () => {
    await open();
    put(first.slice(0, 25));
    pass(30_000);
    fireEvent.keyDown(field(), { key: 'Escape', keyCode: 229 });
    expect(screen.getByText('1:30')).toBeTruthy();
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(screen.getByText('2:00')).toBeTruthy();
    expect(field().value).toBe('');
    pass(200_000);
    expect(useTypingRecord.getState().record.bouts).toEqual([]);
  });

  it('says that the device kept nothing [Y5]', async () => {
    const device = localStorage;
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => device.getItem(key),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    await open();
    put(first.slice(0, 25));
    pass(121_000);
    expect(screen.getByText(/^这台设备没存下成绩/)).toBeTruthy();
  });

  it('has a number in its address where none was, and says so where there are no texts or no server', async () => {
    await open('?set=short');
    expect(screen.getByTestId('where').textContent).toMatch(/^\/typing\/bout\?set=short&seed=\d{1,6}$/);
    clean();
    serve({ 'GET /api/typing': ok({ rates: null, long: [], short: [], phrases: null }) });
    renderAt('/typing/bout?seed=1', '/typing/bout', <BoutPage />);
    expect(await screen.findByText('还没有可打的文章')).toBeTruthy();
    clean();
    serve({ 'GET /api/typing': 'offline' });
    renderAt('/typing/bout?seed=1', '/typing/bout', <BoutPage />);
    expect(await screen.findByText('文章没有取到')).toBeTruthy();
  });
});

describe('the phrases for beginners', () => {
  it('come one at a time, as often as the file says, and a time with slips doesn’t count', async () => {
    serve({ 'GET /api/typing': ok(texts) });
    renderAt('/typing/phrases', '/typing/phrases', <PhrasesPage />);
    await screen.findByText('要打的字：在的亲。');
    put('再的亲。');
    expect(screen.getByText(/^准确率 75%，不到 90%/)).toBeTruthy();
    expect(screen.getByText('第 1 遍，共 2 遍')).toBeTruthy();
    expect(field().value).toBe('');
    put('在的亲。');
    expect(screen.getByText('准确率 100%，算一遍。')).toBeTruthy();
    expect(screen.getByText('第 2 遍，共 2 遍')).toBeTruthy();
    put('在的亲。');
    expect(screen.getByText('第 2 句，共 2 句')).toBeTruthy();
    expect(screen.getByText('要打的字：稍等。')).toBeTruthy();
    put('稍等。');
    put('稍等。');
    expect(screen.getByRole('heading', { name: '2 句都打顺了' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '从头再练' }));
    expect(screen.getByText('第 1 句，共 2 句')).toBeTruthy();
  });
});

it('the way in shows three ways, the own results, and clears them so that it can be taken back [Y5]', async () => {
  useTypingRecord.setState({
    record: {
      ...NO_RECORD,
      bouts: [{ at: 1, speed: 60, accuracy: 1, slips: [{ expected: '赔', typed: '陪' }] }],
      best: { speed: 60, at: 1 },
    },
    isKept: true,
  });
  serve({ 'GET /api/typing': ok(texts) });
  renderAt('/typing', '/typing', <TypingPage />);
  expect((await screen.findByRole('link', { name: '打两分钟整段' })).getAttribute('href')).toBe(
    '/typing/bout?set=long',
  );
  expect(screen.getByText('10 字/分及格，20 字/分优秀。')).toBeTruthy();
  expect(screen.getByText('赔')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '清空成绩' }));
  expect(await screen.findByText(/^还没打过/)).toBeTruthy();
  expect(screen.queryByText('赔')).toBeNull();
  const { useToasts } = await import('#client/ui/layout/toast-store.ts');
  act(() => useToasts.getState().toasts[0]?.action?.run());
  expect(await screen.findByText('赔')).toBeTruthy();
});
