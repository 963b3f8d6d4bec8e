/** What a part of the total lost: a verdict by kind, and each loss on request. */
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { lostKinds } from '#client/features/report/figures/lost-kinds.ts';
import type { Report } from '#contract/report.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

const faults = report.findings.filter(({ severity }) => severity !== 'merit');
const [first, second] = faults;
if (first === undefined || second === undefined) throw new Error('the report has too few faults');
const part = (finding: string | null, marks: number, text = '丢了'): Report['dimensions'][number]['lost'][number] => ({
  ...{ text, marks, finding, place: null },
});
const findings = report.findings.map((finding) => ({
  ...finding,
  ruleTitle: finding.id === first.id ? '答错了' : finding.id === second.id ? '等走了' : '操作没点',
}));

it('adds up what a kind of fault cost, the dearest two by name and the rest as one', () => {
  const third = findings.find(({ id }) => id !== first.id && id !== second.id)?.id ?? null;
  const parts = [part(second.id, 1), part(first.id, 5), part(first.id, 4), part(third, 0.5), part(null, 0.2)];
  expect(lostKinds(parts, findings)).toEqual([
    { title: '答错了', count: 2, marks: 9 },
    { title: '等走了', count: 1, marks: 1 },
    { title: null, count: 2, marks: 0.7 },
  ]);
  expect(lostKinds([part(first.id, 1)], findings)).toEqual([{ title: '答错了', count: 1, marks: 1 }]);
});

it('[M88] counts a fault that was told again as often as it happened', () => {
  const again = [{ at: 90_000, turn: 3, quoteAt: null }];
  const told = findings.map((finding) => (finding.id === first.id ? { ...finding, again } : finding));
  expect(lostKinds([part(first.id, 5)], told)).toEqual([{ title: '答错了', count: 2, marks: 5 }]);
});

it('[M97] counts all that a row sums up, by the row’s own name, and leads to each', async () => {
  const row = { ...part(first.id, 5, '两句回晚了'), kind: '回晚了', findings: [first.id, second.id] };
  expect(lostKinds([row, part(first.id, 1)], findings)).toEqual([
    { title: '回晚了', count: 2, marks: 5 },
    { title: '答错了', count: 1, marks: 1 },
  ]);
  const [dimension, ...others] = report.dimensions;
  if (dimension === undefined) throw new Error('no dimension');
  openReport({ ...report, findings, dimensions: [{ ...dimension, lost: [row] }, ...others] });
  await screen.findByText(report.verdict);
  const item = screen.getByText(/^两句回晚了/).closest('li') as HTMLElement;
  expect(within(item).getAllByRole('link')).toHaveLength(2);
});

it('[M89] puts the places of lost marks at one edge', async () => {
  const [row, ...rows] = report.dimensions;
  if (row === undefined) throw new Error('no dimension');
  openReport({ ...report, findings, dimensions: [{ ...row, lost: [part(first.id, 5, '甲')], marks: 1 }, ...rows] });
  await screen.findByText(report.verdict);
  expect(screen.getByText(/^甲/).closest('li')?.className).toContain('justify-between');
});

it('says the verdict in a line and opens each loss on request', async () => {
  const [row, ...rows] = report.dimensions;
  if (row === undefined) throw new Error('no dimension');
  const lost = [part(first.id, 5, '甲'), part(first.id, 4, '乙'), part(second.id, 1, '丙')];
  openReport({ ...report, findings, dimensions: [{ ...row, lost, marks: 1 }, ...rows] });
  await screen.findByText(report.verdict);
  const cells = within(within(screen.getByRole('region', { name: '六个方面' })).getAllByRole('row')[1] as HTMLElement);
  expect(cells.getByText('答错了').parentElement?.textContent).toBe('答错了 2 处−9');
  const list = () => cells.getByText(/甲/).closest('ul');
  expect(list()?.className).toContain('hidden');
  fireEvent.click(cells.getByRole('button', { name: '逐条看 3 项' }));
  expect(list()?.className).not.toContain('hidden');
});

it('tells a range only where its ends differ as they are shown', async () => {
  const [row, ...rows] = report.dimensions;
  if (row === undefined) throw new Error('no dimension');
  const unsure = (range: [number, number]) => {
    closeReport();
    openReport({ ...report, findings, dimensions: [{ ...row, lost: [], unsure: true, range }, ...rows] });
    return screen.findByText(report.verdict);
  };
  const cells = () => within(screen.getByRole('region', { name: '六个方面' })).getAllByRole('row')[1] as HTMLElement;
  await unsure([0, 4]);
  expect(within(cells()).getByText('待核 0–4')).toBeTruthy();
  await unsure([0, 0]);
  expect(cells().textContent).not.toContain('待核');
});

it('[M183] leads to each place of a row that sums up several', async () => {
  const [dimension, ...others] = report.dimensions;
  const [conversation] = report.conversations;
  if (dimension === undefined || conversation === undefined) throw new Error('nothing to show');
  const places = [4, 5, 6].map((minute) => ({ conversation: conversation.conversation, at: minute * 60_000 }));
  const row = { ...part(null, 0.6, '没到优秀线的几次'), place: places[0] ?? null, places };
  openReport({ ...report, findings, dimensions: [{ ...dimension, lost: [row] }, ...others] });
  await screen.findByText(report.verdict);
  const item = within(screen.getByText(/^没到优秀线的几次/).closest('li') as HTMLElement);
  expect(item.getByText('另 2 处')).toBeTruthy();
  expect(item.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'))).toEqual(
    places.map(({ conversation: id, at }) => expect.stringContaining(`?at=${id}:${at}`)),
  );
});
