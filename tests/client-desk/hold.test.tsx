/** 挂起 on the desk: the dialog and its sentence, the countdown in row and head, two at most (RULES Q76, Q77). */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadParts } from '#client/lib/later.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { onPhone } from '#tests/client/fixtures/viewport.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { DESK } from '#tests/support/labels.ts';
import { arrived, OPENED, replied, said } from './fake-server.ts';

let server: Awaited<ReturnType<typeof mountDesk>>;
const push = (event: WireEvent) => act(async () => server.push(event));
const held = (conversation: string, at: number, backBy: number): WireEvent => ({
  ...{ kind: 'hold-promised', at, conversation, backBy },
});
const THREE = [
  ...[arrived('c1', 1000, '小鹿'), said('c1', 2000, '有货吗')],
  ...[arrived('c2', 3000, '阿木'), said('c2', 4000, '几点发'), arrived('c3', 5000, '老周'), said('c3', 6000, '在吗')],
];

/** While the clock stands a reply would wait for it. */
let isRunning = false;
const open = async (...events: readonly WireEvent[]) => {
  server = await mountDesk([OPENED, ...events], 30_000, isRunning);
  await act(async () => loadParts());
};
const row = (name: string) =>
  within(screen.getByRole('region', { name: DESK.list })).getByRole('button', { name: new RegExp(`^\\d? ?${name}`) });
const alt = (code: string) => fireEvent.keyDown(document.body, { code, key: code, altKey: true });
const dialog = () => within(screen.getByRole('dialog'));
const ask = async () => {
  alt('KeyH');
  await screen.findByRole('dialog');
};
const words = () => dialog().getByRole('textbox', { name: '发给客户的话' }) as HTMLTextAreaElement;
const sent = () => server.commands('message:send').map(({ payload }) => payload);

onFreshDesk();

