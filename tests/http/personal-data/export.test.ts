import { describe, expect, test } from 'vitest';
import { zipPart } from '#tests/classroom/support/zip-part.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { type DataWorld, dataWorld, OTHER, OWN } from './data-world.ts';

type Archive = { status: number; disposition: string; bytes: Buffer; names: string[]; all: string };
const namesIn = (zip: Buffer): string[] => {
  const names: string[] = [];
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1'))
    names.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)));
  return names;
};
const archive = async ({ url }: DataWorld, path: string, cookie: string | null): Promise<Archive> => {
  const response = await fetch(`${url}/api/${path}`, { headers: cookie === null ? {} : { cookie } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const names = response.ok ? namesIn(bytes) : [];
  return {
    ...{ status: response.status, disposition: response.headers.get('content-disposition') ?? '', bytes, names },
    all: names.map((name) => zipPart(bytes, name)).join('\n'),
  };
};
const json = ({ bytes }: Archive, name: string): unknown => JSON.parse(zipPart(bytes, name));

describe('the export of a person', () => {
  test('gives them everything that is kept of them, and nothing of anybody else [P1]', async () => {
    const world = await dataWorld();
    const { ids, account } = world;
    const { status, disposition, names, all, bytes } = await archive(world, 'me/data.zip', account);
    expect([status, disposition]).toEqual([200, expect.stringContaining('.zip')]);
    const folder = (drill: string) => ['log', 'report', 'discussion'].map((file) => `drills/${drill}/${file}.json`);
    expect(names.toSorted()).toEqual(
      [
        ...['README.txt', 'profile.json', 'memberships.json', 'seats.json', 'drills.json', 'portfolio.json'],
        ...[
          'sign-ins.json',
          'sessions.json',
          'devices.json',
          'certificates.json',
          'evaluations.json',
          'term-entries.json',
          'published-sheets.json',
          'teams.json',
          'leaves.json',
          'attendance.json',
          'booklets.json',
          'puzzles.json',
          'personal-replies.json',
          'contests.json',
          'lead-answers.json',
          'handover.json',
          'service-tables.json',
          'role-plays.json',
          'sides.json',
          'recommendations.json',
          'rankings.json',
          'mentorships.json',
          'papers.json',
          'private-exams.json',
          'markings.json',
          'exams.json',
          'handed-in.json',
          ...folder(ids.drill),
          ...folder(ids.alone),
        ],
      ].toSorted(),
    );
    const { answer: _, appeal: __, notice: ___, ...here } = OWN;
    for (const [what, own] of Object.entries(here)) expect([what, all.includes(own)]).toEqual([what, true]);
    expect(all).not.toContain(OTHER.name);
    expect(all).not.toContain('scrypt');
    const got = { bytes } as Archive;
    expect(json(got, 'profile.json')).toMatchObject({ id: ids.person, login: OWN.login });
    expect(json(got, 'portfolio.json')).toHaveLength(2);
    expect(json(got, 'drills.json')).toMatchObject([
      { id: ids.drill, withheld: null, run: ids.run },
      { id: ids.alone, withheld: null, run: null },
    ]);
    const sheets = json(got, 'published-sheets.json') as { rows: object[]; appeals: object[] };
    expect(sheets.rows).toMatchObject([{ version: 1, person: ids.person, withdrawn: null }]);
    expect(sheets.rows[0]).not.toHaveProperty('scholarship');
    expect(sheets.appeals).toMatchObject([{ item: 'attendance', text: OWN.cellAppeal, closing: null }]);
    expect(zipPart(bytes, 'README.txt')).toContain('个人信息保护法');
  });

  test('gives a device that practises alone its own, and a stranger nothing', async () => {
    const world = await dataWorld();
    const { names, all } = await archive(world, 'me/data.zip', world.two);
    expect(names).not.toContain('profile.json');
    expect(all).toContain(OTHER.words);
    expect(all).not.toContain(OWN.words);
    expect((await archive(world, 'me/data.zip', null)).status).toBe(404);
  });

  test('gives an admin a trainee’s drills of class, and of their own practice only that there is some [P2]', async () => {
    const world = await dataWorld();
    const { ids, admin, storage } = world;
    const got = await archive(world, `people/${ids.person}/data.zip`, admin);
    expect(got.all).toContain(OWN.words);
    expect(got.all).not.toContain(OWN.alone);
    expect(json(got, 'drills.json')).toMatchObject([{ withheld: null }, { id: ids.alone, withheld: 'private' }]);
    expect(got.all).toContain('请本人在自己的设备或账号上导出');
    for (const id of ['teacher', 'admin2'])
      expect((await archive(world, `people/${ids.person}/data.zip`, await cookieOf(storage, id))).status).not.toBe(200);
  });

  test('holds back what isn’t published yet, and says so [P2]', async () => {
    const world = await dataWorld();
    const { ids, account, storage } = world;
    const run = await storage.runs.run(ids.run);
    if (run !== null) await storage.runs.changeRun({ ...run, plan: { ...run.plan, results: 'published' } });
    const got = await archive(world, 'me/data.zip', account);
    expect(json(got, 'drills.json')).toMatchObject([
      { id: ids.drill, withheld: 'report-not-published', score: null },
      {},
    ]);
    expect(got.names).not.toContain(`drills/${ids.drill}/report.json`);
    expect(got.all).not.toContain(OWN.words);
    expect(zipPart(got.bytes, 'README.txt')).toContain('1 场的内容没有给');
  });
});
