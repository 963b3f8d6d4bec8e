import { describe, expect, test } from 'vitest';
import { reportFileSchema } from '#contract/report-file.ts';
import { eventsOf, type SeatPlan } from '#tests/classroom/support/golden-class.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';
import { say, talk, talkRoom } from '#tests/http/support/discussion-world.ts';
import { get, type Room, reportOf, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf } from '#tests/http/support/test-server.ts';

const room = (results: 'published' | 'at-once' = 'at-once', name = '林可欣'): Promise<Room> => {
  const seats: SeatPlan[] = [{ name, drills: [eventsOf('poor')] }];
  return resultsServer(seats, results);
};
const fetched = async ({ url, trainee }: Room, ending: string) => {
  const response = await fetch(`${url}/api/drills/d1-1/report.${ending}`, { headers: { cookie: trainee } });
  return {
    type: response.headers.get('content-type'),
    name: response.headers.get('content-disposition'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};

describe('a downloaded report', () => {
  test('holds as JSON the report itself and what it was scored from', async () => {
    const server = await room();
    const report = await reportOf(server, server.trainee);
    const { type, name, bytes } = await fetched(server, 'json');
    expect(type).toContain('application/json');
    expect(name).toContain(`filename*=UTF-8''${encodeURIComponent('改进报告-林可欣-2026-11-20.json')}`);
    const file = reportFileSchema.parse(JSON.parse(bytes.toString('utf8')));
    expect(file).toMatchObject({
      version: 1,
      drill: 'd1-1',
      contentHash: 'golden',
      rubric: { id: '2026-11', date: '2026-11-01' },
      seat: { run: '周三第一节', no: '01', name: '林可欣' },
    });
    expect(file.report).toEqual(report);
  });

  test('has a file name of its own as Word, without characters that no file name may have', async () => {
    const { type, name, bytes } = await fetched(await room('at-once', '../林?可欣'), 'docx');
    expect(type).toContain('wordprocessingml');
    expect(name).toContain(encodeURIComponent('改进报告-林 可欣-2026-11-20.docx'));
    expect(zipPart(bytes, 'word/document.xml')).toContain('改进报告');
  });

  test('shows the record of changes as its reader sees it, and in the Word file as the trainee does', async () => {
    const server = await talkRoom();
    const { teacher, trainee, fault } = server;
    await say(server, teacher, 'rulings', { finding: fault.key, verdict: 'dismissed', reason: '断线了' });
    await say(server, teacher, 'comments', { place: { kind: 'report' }, text: '写错了地方' });
    const [comment] = (await talk(server, teacher)).comments;
    await say(server, teacher, `comments/${comment?.id}/delete`);
    const auditFor = async (cookie: string) => {
      const response = await fetch(`${server.url}/api/drills/d1-1/report.json`, { headers: { cookie } });
      return reportFileSchema.parse(await response.json()).audit;
    };
    const [own, staff] = [await auditFor(trainee), await auditFor(teacher)];
    expect(own).toEqual((await talk(server, trainee)).audit);
    expect(staff).toEqual((await talk(server, teacher)).audit);
    expect(own[0]).toMatchObject({ kind: 'ruled', by: '王老师', reason: '断线了' });
    expect(JSON.stringify(own)).not.toContain('写错了地方');
    expect(JSON.stringify(staff)).toContain('写错了地方');
    const signed = await fetch(`${server.url}/api/drills/d1-1/report.docx`, { headers: { cookie: teacher } });
    const xml = zipPart(Buffer.from(await signed.arrayBuffer()), 'word/document.xml');
    for (const said of ['改动记录', '理由：断线了', '内容已删']) expect(xml).toContain(said);
    expect(xml).not.toContain('写错了地方');
  });

  test.each(['json', 'docx'])(
    '[M6] as .%s is given to those who may read the report, once they may',
    async (ending) => {
      const server = await room('published');
      const code = async (cookie: string): Promise<string> =>
        codeOf(await get(server, `drills/d1-1/report.${ending}`, cookie));
      expect(await code(server.trainee)).toBe('report-not-published');
      expect(await code(server.stranger)).toBe('unknown-drill');
      const { status } = await get(server, `drills/d1-1/report.${ending}`, server.teacher);
      expect(status).toBe(200);
    },
  );
});
