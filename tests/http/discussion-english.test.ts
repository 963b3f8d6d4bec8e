/** What was said and ruled about a report, over HTTP to an English reader: titles on record are Chinese, shown they are English. */
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Discussion, OpenAppeal } from '#contract/discussion.ts';
import type { Report } from '#contract/report.ts';
import { reportFileSchema } from '#contract/report-file.ts';
import type { RunRuling } from '#contract/results.ts';
import { say, type TalkRoom, talk, talkRoom } from '#tests/http/support/discussion-world.ts';
import { get } from '#tests/http/support/results-world.ts';
import { valueIn } from '#tests/http/support/test-server.ts';

const english = async <T>(room: TalkRoom, path: string): Promise<T> =>
  valueIn(await get(room, `${path}${path.includes('?') ? '&' : '?'}lang=en`, room.teacher)) as T;

/** A fault that is appealed, ruled on and commented, and the total besides. */
const spoken = async (): Promise<TalkRoom> => {
  const room = await talkRoom();
  const { teacher, trainee, fault } = room;
  const place = { kind: 'finding', finding: fault.key };
  const total = { finding: null, verdict: 'score', score: 91, reason: '补答了' };
  const done = [
    await say(room, trainee, 'appeals', { place, text: '请看一下' }),
    await say(room, trainee, 'appeals', { place: { kind: 'report' }, text: '总分偏低' }),
    await say(room, teacher, 'comments', { place, text: '这里要快' }),
    await say(room, teacher, 'rulings', { finding: fault.key, verdict: 'dismissed', reason: '断线了' }),
    await say(room, trainee, 'appeals', { place: { kind: 'report' }, text: '再看' }),
    await say(room, teacher, 'rulings', total),
  ];
  expect(done).toEqual(['ok', 'ok', 'ok', 'ok', 'appeal-open', 'ok']);
  return room;
};

/** What a title says of a fault, in the words of the English report. */
const titleOf = async (room: TalkRoom): Promise<string> => {
  const { findings } = await english<Report>(room, 'drills/d1-1/report');
  const found = findings.find(({ key }) => key === room.fault.key);
  if (found === undefined) throw new Error('the fault is gone');
  expect(found.title).not.toMatch(/\p{Script=Han}/u);
  return found.quote === '' ? found.title : `${found.title}, “${found.quote}”`;
};

describe('an English reader', () => {
  test('reads appeals and the record of changes with English titles, and a Chinese reader with Chinese ones', async () => {
    const room = await spoken();
    const title = await titleOf(room);
    const before = await talk(room, room.teacher);
    const { appeals, audit } = await english<Discussion>(room, 'drills/d1-1/discussion');
    expect(appeals.map((one) => one.title)).toEqual([title, 'Total']);
    expect(new Set(audit.map((one) => one.title))).toEqual(new Set([title, 'Total']));
    const file = reportFileSchema.parse(
      await (
        await fetch(`${room.url}/api/drills/d1-1/report.json?lang=en`, { headers: { cookie: room.teacher } })
      ).json(),
    );
    expect(file.audit).toEqual(audit);
    expect(await talk(room, room.teacher)).toEqual(before);
    expect(before.appeals[0]?.title).toContain(room.fault.title);
  });

  test('reads the list of open appeals with English titles', async () => {
    const room = await talkRoom();
    const place = { kind: 'finding', finding: room.fault.key };
    for (const one of [place, { kind: 'report' }])
      await say(room, room.trainee, 'appeals', { place: one, text: '不对' });
    const open = await english<OpenAppeal[]>(room, 'runs/r1/appeals');
    expect(open.map((one) => one.title)).toEqual([await titleOf(room), 'Total']);
    const chinese = valueIn(await get(room, 'runs/r1/appeals', room.teacher)) as OpenAppeal[];
    expect(chinese[0]?.title).toContain(room.fault.title);
    expect(chinese[1]?.title).toMatch(/^总分 \d/);
  });

  test('reads a run’s rulings with English titles, on the page and in the workbook', async () => {
    const room = await spoken();
    const title = await titleOf(room);
    const rulings = await english<RunRuling[]>(room, 'runs/r1/rulings');
    expect(rulings.map((one) => one.title)).toEqual([title, 'Total']);
    const response = await fetch(`${room.url}/api/runs/r1/export.xlsx?lang=en`, { headers: { cookie: room.teacher } });
    const sheets = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    const sheet = sheets.find(({ data }) => data.flat().includes('断线了'));
    expect(sheet?.data.flat()).toContain(title);
    expect(sheet?.data.flat().join()).not.toContain(room.fault.title);
    const chinese = valueIn(await get(room, 'runs/r1/rulings', room.teacher)) as RunRuling[];
    expect(chinese[0]?.title).toContain(room.fault.title);
  });
});
