/** The head of the report on a phone: the verdict first, what is seldom used behind one button. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { report } from '#tests/client/fixtures/report.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(() => {
  closeReport();
  vi.unstubAllGlobals();
  onDesktop();
});

it('[X58] has files and paper under 更多, and the replay after the verdict', async () => {
  onPhone();
  openReport(report);
  const verdict = await screen.findByText(report.verdict);
  const head = screen.getByRole('heading', { level: 1 }).closest<HTMLElement>('header') as HTMLElement;
  expect(within(head).getAllByRole('button')).toHaveLength(1);
  const replay = screen.getByRole('link', { name: '回放整场' });
  expect(verdict.compareDocumentPosition(replay)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  const more = within(head).getByRole('button', { name: '更多' });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(more);
  const menu = screen.getByRole('dialog', { name: '更多' });
  expect(more.getAttribute('aria-expanded')).toBe('true');
  const lines = within(menu).getAllByRole('button');
  expect(lines.map(({ textContent }) => textContent?.slice(0, 4))).toEqual(['Word', 'JSON', BUTTON.print]);
  await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true));
  const print = vi.fn();
  vi.stubGlobal('print', print);
  fireEvent.click(within(menu).getByRole('button', { name: BUTTON.print }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
});

it('[X58] has them all beside the title in a wide window', async () => {
  openReport(report);
  const verdict = await screen.findByText(report.verdict);
  const replay = screen.getByRole('link', { name: '回放整场' });
  expect(verdict.compareDocumentPosition(replay)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
  expect(screen.queryByRole('button', { name: '更多' })).toBeNull();
});