describe('[Q77] the dialog', () => {
  beforeAll(() => {
    isRunning = true;
  });
  afterAll(() => {
    isRunning = false;
  });
  it('makes the sentence of errand and time, has the focus on it, and sends it as a reply with its time', async () => {
    await open(...THREE);
    await ask();
    expect(words().value).toBe('我查一下库存，2分钟内回您。');
    expect(document.activeElement).toBe(words());
    fireEvent.click(dialog().getByRole('button', { name: '问仓库' }));
    fireEvent.click(dialog().getByRole('radio', { name: '5 分钟' }));
    expect(words().value).toBe('我问一下仓库，5分钟内回您。');
    fireEvent.keyDown(words(), { key: 'Enter' });
    expect(sent()).toMatchObject([
      {
        ...{ conversation: 'c1', text: '我问一下仓库，5分钟内回您。', backInS: 300 },
        made: { how: 'typed', quickReply: null },
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  it('takes other words: an errand of one’s own, or a sentence of one’s own with the time chosen after it', async () => {
    await open(...THREE);
    await ask();
    fireEvent.click(dialog().getByRole('button', { name: '自己写' }));
    expect(dialog().getByRole('button', { name: '发送并挂起' }).hasAttribute('disabled')).toBe(true);
    expect(dialog().getByText('先写要去做的事')).toBeTruthy();
    fireEvent.change(dialog().getByRole('textbox', { name: '要去做的事' }), { target: { value: '问一下厂家' } });
    expect(words().value).toBe('我问一下厂家，2分钟内回您。');
    fireEvent.change(words(), { target: { value: '亲我去问厂家，2分钟回来哈' } });
    fireEvent.click(dialog().getByRole('radio', { name: '3 分钟' }));
    expect(words().value).toBe('亲我去问厂家，3分钟回来哈');
    fireEvent.change(words(), { target: { value: '您稍等' } });
    expect(dialog().getByText(/没说几分钟回来/)).toBeTruthy();
    fireEvent.click(dialog().getByRole('button', { name: '发送并挂起' }));
    expect(sent()).toMatchObject([{ text: '您稍等', backInS: 180 }]);
  });
  it('sends no third: it says who is to be answered first', async () => {
    await open(...THREE, held('c2', 7000, 90_000), held('c3', 8000, 60_000));
    alt('Digit1');
    await ask();
    expect(dialog().getByText('已经挂起 老周、阿木，先回一位，再挂这位')).toBeTruthy();
    fireEvent.keyDown(words(), { key: 'Enter' });
    expect(sent()).toEqual([]);
    await push(replied('c2', 31_000, '查到了'));
    expect(dialog().queryByText(/先回一位/)).toBeNull();
    fireEvent.keyDown(words(), { key: 'Enter' });
    expect(sent()).toHaveLength(1);
  });
  it('opens from 更多 on a phone', async () => {
    onPhone();
    await open(...THREE);
    fireEvent.click(row('阿木'));
    fireEvent.click(screen.getByRole('button', { name: '更多' }));
    fireEvent.click(screen.getByRole('button', { name: '挂起' }));
    expect(await screen.findByRole('dialog', { name: '挂起：阿木' })).toBeTruthy();
  });
});

describe('[X67] a promise that is due after the desk has closed', () => {
  const { customers: _, ...uncounted } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
  const rush = (handover: boolean): WireEvent => ({
    ...uncounted,
    rush: {
      ...{ profile: 'd11-open', level: 3, minutes: 4, dial: true, capacity: 3, closingMs: 60_000 },
      ...{ colleagueAfterMs: 90_000, greeting: null },
      ...(handover && { handover: { leastMs: 30_000, eachMs: 10_000, mostMs: 90_000 } }),
    },
  });
  // Five minutes from the start nobody is answered any more.
  const openRush = async (handover = true, ...events: readonly WireEvent[]) => {
    server = await mountDesk([rush(handover), ...THREE.slice(0, 2), ...events], 270_000, false);
    await act(async () => loadParts());
  };
  it('is told when it is given, by the time the words name', async () => {
    await openRush();
    await ask();
    expect(dialog().getByText('还有 0:30 就收班，2 分钟到不了。没回成的写进交接，由下一班回。')).toBeTruthy();
    fireEvent.change(words(), { target: { value: '我十分抱歉，半天没查到，10分钟内回您' } });
    expect(dialog().getByText(/10 分钟到不了/)).toBeTruthy();
    fireEvent.change(words(), { target: { value: '我看一下，十五分钟内回您' } });
    expect(dialog().getByText(/15 分钟到不了/)).toBeTruthy();
  });
  it('stands at the conversation, too, until the shift is over', async () => {
    await openRush(true, replied('c1', 260_000, '我查一下，10分钟内回您'), held('c1', 261_000, 860_000));
    expect(screen.getByText(/收班前到不了，要写进交接/)).toBeTruthy();
  });
  it('isn’t said where it is due before, nor of a next shift where there is none', async () => {
    server = await mountDesk([rush(true), ...THREE.slice(0, 2)], 30_000, false);
    await act(async () => loadParts());
    await ask();
    expect(dialog().queryByText(/到不了/)).toBeNull();
    fireEvent.click(dialog().getByRole('button', { name: '先不挂' }));
    cleanup();
    await openRush(false);
    await ask();
    expect(dialog().getByText(/这场还有 0:30 就结束，2 分钟到不了/)).toBeTruthy();
  });
});

describe('[Q76] who is on hold', () => {
  it('is counted down in row and head, in the words that were sent, until the next words', async () => {
    await open(...THREE, replied('c1', 10_000, '我查一下，2分钟内回您'), held('c1', 13_000, 130_000));
    expect(row('小鹿').textContent).toContain('挂起 1:40');
    expect(row('阿木').textContent).not.toContain('挂起');
    expect(screen.getByText('挂起，还有 1:40').closest('[role="status"]')?.textContent).toContain('2分钟内回您');
    expect(screen.queryByRole('button', { name: '挂起' })).toBeNull();
    await push(replied('c1', 31_000, '有货'));
    expect(row('小鹿').textContent).not.toContain('挂起');
    expect(screen.getByRole('button', { name: '挂起' })).toBeTruthy();
  });
  it('asks for attention at the time, in its place in the list, and is told once', async () => {
    await open(...THREE, replied('c2', 10_000, '我查一下'), held('c2', 13_000, 24_000));
    const rows = () =>
      within(screen.getByRole('region', { name: DESK.list }))
        .getAllByRole('button', { name: /^\d/ })
        .map(({ textContent }) => textContent?.slice(0, 3));
    expect(rows()).toEqual(['1小鹿', '2阿木', '3老周']);
    expect(row('阿木').textContent).toContain('过点 0:06');
    // The clock goes on.
    await push(said('c3', 31_000, '在吗'));
    expect(screen.getByText(/阿木 的挂起到点了/)).toBeTruthy();
    fireEvent.click(row('阿木'));
    expect(screen.getByText(/查没查到都先回一句/)).toBeTruthy();
  });
  it('[X97] is told which words of the trainee’s began it where 挂起 wasn’t pressed, and for how long they are taken', async () => {
    const strip = () => screen.getByText(/^挂起，还有/).closest('[role="status"]')?.textContent;
    await open(...THREE, replied('c1', 10_000, '马上说'), held('c1', 13_000, 70_000));
    expect(strip()).toContain('1:10 前回话。 没说几分钟，按 1 分钟算。 你说了「马上说」');
    cleanup();
    await open(...THREE, replied('c1', 10_000, '2分钟内回您'), held('c1', 13_000, 130_000));
    expect(strip()).toContain('2:10 前回话。 你说了「2分钟内回您」');
    cleanup();
    const pressed = { ...replied('c1', 10_000, '我查一下，2分钟内回您。'), backBy: 130_000 } as WireEvent;
    await open(...THREE, pressed, held('c1', 13_000, 130_000));
    expect(strip()).not.toContain('你说了');
  });
  it('keeps its wait beside the hold where the customer asks on', async () => {
    await open(...THREE, replied('c1', 10_000, '我查一下'), held('c1', 13_000, 130_000), said('c1', 20_000, '快点'));
    expect(row('小鹿').textContent).toContain('10 秒');
    expect(row('小鹿').textContent).toContain('挂起 1:40');
  });
  it('isn’t any more once 取消挂起 is done', async () => {
    await open(...THREE, replied('c1', 10_000, '我查一下'), held('c1', 13_000, 130_000));
    fireEvent.click(screen.getByRole('button', { name: '取消挂起' }));
    expect(server.commands('conversation:drop-hold')[0]?.payload).toMatchObject({ conversation: 'c1' });
    await push({ kind: 'hold-dropped', at: 31_000, conversation: 'c1' });
    expect(row('小鹿').textContent).not.toContain('挂起');
  });
});
