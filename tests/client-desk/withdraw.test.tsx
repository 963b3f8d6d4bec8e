import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { drillFigures } from '#client/drill/model/drill-rounds.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { arrived, OPENED, replied, said } from './fake-server.ts';

const withdrawn = (at: number, message: string, heard = false): WireEvent => ({
  kind: 'message-withdrawn',
  at,
  conversation: 'c1',
  message,
  heard,
});
const ACTIVE: WireEvent = { kind: 'status-changed', at: 8000, conversation: 'c1', status: 'active' };
const HERE = [OPENED, arrived('c1', 8000), ACTIVE, said('c1', 9000, '在吗')];
const fold = (...events: readonly WireEvent[]) =>
  [...HERE, ...events].reduce((view, event, i) => foldDrill(view, event, i + 1), emptyView);
const roundsOf = (view: ReturnType<typeof fold>) =>
  view.conversations.c1?.rounds.map(({ startedAt, endedAt, outcome, isFirst }) => [
    startedAt,
    endedAt,
    outcome,
    isFirst,
  ]);
const roundsOfItems = (view: ReturnType<typeof fold>) => view.conversations.c1?.items.map(({ round }) => round);

describe('the desk’s fold of words taken back', () => {
  it('[E21] lets the wait go on that they had ended, the first one still', () => {
    const view = fold(replied('c1', 10_000, '在', 'm1'), withdrawn(11_000, 'm1'));
    expect(roundsOf(view)).toEqual([[9000, null, 'open', true]]);
    expect(view.conversations.c1).toMatchObject({ openRoundIndex: 0, isGreeted: false });
    expect(drillFigures(view)).toMatchObject({ firstMs: null, unansweredCount: 1 });
  });
  it('[E21] ends the wait with the next reply, if there is one', () => {
    const view = fold(
      replied('c1', 10_000, '你有病', 'm1'),
      replied('c1', 12_000, '在的', 'm2'),
      withdrawn(13_000, 'm1'),
    );
    expect(roundsOf(view)).toEqual([[9000, 12_000, 'replied', true]]);
    expect(roundsOfItems(view)).toEqual([null, 0, null, 0]);
    expect(view.conversations.c1).toMatchObject({ openRoundIndex: null, isGreeted: true });
  });
  it('[E21] counts what the customer said meanwhile to the same wait, whoever ends it', () => {
    const both = [replied('c1', 10_000, '在', 'm1'), said('c1', 11_000, '有货吗')];
    const open = fold(...both, withdrawn(12_000, 'm1'));
    expect(roundsOf(open)).toEqual([[9000, null, 'open', true]]);
    expect(roundsOfItems(open)).toEqual([null, 0, null, 0]);
    const answered = fold(
      ...both,
      replied('c1', 12_000, '有', 'm2'),
      said('c1', 13_000, '好'),
      withdrawn(14_000, 'm1'),
    );
    expect(roundsOf(answered)).toEqual([
      [9000, 12_000, 'replied', true],
      [13_000, null, 'open', false],
    ]);
    expect(roundsOfItems(answered)).toEqual([null, 0, null, 0, 0, 1]);
    expect(answered.conversations.c1?.openRoundIndex).toBe(1);
  });
  it('[E21] leaves the wait alone where other words had ended it, and counts a quick reply no more', () => {
    const reply: WireEvent = {
      ...replied('c1', 12_000, '在的，您说', 'm2'),
      kind: 'trainee-said',
      quickReply: 'sf13',
    } as WireEvent;
    const view = fold(replied('c1', 10_000, '在', 'm1'), reply, withdrawn(13_000, 'm2'));
    expect(roundsOf(view)).toEqual([[9000, 10_000, 'replied', true]]);
    expect(view.conversations.c1?.quickReplyUses).toEqual({ sf13: 0 });
  });
  it('[E22] changes nothing but the look of words that had been read', () => {
    const before = fold(replied('c1', 10_000, '在', 'm1'));
    const after = fold(replied('c1', 10_000, '在', 'm1'), withdrawn(20_000, 'm1', true));
    expect(after.conversations.c1?.items.at(-1)).toMatchObject({ text: '在', withdrawn: 'read' });
    expect({ ...after.conversations.c1, items: [] }).toEqual({ ...before.conversations.c1, items: [] });
    expect(fold(withdrawn(20_000, 'm9'))).toEqual(fold());
  });
});

describe('撤回 at the desk', () => {
  onFreshDesk();
  let server: Awaited<ReturnType<typeof mountDesk>>;
  const flush = (ms = 1) => act(() => vi.advanceTimersByTimeAsync(ms));
  const push = (event: WireEvent) => act(async () => server.push(event));
  const sent = () => server.commands('message:withdraw').map(({ payload }) => payload);
  const button = () => screen.queryByRole('button', { name: '撤回：有现货的' });
  const toasts = () => useToasts.getState().toasts.map(({ text }) => text);
  const openDesk = async (...events: WireEvent[]) => {
    server = await mountDesk([...HERE, replied('c1', 9500, '有现货的', 'm1'), ...events], 10_000);
    await flush(300);
  };

  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: false });
    useToasts.setState({ toasts: [] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[E23] strikes the words through and says what the customer sees, after a reload too', async () => {
    await openDesk();
    fireEvent.click(button() ?? document.body);
    expect(sent()).toMatchObject([{ drillId: 'd1', conversation: 'c1', message: 'm1' }]);
    await push(withdrawn(11_000, 'm1'));
    const shown = () => {
      expect(document.querySelector('del')?.textContent).toBe('有现货的');
      expect(screen.getByText('已撤回，客户只看到「对方撤回了一条消息」')).toBeTruthy();
      expect(screen.getByText('你撤回了一条消息')).toBeTruthy();
      expect(button()).toBeNull();
      // The seconds of a round that they didn't end, as a phone shows them.
      expect(document.querySelector('del')?.closest('div')?.textContent).not.toContain('0 秒');
    };
    shown();
    cleanup();
    await openDesk(withdrawn(11_000, 'm1', false));
    shown();
  });
  it('[E23] says of words the customer had read that they had', async () => {
    await openDesk(withdrawn(9900, 'm1', true));
    expect(screen.getByText('已撤回，客户之前看过了')).toBeTruthy();
  });
  it('[E24] is offered for two minutes, by Alt Z too, and a refusal is told', async () => {
    await openDesk();
    await flush(119_000);
    expect(button()).toBeTruthy();
    fireEvent.keyDown(window, { key: 'Ω', code: 'KeyZ', altKey: true });
    expect(sent()).toHaveLength(1);
    const [command] = server.commands('message:withdraw');
    const error = { code: 'withdraw-too-late', message: '发出超过 2 分钟，撤不回了。' };
    await act(async () => command?.answer({ ok: false, error }));
    expect(toasts()).toEqual([error.message]);
    await flush(1500);
    expect(button()).toBeNull();
    fireEvent.keyDown(window, { key: 'Ω', code: 'KeyZ', altKey: true });
    await flush();
    expect(sent()).toHaveLength(1);
    expect(toasts().at(-1)).toBe('没有能撤回的：只能撤 2 分钟内自己发的');
  });
  it('[E24] isn’t offered while the clock stands, nor after the end', async () => {
    await openDesk();
    await push({ kind: 'clock-stopped', at: 10_000, why: 'pause' });
    expect(button()).toBeNull();
    await push({ kind: 'clock-started', at: 10_000, stoppedMs: 100 });
    expect(button()).toBeTruthy();
    await push({ kind: 'drill-ended', at: 12_000, why: 'trainee' });
    expect(button()).toBeNull();
  });
});
