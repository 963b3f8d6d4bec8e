import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { MOMENT as moment, RUSH } from '#tests/client/fixtures/rush.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

const open = async (rush?: RushReport) => {
  const change: Partial<Report> = rush === undefined ? {} : { rush };
  openReport({ ...report, ...change });
  await screen.findByText(report.verdict);
};
const section = () => within(screen.getByRole('region', { name: '大促进线' }));

describe('the rush in a report [Q9]', () => {
  it('says what became of each customer and how long the queue was', async () => {
    await open(RUSH);
    expect(section().getByText('来了 12 位，接完 8 位。')).toBeTruthy();
    const fates = section().getAllByRole('listitem').slice(0, 7);
    expect(fates.map(({ textContent }) => textContent)).toEqual([
      ...['接完 7', '没谈妥走了 1', '排队走了 2', '同事接走 1', '转给同事 1', '结束时没完 2'],
      '排过队 5 位，平均 31 秒，最久 1 分 18 秒',
    ]);
  });

  it('names what broke first, where, and the one thing to do', async () => {
    await open(RUSH);
    expect(section().getByText('第 6 分钟，同时 5 位：小满等了 2 分 1 秒。')).toBeTruthy();
    expect(section().getByText('每回完一句，先看等得最久的那位。')).toBeTruthy();
    const [place] = section().getAllByRole('link');
    expect(place?.getAttribute('href')).toContain(`?at=${moment.conversation}:92000`);
  });

  it('shows response by customers at once, tone under load, and each turn of the dial', async () => {
    await open(RUSH);
    const row = within(section().getByRole('row', { name: /^5 位以上/ }));
    expect(row.getAllByText('—')).toHaveLength(2);
    expect(row.getByText('61.0 秒')).toBeTruthy();
    // On a phone too: how many waits the figures are of.
    expect(row.getByText('7 次').closest('td')?.className).not.toContain('max-pane:hidden');
    expect(section().getByText('同时 5 位以上，7 回里 2 回语气不好。')).toBeTruthy();
    expect(section().getByText('回得过来，改为同时接 3 位。')).toBeTruthy();
    expect(section().getByText('2 → 3 位')).toBeTruthy();
    expect(section().getByText('手上最多时 5 位（道过别、还没结束的不算）。')).toBeTruthy();
  });

  it('[Q72] tells the handover, also where nobody was left', async () => {
    await open({ ...RUSH, handover: { at: 900_000, good: 0, said: '下班时没有要交接的客户。', left: [] } });
    expect(section().getByText('下班时没有要交接的客户。')).toBeTruthy();
    closeReport();
    const noted = [{ conversation: 'c1', name: '小满', note: '18:00前回客户', flags: ['red' as const] }];
    await open({ ...RUSH, handover: { at: 900_000, good: 0, said: '还有 1 位答应了回话。', left: [], noted } });
    expect(section().getByText('18:00前回客户').closest('li')?.textContent, '[M133]').toContain('小满');
  });

  it('says a fixed number in a sentence, leads nowhere for somebody who never was at the desk', async () => {
    const broke = RUSH.broke === null ? null : { ...RUSH.broke, moment: { ...moment, conversation: 'c99' } };
    await open({ ...RUSH, dial: [], tone: null, byLoad: [], queue: null, broke });
    expect(section().getByText('最多分给你 2 位，手上最多时 5 位（道过别、还没结束的不算）。')).toBeTruthy();
    expect(section().getByText('没有人排过队')).toBeTruthy();
    expect(section().queryByRole('link')).toBeNull();
  });

  it('isn’t there in any other report', async () => {
    await open();
    expect(screen.queryByRole('region', { name: '大促进线' })).toBeNull();
  });
});
