/** A contest of a class that has a term: it stands in the term and in its calendar, and counts nowhere in the sheet. */
import { expect, test } from 'vitest';
import { dayOf } from '#classroom/exports/local-time.ts';
import type { TermCalendar } from '#contract/terms/calendar.ts';
import type { TermSheet } from '#contract/terms/sheet.ts';
import type { TermBody, TermRow } from '#contract/terms/term.ts';
import { valueIn } from '#tests/http/support/test-server.ts';
import { aHeldContest, aRound, arena, MINUTE } from './support.ts';

test('[J73] a voluntary round of nought marks is no exam, and who didn’t enter lacks nothing', async () => {
  const server = await arena();
  const { get, post, host, clock } = server;
  const { id, runs } = await aHeldContest(server);
  await clock.advance(2 * MINUTE);
  await aRound(server, runs.s1, 0, 0);
  await clock.advance(20 * MINUTE);
  const today = dayOf(clock.now());
  const week = { name: '实训周', firstDay: today, lastDay: today };
  const term = valueIn(await post('classes/k-s1/terms', host, week)) as TermRow;
  expect(term).toMatchObject({ exams: 0, homework: 0, contests: 1 });
  const path = `classes/k-s1/terms/${term.id}`;
  const sheetNow = async () => (valueIn(await get(`${path}/sheet`, host)) as TermSheet).rows;
  const before = await sheetNow();
  valueIn(await post(`contests/${id}/unveil`, host, { to: 2 }));
  for (const rows of [before, await sheetNow()])
    for (const { cells } of rows)
      expect(cells.find(({ item }) => item === 'exams')).toMatchObject({
        value: null,
        partial: false,
        because: ['这个学期里还没有考试'],
      });
  const { items } = valueIn(await get(path, host)) as TermBody;
  expect(items).toMatchObject([{ run: runs.s1, kind: 'contest', form: 'contest', contest: id }]);
  const { entries } = valueIn(await get(`${path}/calendar`, host)) as TermCalendar;
  expect(entries.filter(({ kind }) => kind === 'run')).toMatchObject([
    { item: 'contest', moment: 'opens', contest: id },
    { item: 'contest', moment: 'due', contest: id },
  ]);
});
