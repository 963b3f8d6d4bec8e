// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDrill, useStartBlock } from '#client/features/desk/clock/drill-start.ts';
import { connectDrill } from '#client/features/desk/model/drill-connection.ts';
import { fakeServer, OPENED } from '#tests/client-desk/fake-server.ts';

let fake = fakeServer();
let close = () => {};
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const starts = () => fake.server.commands('drill:start');
const ids = () => starts().map(({ payload }) => payload.commandId);
const block = () => renderHook(useStartBlock).result.current;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'] });
  localStorage.clear();
  fake = fakeServer();
  fake.server.log.push(OPENED, { kind: 'clock-stopped', at: 0, why: 'not-started' });
  fake.server.running = false;
  close = connectDrill('d1', fake.transport);
  fake.server.up();
  await pass(0);
});
afterEach(async () => {
  close();
  await pass(2000);
  vi.useRealTimers();
});

const lineBreaks = async (ms: number) => {
  act(() => fake.server.down());
  await pass(ms);
};
const lineIsBack = async () => {
  act(() => fake.server.up());
  await pass(1000);
};

describe('[X39] 开始 on a line that breaks', () => {
  it('is sent again under the same id when the line is back, however often it breaks', async () => {
    void startDrill();
    await lineBreaks(3000);
    expect(block()).toBe('asked');
    await lineIsBack();
    await lineBreaks(15_000);
    expect(block()).toBe('asked');
    await lineIsBack();
    expect(starts()).toHaveLength(3);
    expect(new Set(ids()).size).toBe(1);
  });

  it('counts when it is pressed while the line is away, up to ten seconds', async () => {
    await lineBreaks(3000);
    expect(block()).toBe(null);
    void startDrill();
    expect(starts()).toHaveLength(0);
    await lineIsBack();
    expect(starts()).toHaveLength(1);
    starts()[0]?.answer({ ok: true, value: { seq: 3, now: 0 } });
    await lineBreaks(11_000);
    expect(block()).toBe('noLine');
  });

  it('is one start when it is pressed twice, and tells both what it was answered', async () => {
    const both = Promise.all([startDrill(), startDrill()]);
    const refused = { ok: false, error: { code: 'internal', message: '没有做成' } };
    starts()[0]?.answer(refused);
    expect(await both).toEqual([refused, refused]);
    expect(starts()).toHaveLength(1);
    void startDrill();
    expect(starts()).toHaveLength(2);
  });

  it('is not sent again where the first was stored and is told', async () => {
    void startDrill();
    await lineBreaks(1000);
    fake.server.push({ kind: 'clock-started', at: 0, stoppedMs: 0 });
    await lineIsBack();
    await pass(5000);
    expect(starts()).toHaveLength(1);
  });

  it('starts nothing once the desk was left', async () => {
    void startDrill();
    await lineBreaks(1000);
    close();
    const next = fakeServer('d2');
    next.server.log.push(OPENED, { kind: 'clock-stopped', at: 0, why: 'not-started' });
    close = connectDrill('d2', next.transport);
    next.server.up();
    await pass(5000);
    expect([...starts().slice(1), ...next.server.commands('drill:start')]).toEqual([]);
    expect(block()).toBe(null);
  });
});
