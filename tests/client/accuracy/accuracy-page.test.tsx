import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AccuracyPage } from '#client/features/accuracy/accuracy-page.tsx';
import { type PublishedFigures, percentOf, published } from '#client/features/accuracy/published.ts';
import { clean, renderAt } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const { ordinary } = published.tuned;
const measured: PublishedFigures = {
  ...published,
  lines: { blind: 730, tuned: 7000 },
  blind: {
    ...published.tuned,
    ordinary: {
      ...ordinary,
      points: { ...ordinary.points, wrong: { right: 50, extra: 2, missed: 27 } },
      falseAlarms: { ...ordinary.falseAlarms, toneSure: { right: 0, of: 50, high: 0.071 } },
    },
  },
};
const show = (figures?: PublishedFigures) =>
  renderAt('/accuracy', '/accuracy', <AccuracyPage {...(figures === undefined ? {} : { figures })} />);

describe('how sure the judge is', () => {
  it('says for each of six kinds how often it is right, with the counts', () => {
    show(measured);
    expect(screen.getByText(/730 句没见过的回复/)).toBeTruthy();
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent?.slice(0, 2))).toEqual([
      '要点',
      '说错',
      '语气',
      '红线',
      '是否',
      '服务',
    ]);
    const wrong = within(screen.getByRole('row', { name: /^说错/ }));
    expect(wrong.getByText('96%')).toBeTruthy();
    expect(wrong.getByText('50 / 52')).toBeTruthy();
    expect(wrong.getByText('65%')).toBeTruthy();
  });

  it('never claims that no polite reply is called rude, but says at most how many in a thousand', () => {
    show(measured);
    expect(screen.getByText(/50 句热情或平和的回复里，0 句.*至多 71 句/)).toBeTruthy();
  });

  it('explains 待核 and names the weaknesses that are published', () => {
    show();
    expect(screen.getByRole('heading', { name: '「待核」是什么' })).toBeTruthy();
    expect(screen.getByText(/没认出的 \d+ 处要点里，\d+ 处列了待核/)).toBeTruthy();
    for (const { title } of published.weaknesses) expect(screen.getByText(title)).toBeTruthy();
  });

  it('says so where it counts only lines that it was tuned on', () => {
    show({ ...measured, lines: { blind: 0, tuned: 7000 } });
    expect(screen.getByText(/7000 句调试过的回复上的成绩，比真实的高/)).toBeTruthy();
  });

  it('rounds to 100 only without a fault, and to 0 only without a hit', () => {
    expect([percentOf(999, 1000), percentOf(1000, 1000), percentOf(1, 1000), percentOf(0, 9), percentOf(0, 0)]).toEqual(
      [99, 100, 1, 0, null],
    );
  });
});
