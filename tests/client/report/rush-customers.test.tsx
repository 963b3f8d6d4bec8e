/** The long parts of a rush's report: closed until somebody opens them or an address leads into them. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { findingNumbers } from '#client/features/report/model/numbering.ts';
import type { PointReply } from '#contract/report.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { RUSH } from '#tests/client/fixtures/rush.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

const open = async (address?: string, shown = { ...report, rush: RUSH }) => {
  openReport(shown, {}, address);
  await screen.findByText(report.verdict);
};
/** Classes hide it on the screen and show it on paper; the tests' pages have no styles. */
const isClosed = (element: Element | null): boolean => element?.closest('[data-closed]') != null;
const faulty = report.findings.find(({ severity }) => severity !== 'merit');
const customers = () => within(screen.getByRole('region', { name: '逐句看' }));
const rowOf = (conversation: string) => {
  const name = report.conversations.find((one) => one.conversation === conversation)?.name ?? '';
  return customers().getByRole('button', { name: new RegExp(`^${name}`) });
};
if (faulty === undefined) throw new Error('the report has no fault');

describe('the customers of a rush in its report', () => {
  it('have a row each with outcome, first response and what their faults cost, which opens the words', async () => {
    await open();
    for (const { name } of report.conversations)
      expect(customers().getAllByText(name, { selector: 'b.cut' })).toBeTruthy();
    const row = rowOf(faulty.conversation);
    expect(row.textContent).toMatch(/说完 (?:\d+ 分 )?\d+ (?:秒|分钟) 回/);
    expect(row.textContent).toMatch(/\d+ 条要改/);
    const words = () => document.getElementById(faulty.id);
    expect(isClosed(words())).toBe(true);
    fireEvent.click(row);
    expect(isClosed(words())).toBe(false);
    expect(row.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(row);
    expect(isClosed(words())).toBe(true);
  });

  it('[M85] never lost nothing where a doubt is open or marks were lost there without a finding', async () => {
    const clean = {
      ...report,
      rush: RUSH,
      findings: [],
      dimensions: report.dimensions.map((row) => ({ ...row, lost: [] })),
    };
    const none = clean.ledger.map((row) => ({
      ...row,
      points: row.points.map((point) => ({ ...point, replies: [] })),
    }));
    const [row] = none;
    const [dimension] = clean.dimensions;
    const point = row?.points[0];
    if (row === undefined || point === undefined || dimension === undefined) throw new Error('the report is empty');
    const textOf = () =>
      customers().getByText(report.conversations.find((one) => one.conversation === row.conversation)?.name ?? '', {
        selector: 'b.cut',
      }).parentElement?.textContent;
    await open(undefined, { ...clean, ledger: none });
    expect(textOf()).toContain('没丢分');
    cleanup();
    const place = { conversation: row.conversation, at: 1000 };
    const lost = [{ text: '丢了', marks: 1, finding: null, place }];
    await open(undefined, { ...clean, ledger: none, dimensions: [{ ...dimension, lost }] });
    // The report kept from the visit before may stand there first.
    await waitFor(() => expect(textOf()).not.toContain('没丢分'));
    expect(textOf()).not.toContain('没有要改的');
    cleanup();
    const reply: PointReply = {
      ...{
        turn: 1,
        at: 1000,
        customer: '',
        words: '好',
        heard: 'unsure',
        doubtful: true,
        ruling: null,
        proposal: null,
      },
    } as const;
    const doubted = [{ ...row, points: [{ ...point, replies: [reply] }] }];
    await open(undefined, { ...clean, ledger: doubted });
    await waitFor(() => expect(textOf()).toContain('1 处待核'));
  });

  it('[M112] each lost something where a row of lost marks has several of them', async () => {
    const [dimension] = report.dimensions;
    if (dimension === undefined) throw new Error('the report is empty');
    const places = report.conversations.map(({ conversation }) => ({ conversation, at: 1000 }));
    const lost = [{ text: '没到优秀线', marks: 0.3, finding: null, place: places[0] ?? null, places }];
    await open(undefined, { ...report, rush: RUSH, findings: [], dimensions: [{ ...dimension, lost }] });
    for (const { name } of report.conversations)
      await waitFor(() => {
        const text = customers().getByText(name, { selector: 'b.cut' }).parentElement?.textContent;
        expect(text).toContain('另有小扣，见六个方面');
        expect(text).not.toContain('没丢分');
      });
  });

  it('are one line on a phone where they have no fault', async () => {
    const findings = report.findings.filter(({ conversation }) => conversation === faulty.conversation);
    await open(undefined, { ...report, rush: RUSH, findings });
    const hidden = (conversation: string) => {
      const name = report.conversations.find((one) => one.conversation === conversation)?.name ?? '';
      const head = customers().getByText(name, { selector: 'b.cut' }).parentElement;
      return [...(head?.children ?? [])].filter(({ className }) => /(^| )max-pane:hidden/.test(className)).length;
    };
    const other = report.conversations.find(({ conversation }) => conversation !== faulty.conversation);
    expect(hidden(other?.conversation ?? '')).toBe(2);
    expect(hidden(faulty.conversation)).toBe(0);
  });

  it('[X62] stay open while others are opened, as the sections do', async () => {
    await open();
    const rows = customers()
      .getAllByRole('button')
      .filter((button) => button.getAttribute('aria-controls') !== null);
    const sections = [...document.querySelectorAll('button[aria-controls]')].filter(
      (button) => !rows.some((row) => row === button),
    );
    for (const buttons of [rows, sections]) {
      expect(buttons.length).toBeGreaterThan(1);
      for (const button of buttons) fireEvent.click(button);
      expect(buttons.map((button) => button.getAttribute('aria-expanded'))).toEqual(buttons.map(() => 'true'));
    }
  });

  it('a link to a fault, a moment or the doubts opens what it leads into, and the key J the next one', async () => {
    await open(`/drills/d1/report#${faulty.id}`);
    expect(isClosed(document.getElementById(faulty.id))).toBe(false);
    expect(document.activeElement?.id).toBe(faulty.id);
    closeReport();
    const line = report.transcript.find(({ by }) => by === 'trainee');
    await open(`/drills/d1/report?at=${line?.conversation}:${line?.at}`);
    expect(isClosed(document.getElementById(`line-${line?.id}`))).toBe(false);
    closeReport();
    await open();
    expect(isClosed(document.querySelector('[data-finding]'))).toBe(true);
    fireEvent.keyDown(document.body, { code: 'KeyJ' });
    expect(isClosed(document.querySelector('[data-finding]'))).toBe(false);
    closeReport();
    await open('/drills/d1/report#doubts');
    expect(document.getElementById('doubts')?.querySelector('[data-closed]')).toBeNull();
  });

  it('are numbered as they stand, customer by customer, and in another report by time', () => {
    const order = [...findingNumbers({ ...report, rush: RUSH }).keys()].map(
      (id) => report.findings.find((finding) => finding.id === id)?.conversation,
    );
    const keys = report.conversations.map(({ conversation }) => conversation);
    expect(order).toEqual(order.toSorted((a, b) => keys.indexOf(a ?? '') - keys.indexOf(b ?? '')));
  });

  it('nothing is closed in any other report', async () => {
    openReport(report);
    await screen.findByText(report.verdict);
    expect(document.querySelector('[data-closed]')).toBeNull();
  });
});
