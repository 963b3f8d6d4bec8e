import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { axisLayout } from '#client/features/report/model/axis-layout.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

const opened = async () => {
  openReport(report);
  await screen.findByText(report.verdict);
};

describe('from the report to the replay', () => {
  it('the head of the report leads to the whole replay', async () => {
    await opened();
    expect(screen.getByRole('link', { name: '回放整场' }).getAttribute('href')).toBe('/drills/d1/replay');
  });

  it('[M139] each finding leads to its words, or three seconds before what has none, with its customer', async () => {
    await opened();
    for (const finding of report.findings.filter(({ severity }) => severity !== 'merit')) {
      const block = document.getElementById(finding.id);
      if (block === null) throw new Error(finding.id);
      const link = within(block).getByRole('link', { name: /^看当时 \d+:\d\d：/ });
      const at = finding.quoteAt === null ? Math.max(0, finding.at - 3000) : finding.at;
      expect(link.getAttribute('href')).toBe(`/drills/d1/replay?at=${at}&c=${finding.conversation}`);
    }
  });

  it('a press on the axis leads to the time and the customer of its lane', async () => {
    await opened();
    const axis = screen.getAllByRole('img', { name: /./ }).find((element) => element.tagName.toLowerCase() === 'svg');
    if (axis === undefined) throw new Error('no axis');
    const width = Number(axis.getAttribute('width'));
    const { headHeight, laneHeight, captionHeight } = axisLayout(report, width);
    fireEvent.click(axis, { clientX: width - 16, clientY: headHeight + laneHeight + captionHeight + 5 });
    const where = screen.getByTestId('where').textContent;
    const until = Math.max(
      ...report.conversations.map((conversation) => conversation.until),
      ...report.findings.map(({ at }) => at),
    );
    expect(where).toBe(`/drills/d1/replay?at=${until - 3000}&c=c2`);
  });

  it('the names of the axis lead nowhere', async () => {
    await opened();
    const axis = screen.getAllByRole('img', { name: /./ }).find((element) => element.tagName.toLowerCase() === 'svg');
    const { headHeight } = axisLayout(report, Number(axis?.getAttribute('width')));
    fireEvent.click(axis ?? document.body, { clientX: 20, clientY: headHeight + 5 });
    expect(screen.getByTestId('where').textContent).toBe('/drills/d1/report');
  });
});
