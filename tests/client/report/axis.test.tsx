/** The timeline of a drill with many customers: what stands on it doesn’t overlap, and no wait is drawn longer than it was. */
import { cleanup, render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import '#client/features/report/model/report-strings.ts';
import { axisLayout, labelWidth } from '#client/features/report/model/axis-layout.ts';
import { AxisChart } from '#client/features/report/time/axis-chart.tsx';
import { TimeAxis } from '#client/features/report/time/time-axis.tsx';
import type { Report } from '#contract/report.ts';
import { report } from '#tests/client/fixtures/report.ts';

afterEach(cleanup);

const WIDTH = 700;
const [one] = report.conversations;
if (one === undefined) throw new Error('no customer');
/** So many customers, one second apart, gone in the same order a minute later; the first was never answered. */
const crowd = Array.from({ length: 12 }, (_, i) => {
  const [from, until] = [i * 1000, 60_000 + i * 1000];
  return {
    ...{ ...one, conversation: `k${i}`, from, until: 600_000, stays: [{ from, until }], mood: [], windows: [] },
    rounds: i === 0 ? [{ from, to: null, seconds: 60, grade: 'fail' as const, first: true }] : [],
  };
});
const shown: Report = { ...report, conversations: crowd, findings: [] };
const draw = () =>
  render(
    <MemoryRouter>
      <AxisChart report={shown} numbers={new Map()} width={WIDTH} />
    </MemoryRouter>,
  ).container;

it('[M89] says a mood that never changed in words, and draws one that did', () => {
  const lane = (mood: (typeof one)['mood']) =>
    render(
      <MemoryRouter>
        <AxisChart
          report={{ ...report, conversations: [{ ...one, mood, windows: [] }], findings: [] }}
          numbers={new Map()}
          width={WIDTH}
        />
      </MemoryRouter>,
    ).container;
  const steady = lane([[one.from, 55]]);
  expect(steady.textContent).toContain('情绪一直 55');
  expect(steady.querySelector('polyline')).toBeNull();
  const moving = lane([
    [one.from, 55],
    [one.from + 1000, 40],
  ]);
  expect(moving.textContent).not.toContain('情绪一直');
  expect(moving.querySelector('polyline')).not.toBeNull();
});

it('has no two numbers of customers at once that touch', () => {
  const numbers = [...draw().querySelectorAll('text[y="43"][text-anchor="middle"]')].map((text) => {
    const half = labelWidth(text.textContent ?? '') / 2;
    const x = Number(text.getAttribute('x'));
    return { from: x - half, to: x + half };
  });
  expect(numbers.length).toBeGreaterThan(0);
  for (const [i, { to }] of numbers.entries()) expect(to).toBeLessThan(numbers[i + 1]?.from ?? Infinity);
});

it('draws an unanswered wait as long as it was, not to the end of the drill', () => {
  const bar = draw().querySelector('rect.fill-bad-solid');
  const { x } = axisLayout(shown, WIDTH);
  expect(Number(bar?.getAttribute('width'))).toBeCloseTo(x(60_000) - x(0));
});

it('[X53] takes on a phone no more than the page’s width, with each name over its lane', () => {
  const { container } = render(
    <MemoryRouter>
      <AxisChart report={shown} numbers={new Map()} width={332} />
    </MemoryRouter>,
  );
  expect(container.querySelector('svg')?.getAttribute('width')).toBe('332');
  const layout = axisLayout(shown, 332);
  // The axis begins at the left edge and not after a column of names.
  expect(layout.x(0)).toBeLessThan(20);
  const bar = container.querySelector('rect.fill-bad-solid');
  expect(Number(bar?.getAttribute('x'))).toBe(layout.x(0));
  const names = [...container.querySelectorAll('text.font-semibold')].filter(
    ({ textContent }) => textContent === one.name,
  );
  expect(names).toHaveLength(crowd.length);
  for (const name of names) expect(Number(name.getAttribute('y'))).toBeLessThanOrEqual(layout.captionHeight);
  expect(layout.laneHeight * crowd.length + layout.headHeight).toBe(layout.height);
});

it('[X53] is drawn as wide as the page on the narrowest phone', () => {
  const width = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300);
  const { container } = render(
    <MemoryRouter>
      <TimeAxis report={report} numbers={new Map()} />
    </MemoryRouter>,
  );
  width.mockRestore();
  const widths = [...container.querySelectorAll('svg[role="img"]')].map((svg) => svg.getAttribute('width'));
  // The other one is for paper.
  expect(widths).toEqual(['300', '690']);
});
