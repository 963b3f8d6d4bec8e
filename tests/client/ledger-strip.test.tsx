import '#client/app/i18n.ts';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { LedgerEntry, ThreadItem } from '#client/drill/model/drill-view.ts';
import { LedgerStrip } from '#client/drill/status/ledger-strip.tsx';
import { WaitClockContext } from '#client/drill/status/wait-clock.ts';
import desk from '#messages/zh/desk.json';
import report from '#messages/zh/report.json';
import wall from '#messages/zh/wall.json';

afterEach(cleanup);

const STATES = ['answered', 'provisional', 'vague', 'evaded', 'wrong', 'unrecognised', 'unanswered', 'open'] as const;
const entry = (state: LedgerEntry['state'], seconds: number | null): LedgerEntry => ({
  ...{ question: `q-${state}`, text: `问题 ${state}`, state, openedAt: 0, settledAt: 12_000, seconds },
});
const shown = (state: LedgerEntry['state'], seconds: number | null = null): HTMLElement => {
  cleanup();
  render(<LedgerStrip ledger={[entry(state, seconds)]} items={[]} />);
  return screen.getByRole('listitem');
};
const isTicked = (item: HTMLElement): boolean => item.querySelector('.lucide-circle-check') !== null;

describe('[M34] the desk’s ledger', () => {
  it('ticks only questions that were answered', () => {
    expect(STATES.filter((state) => isTicked(shown(state, null)))).toEqual(['answered']);
  });

  it('shows the report’s seconds, and none for an answer told before it was asked', () => {
    expect(shown('answered', 12.4).textContent).toContain('12 秒');
    expect(shown('answered', 0).textContent).not.toMatch(/秒/);
  });

  it('[M41] shows how long a wrong answer stood when the story ended, and counts no further', () => {
    expect(shown('wrong').textContent).toContain('12 秒');
  });

  it('[X79] says in a line what its words mean before the first question, and on each of them', () => {
    const words = [desk.ledger.replied, desk.ledger.state.answered, desk.ledger.state.provisional];
    cleanup();
    const { container } = render(<LedgerStrip ledger={[]} items={[]} />);
    for (const word of words) expect(container.textContent).toContain(`${word}：`);
    expect(shown('provisional').querySelector('[title*="待核："]')?.textContent).toContain('待核');
  });

  it('[X71] stands from the trainee’s reply until the customer’s next words', () => {
    const open = { ...entry('open', null), settledAt: null };
    const said = (kind: 'customer' | 'trainee', at: number): ThreadItem => {
      const base = { seq: at, at, round: null, id: `${at}` };
      return kind === 'customer'
        ? { ...base, kind, bubble: { kind: 'text', text: '在吗' }, place: 'private' }
        : { ...base, kind, text: '在的', quickReply: null, edited: 0 };
    };
    const clock = { useSecondsSince: (since: number | null) => (since === null ? null : 40), useWarning: () => null };
    const strip = (...items: ThreadItem[]): string => {
      cleanup();
      render(
        <WaitClockContext value={clock}>
          <LedgerStrip ledger={[open]} items={items} />
        </WaitClockContext>,
      );
      return screen.getByRole('listitem').textContent ?? '';
    };
    expect(strip(said('customer', 0))).toMatch(/未答.40 秒/);
    expect(strip(said('customer', 0), said('trainee', 12_000), said('trainee', 15_000))).toMatch(/已回.12 秒/);
    expect(strip(said('customer', 0), said('trainee', 12_000), said('customer', 20_000))).toMatch(/未答.40 秒/);
  });

  it('names each state as the report and the wall do', () => {
    for (const state of ['vague', 'evaded', 'wrong', 'provisional'] as const) {
      expect(desk.ledger.state[state], state).toBe(report.ledger.state[state]);
      expect(wall.ledger[state], state).toBe(report.ledger.state[state]);
    }
  });
});
