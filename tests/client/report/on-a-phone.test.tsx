/** The report's words and drawing where there is little room. */
import { cleanup, render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import '#client/features/report/model/report-strings.ts';
import { MarkedText } from '#client/features/report/findings/marked-text.tsx';
import { FindingLink } from '#client/features/report/links/finding-link.tsx';
import { Highlights } from '#client/features/report/links/highlights.tsx';
import { AXIS_EDGE, axisLayout, labelWidth, spreadApart } from '#client/features/report/model/axis-layout.ts';
import { AnatomyTable } from '#client/features/report/time/anatomy-table.tsx';
import { AxisChart } from '#client/features/report/time/axis-chart.tsx';
import { report } from '#tests/client/fixtures/report.ts';

afterEach(cleanup);

const WIDTH = 332;

describe('[X63] on a phone', () => {
  it('a number stands in one line with the last character it belongs to', () => {
    const finding = report.findings.find(({ quoteAt }) => quoteAt !== null);
    const quote = finding?.quoteAt;
    if (finding === undefined || quote == null) throw new Error('no finding quotes words');
    const text = report.transcript.find(({ id }) => id === quote.message)?.text ?? '';
    const { container } = render(
      <MarkedText text={text} message={quote.message} findings={[finding]} numbers={new Map([[finding.id, 7]])} />,
    );
    const number = container.querySelector('sup');
    expect(number?.parentElement?.className).toContain('whitespace-nowrap');
    expect(number?.parentElement?.textContent).toBe(
      `${[...(container.querySelector('q')?.textContent ?? '')].at(-2)}7`,
    );
  });

  it('a link that is a moment or a number is wide enough for a thumb', () => {
    const moments = [1000, 2000].map((at) => ({ conversation: 'c1', name: '小鹿', at, text: '在吗' }));
    const { container } = render(
      <MemoryRouter>
        <Highlights moments={moments} />
        <FindingLink id="f1" number={1} />
      </MemoryRouter>,
    );
    const links = [...container.querySelectorAll('a')];
    expect(links.map(({ textContent }) => textContent)).toEqual(['小鹿 0:01', '0:02', '第 1 条']);
    for (const { className } of links) expect(className).toMatch(/max-pane:inline-block.*max-pane:min-w-44/);
  });

  it('[X111] the rows of where the time went and the moments are as high as a thumb at every coarse pointer', () => {
    const moments = [1000, 2000, 3000, 4000, 5000, 6000].map((at) => ({
      conversation: 'c1',
      name: '小鹿',
      at,
      text: '在吗',
    }));
    const { container } = render(
      <MemoryRouter>
        <Highlights moments={moments} />
        <AnatomyTable rounds={report.anatomy.rounds} />
      </MemoryRouter>,
    );
    const pressed = [...container.querySelectorAll('a, button')];
    expect(pressed.length).toBeGreaterThan(moments.length);
    for (const { className } of pressed) expect(className).toMatch(/pointer-coarse:(?:py-(?:9|1\d)|min-h-44)/);
  });

  it('nothing of the timeline begins left of the words around it', () => {
    const first = { kind: 'comfort', from: 0, until: 3000, how: 'missed' } as const;
    const conversations = report.conversations.map((conversation) => ({
      ...{ ...conversation, from: 0, windows: [{ ...first, beat: null }] as never },
    }));
    const findings = report.findings.map((finding) => ({ ...finding, at: 0 }));
    const { container } = render(
      <MemoryRouter>
        <AxisChart
          report={{ ...report, conversations, findings }}
          numbers={new Map(findings.map(({ id }, i) => [id, i + 1]))}
          width={WIDTH}
        />
      </MemoryRouter>,
    );
    const lefts = [...container.querySelectorAll('text')].map((text) => {
      const x = Number(text.getAttribute('x'));
      const width = labelWidth(text.textContent ?? '');
      const anchor = text.getAttribute('text-anchor');
      return x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    });
    expect(lefts.length).toBeGreaterThan(3);
    for (const left of lefts) expect(left).toBeGreaterThanOrEqual(AXIS_EDGE);
    for (const mark of container.querySelectorAll('rect[rx]'))
      expect(Number(mark.getAttribute('x'))).toBeGreaterThanOrEqual(AXIS_EDGE);
    expect(axisLayout(report, WIDTH).left).toBeGreaterThanOrEqual(AXIS_EDGE);
    expect(spreadApart([{ x: 0 }, { x: 1 }], 20, { left: 23, right: 300 })).toEqual([{ x: 23 }, { x: 43 }]);
  });
});
