/** The timeline of a drill with many customers: what stands on it doesn’t overlap, and no wait is drawn longer than it was. */
import { cleanup, render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import '#client/features/report/model/report-strings.ts';
import { AXIS_EDGE, axisLayout, labelSides, labelWidth } from '#client/features/report/model/axis-layout.ts';
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

it('[X76] no label of a moment touches another label or mark', () => {
  const bounds = { half: 6, gap: 10, left: AXIS_EDGE, right: 700 - AXIS_EDGE };
  const names = ['核对订单', '道别', '催付', '引导拍下', ''];
  for (let step = 16; step < 140; step += 3) {
    const marks = names.map((label, i) => ({ x: 120 + i * step, label })).filter(({ x }) => x <= 678);
    const sides = labelSides(marks, bounds);
    const spans = marks.flatMap(({ x, label }, i) => {
      const width = labelWidth(label);
      const side = sides[i] ?? null;
      const mark = { from: x - 6, to: x + 6 };
      if (side === null || width === 0) return [mark];
      return [mark, side === 'right' ? { from: x + 10, to: x + 10 + width } : { from: x - 10 - width, to: x - 10 }];
    });
    const inOrder = spans.toSorted((a, b) => a.from - b.from);
    for (const [i, { to }] of inOrder.entries()) expect(to, `step ${step}`).toBeLessThan(inOrder[i + 1]?.from ?? 700);
  }
  // Two at one spot, at the right end of the axis: the first's name stands left of both.
  expect(
    labelSides(
      [
        { x: 662, label: '核对订单' },
        { x: 678, label: '道别' },
      ],
      bounds,
    ),
  ).toEqual(['left', null]);
});

it('[X77] on a phone no line of the clock runs through the words over a lane', () => {
  const { container } = render(
    <MemoryRouter>
      <AxisChart report={shown} numbers={new Map()} width={332} />
    </MemoryRouter>,
  );
  const { headHeight, laneHeight, captionHeight } = axisLayout(shown, 332);
  const lines = [...container.querySelectorAll('path.stroke-line')];
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) {
    const parts = [...(line.getAttribute('d') ?? '').matchAll(/M\S+ (\S+)V([\d.]+)/g)].map(([, from, to]) =>
      [from, to].map(Number),
    );
    expect(parts).toHaveLength(crowd.length + 1);
    for (const lane of crowd.keys()) {
      const top = headHeight + lane * laneHeight;
      for (const [from = 0, to = 0] of parts) expect(to <= top || from >= top + captionHeight).toBe(true);
    }
  }
});
