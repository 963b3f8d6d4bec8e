import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import { report } from '#tests/client/fixtures/report.ts';
import { RUSH } from '#tests/client/fixtures/rush.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(closeReport);

type Row = Report['ledger'][number];
const point = (state: Row['points'][number]['state'], more: Partial<Row['points'][number]> = {}) => ({
  ...{ id: `p-${state}`, text: `要点${state}`, must: true, state, quote: null, replies: [] },
  ...more,
});

const open = async (
  points: Row['points'],
  more: Partial<Row> = {},
  shown: Report = report,
): Promise<ReturnType<typeof within>> => {
  const row: Row = {
    conversation: 'c1',
    question: 'q',
    text: '几时发',
    state: 'wrong',
    openedAt: 0,
    seconds: null,
    ...{ points, better: null, ...more },
  };
  openReport({ ...shown, ledger: [row] });
  await screen.findByText(report.verdict);
  return within(screen.getByRole('region', { name: '问题台账' }));
};

describe('[M110] a question that was never answered in full', () => {
  it('wasn’t answered in full where a point was told, or perhaps was', async () => {
    expect((await open([point('wrong'), point('covered')])).getByText('没有答全')).toBeTruthy();
    closeReport();
    expect((await open([point('wrong'), point('unsure')])).getByText('没有答全')).toBeTruthy();
  });

  it('was never answered where none was', async () =>
    expect((await open([point('wrong'), point('missed')])).getByText('一直没有答到')).toBeTruthy());
});

it('[M108] words from before the question stand as said before it', async () => {
  const ledger = await open([point('covered', { quote: '48小时内发', saidBefore: true })]);
  expect(ledger.getByText('问之前就说过「48小时内发」')).toBeTruthy();
});

it('[M178] a point counted by words that carry nothing alone isn’t said to have been said', async () => {
  const ledger = await open([point('covered'), point('covered', { id: 'p2', quote: '48小时内发' })]);
  expect(ledger.getAllByText('算说到了')).toHaveLength(1);
  expect(ledger.getAllByText('说到了')).toHaveLength(1);
});

it('[M175] the count of answers says how many came once the customer had gone', async () => {
  // The head is told in a rush, where the rows are folded.
  const rush = { ...report, rush: RUSH };
  const late = await open([point('covered')], { state: 'answered', afterLeaving: true }, rush);
  expect(late.getByText('问了 1 件，答清 1 件，其中 1 件等人走了才留言答上')).toBeTruthy();
  closeReport();
  expect((await open([point('covered')], { state: 'answered' }, rush)).getByText('问了 1 件，答清 1 件')).toBeTruthy();
});
