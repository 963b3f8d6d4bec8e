import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { barParts, shownParts } from '#client/features/report/model/anatomy-parts.ts';
import type { AnatomyRound } from '#contract/anatomy.ts';
import type { Report } from '#contract/report.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

const [base] = report.anatomy.rounds;
if (base === undefined) throw new Error('the fixture has no rounds');
const round = (...segments: [AnatomyRound['segments'][number]['kind'], number][]): AnatomyRound => ({
  ...base,
  seconds: segments.reduce((sum, [, seconds]) => sum + seconds, 0),
  segments: segments.map(([kind, seconds]) => ({ kind, seconds })),
});
const section = async () => within(await screen.findByRole('region', { name: '时间花在哪' }));
const rowOf = (all: Awaited<ReturnType<typeof section>>, link: string) => {
  const row = all.getByRole('link', { name: link }).closest('tr');
  if (row === null) throw new Error('no row');
  return row;
};

describe('the shown seconds of a round', () => {
  it('add up to the shown length, whatever the rounding', () => {
    const thirds = round(['unseen', 3.4], ['thought', 3.4], ['typed', 3.4]);
    expect(shownParts(thirds).map((part) => part.seconds)).toEqual([3, 4, 3]);
    expect(Math.round(thirds.seconds)).toBe(10);
  });

  it('are drawn as shares of the longest wait', () => {
    expect(barParts(round(['unseen', 10], ['typed', 20]), 60).map((part) => part.share)).toEqual([1 / 6, 1 / 3]);
  });
});

describe('时间花在哪', () => {
  it('names the cause with its figures, and says that it costs no marks and when the thresholds were set', async () => {
    openReport(report);
    const all = await section();
    expect(all.getByText('慢的原因多半是商品和规则不熟。').tagName).toBe('B');
    expect(all.getByText(/2 次先查了资料，共 62 秒，占等待的 49%/)).toBeTruthy();
    expect(all.getByText(/来自浏览器的计时，只作参考，不计分。.*2026-11-20/)).toBeTruthy();
  });

  it('is a table with a row for each round, the seconds of each part and how they were measured', async () => {
    openReport(report);
    const all = await section();
    expect(all.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      '哪一次',
      '长短',
      '没看到',
      '想',
      '查资料',
      '打字',
      '共',
    ]);
    expect(all.getAllByRole('rowheader')).toHaveLength(report.anatomy.rounds.length);
    const late = rowOf(all, '六中篮球队老陈，1:00：号码印错了一个');
    expect(all.getByRole('link', { name: '六中篮球队老陈，1:00：号码印错了一个' }).title).toBe('号码印错了一个');
    const cells = within(late).getAllByRole('cell');
    expect(cells.slice(1).map((cell) => cell.textContent)).toEqual([
      '没看到 33 秒',
      '想 3 秒',
      '查资料 31 秒',
      '打字 8 秒',
      '超时1 分 15 秒',
    ]);
    expect(cells[0]?.textContent).toBe('没看到时，「一颗柚子」也在等；查了「定制商品能不能退」；用短语「欢迎语」');
    expect(rowOf(all, '一颗柚子，0:40：刚量了24.5 脚背高 穿鞋带的都勒').textContent).toContain(
      '「逐峰3 缓震跑鞋」2 次；打 34 字，删 3 字',
    );
  });

  it('[M234] has a column for the time with other customers, in one sum, where there was any', async () => {
    const busy = round(['thought', 5], ['elsewhere', 10], ['thought', 3], ['elsewhere', 4], ['typed', 8]);
    openReport({ ...report, anatomy: { ...report.anatomy, rounds: [busy] } });
    const all = await section();
    const [row] = all.getAllByRole('rowheader').map((head) => head.closest('tr'));
    expect(all.getByRole('columnheader', { name: '在回别人' })).toBeTruthy();
    expect(row?.textContent).toContain('想 8 秒');
    expect(row?.textContent).toContain('在回别人 14 秒');
  });

  it('says 没有计时 where none came, and where the browser’s time was cut', async () => {
    openReport(report);
    const all = await section();
    const card = within(rowOf(all, '六中篮球队老陈，2:26：周六就比赛了')).getAllByRole('cell');
    expect(card.map((cell) => cell.textContent)).toEqual(['用操作回的，没有计时', '', '', '', '', '30 秒']);
    expect(rowOf(all, '六中篮球队老陈，4:50：尽快是多快').textContent).toContain('浏览器记的多出 3 秒');
  });

  it('leads from a row to the exchange, even one the filter hides, and again', async () => {
    openReport(report);
    const all = await section();
    expect(document.getElementById('line-m10')).toBeNull();
    const link = all.getByRole('link', { name: '一颗柚子，2:20：大了怎么换' });
    for (const _ of [1, 2]) {
      fireEvent.click(link);
      await waitFor(() => expect(document.activeElement?.id).toBe('line-m10'));
      link.focus();
    }
  });

  it('says why no cause can be named, and draws nothing where nothing was timed', async () => {
    const evidence = '回过的 1 次都没有计时，看不出时间花在哪。';
    const untimed: Report = {
      ...report,
      anatomy: { rounds: [round(['untimed', 30])], cause: null, evidence, linesDate: null },
    };
    openReport(untimed);
    const all = await section();
    expect(all.getByText(evidence)).toBeTruthy();
    expect(all.queryByText(/多半/)).toBeNull();
    expect(all.queryByRole('table')).toBeNull();
  });

  it('[M32] tells of words that weren’t typed, and says nothing in reports without these figures', async () => {
    openReport({
      ...report,
      anatomy: {
        ...report.anatomy,
        brought: { messages: 3, pasted: 2, fast: 0, said: ['2 条是粘贴的。', '不算错。'] },
      },
    });
    expect((await section()).getByText('2 条是粘贴的。不算错。')).toBeTruthy();
    closeReport();
    openReport(report);
    expect((await section()).queryByText(/粘贴的/)).toBeNull();
  });

  it('stands in short under a late exchange, and under no other', async () => {
    openReport(report);
    await section();
    const lists = screen.getAllByRole('list', { name: '时间花在哪' });
    expect(lists).toHaveLength(1);
    expect(lists[0]?.textContent).toBe('没看到 33 秒想 3 秒查资料 31 秒打字 8 秒');
    expect(lists[0]?.closest('article')?.getAttribute('aria-label')).toBe('六中篮球队老陈');
  });
});
