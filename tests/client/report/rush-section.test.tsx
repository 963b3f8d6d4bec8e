import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

const [first] = report.conversations;
const moment = { conversation: first?.conversation ?? '', name: first?.name ?? '', at: 92_000, text: '快点' };
const RUSH: RushReport = {
  ...{ profile: 'd11-open', level: 2, minutes: 15, said: '来了 12 位，接完 8 位。' },
  ...{ came: 14, served: 7, lost: 1, leftQueue: 2, leftDesk: 0, transferred: 1, colleague: 1, unserved: 0 },
  queue: { waited: 5, longestS: 78, meanS: 31.4 },
  byLoad: [
    { from: 1, to: 2, rounds: 9, medianFirstS: 12, p80FirstS: 20, medianS: 14.5, p80S: 25 },
    { from: 5, to: null, rounds: 7, medianFirstS: null, p80FirstS: null, medianS: 61, p80S: 90 },
  ],
  tone: {
    ...{ few: { turns: 9, cold: 0 }, many: { turns: 7, cold: 2 }, times: null, flagged: true },
    ...{ said: '同时 5 位以上，7 回里 2 回语气不好。', moments: [moment] },
  },
  capacity: 2,
  dial: [{ at: 200_000, from: 2, to: 3, why: 'keeping-up', said: '回得过来，改为同时接 3 位。' }],
  broke: {
    ...{ kind: 'late', minute: 6, open: 5, said: '第 6 分钟，同时 5 位：小满等了 121 秒。' },
    ...{ todo: '每回完一句，先看等得最久的那位。', moment },
  },
};
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
      ...['接完 7', '没办成走了 1', '排队走了 2', '同事接走 1', '转给同事 1', '结束时没完 2'],
      '排过队 5 位，平均 31 秒，最久 78 秒',
    ]);
  });

  it('names what broke first, where, and the one thing to do', async () => {
    await open(RUSH);
    expect(section().getByText('第 6 分钟，同时 5 位：小满等了 121 秒。')).toBeTruthy();
    expect(section().getByText('每回完一句，先看等得最久的那位。')).toBeTruthy();
    const [place] = section().getAllByRole('link');
    expect(place?.getAttribute('href')).toContain(`?at=${moment.conversation}:92000`);
  });

  it('shows response by customers at once, tone under load, and each turn of the dial', async () => {
    await open(RUSH);
    const row = within(section().getByRole('row', { name: /^5 位以上/ }));
    expect(row.getAllByText('—')).toHaveLength(2);
    expect(row.getByText('61.0 秒')).toBeTruthy();
    expect(section().getByText('同时 5 位以上，7 回里 2 回语气不好。')).toBeTruthy();
    expect(section().getByText('回得过来，改为同时接 3 位。')).toBeTruthy();
    expect(section().getByText('2 → 3 位')).toBeTruthy();
  });

  it('says a fixed number in a sentence, leads nowhere for somebody who never was at the desk', async () => {
    const broke = RUSH.broke === null ? null : { ...RUSH.broke, moment: { ...moment, conversation: 'c99' } };
    await open({ ...RUSH, dial: [], tone: null, byLoad: [], queue: null, broke });
    expect(section().getByText('从头到尾同时接 2 位。')).toBeTruthy();
    expect(section().getByText('没有人排过队')).toBeTruthy();
    expect(section().queryByRole('link')).toBeNull();
  });

  it('isn’t there in any other report', async () => {
    await open();
    expect(screen.queryByRole('region', { name: '大促进线' })).toBeNull();
  });
});
