import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { report } from '#tests/client/fixtures/report.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

/** The report with its first two replies taken back: one that nobody had read, and one that was heard. */
const replies = report.transcript.filter(({ by }) => by === 'trainee');
const [unread, read] = replies;
const taken = {
  ...report,
  transcript: report.transcript.map((line) => {
    if (line.id === unread?.id) return { ...line, by: 'withdrawn' as const, isWithdrawn: true as const, findings: [] };
    return line.id === read?.id ? { ...line, isWithdrawn: true as const } : line;
  }),
};

it('[E23] the report shows words taken back struck through, and says whether the customer had read them', async () => {
  openReport(taken);
  await screen.findByText(report.verdict);
  const line = (id = '') => document.getElementById(`line-${id}`);
  expect(line(unread?.id)?.querySelector('del')?.textContent).toBe(unread?.text);
  expect(line(unread?.id)?.textContent).toContain('你，撤回的：');
  expect(line(unread?.id)?.textContent).toContain('撤回了，客户没看到，不算');
  expect(line(read?.id)?.querySelector('del')?.textContent).toContain(read?.text.slice(0, 4) ?? '');
  expect(line(read?.id)?.textContent).toContain('后来撤回了，客户看过，照算');
  expect(document.querySelectorAll('del')).toHaveLength(2);
});
