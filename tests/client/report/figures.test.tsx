import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

const open = async (change: Partial<Report> = {}): Promise<void> => {
  openReport({ ...report, ...change });
  await screen.findByText(report.verdict);
};
const section = (name: string) => within(screen.getByRole('region', { name }));

describe('the figures of a report', () => {
  it('show the stars: how many, which figure holds them down, each figure, and whose thresholds they are', async () => {
    await open();
    const measures = section('指标');
    expect(measures.getByRole('img', { name: '3.5 星，满 5 星' })).toBeTruthy();
    expect(measures.getByText('拉低的是平均响应：43.8 秒，3 星；降到 40 秒是 4 星。')).toBeTruthy();
    expect(measures.getAllByText('没有可算的').length).toBeGreaterThan(0);
    expect(measures.getByText(/2026-11-20 录入/)).toBeTruthy();
  });

  it('show no stars where the rubric has none', async () => {
    await open({ star: null });
    expect(section('指标').queryByRole('img')).toBeNull();
  });

  it('show 人多的时候 as a sentence, a table of the same figures, and links to the places', async () => {
    await open();
    const crowd = section('人多的时候');
    expect(crowd.getByText(report.composure?.said ?? '')).toBeTruthy();
    const row = within(crowd.getByRole('row', { name: /^2 位/ }));
    expect(row.getByText('2 / 4')).toBeTruthy();
    expect(row.getByText('3 / 5')).toBeTruthy();
    expect(row.getByText('61.5 秒')).toBeTruthy();
    const places = row.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(places[2]).toEqual(['一颗柚子 1:32', '/drills/d1/report?at=c1:92000']);
    expect(crowd.getByText(/^2 位起变差：没答到的多了.语气差了$/)).toBeTruthy();
  });

  it('leave out 人多的时候 where two customers never waited at once', async () => {
    await open({ composure: null });
    expect(screen.queryByRole('region', { name: '人多的时候' })).toBeNull();
  });

  it('lead to the words of a place, and again when pressed again', async () => {
    await open();
    const [place] = section('人多的时候').getAllByRole('link', { name: '一颗柚子 1:32' });
    if (!place) throw new Error('no place');
    fireEvent.click(place);
    await waitFor(() => expect(document.activeElement?.id).toMatch(/^line-/));
    const line = document.activeElement;
    place.focus();
    fireEvent.click(place);
    await waitFor(() => expect(document.activeElement).toBe(line));
  });

  it('show each pair of platforms that differ with its values, the rule and the rounds', async () => {
    await open();
    const platforms = section('同一份对话，四个平台怎么算');
    expect(platforms.getByText('为什么不一样')).toBeTruthy();
    const reason = platforms.getByText(/京东的线是 30 秒/);
    expect(reason.textContent).toBe(
      '京东的线是 30 秒，淘宝／天猫是 180 秒，1 次在两条线之间：六中篮球队老陈 1:00（75 秒）',
    );
  });

  it('list rounds once though several pairs differ by them', async () => {
    const [difference] = report.platformDifferences;
    if (!difference) throw new Error('no difference');
    const rounds = [moment, { ...moment, at: 90_000 }];
    const pair = (other: string, text: string) => ({ ...difference, other, reasons: [{ text, rounds }] });
    await open({ platformDifferences: [pair('甲', '甲的线是 30 秒'), pair('乙', '乙的线是 30 秒')] });
    const platforms = section('同一份对话，四个平台怎么算');
    expect(platforms.getAllByRole('link')).toHaveLength(rounds.length);
    expect(platforms.getByText(/乙的线/).textContent).toBe('乙的线是 30 秒，就是上面列过的 2 次');
  });

  it('show many rounds on request', async () => {
    const [difference] = report.platformDifferences;
    if (!difference) throw new Error('no difference');
    const moments = Array.from({ length: 7 }, (_, index) => ({ ...moment, at: 60_000 + index * 1000 }));
    await open({ platformDifferences: [{ ...difference, reasons: [{ text: '多', rounds: moments }] }] });
    const platforms = section('同一份对话，四个平台怎么算');
    const more = platforms.getByRole('button', { name: '还有 3 句' });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(more);
    expect(platforms.getByRole('button', { name: BUTTON.fold }).getAttribute('aria-expanded')).toBe('true');
  });

  it('say so where no two platforms differ', async () => {
    await open({ platformDifferences: [] });
    expect(screen.getByText('这份对话，几个平台的比例算出来一样。')).toBeTruthy();
  });
});

const moment = { conversation: 'c2', name: '六中篮球队老陈', at: 0, text: '75 秒' };
