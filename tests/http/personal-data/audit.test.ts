import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createAuditTrail } from '#classroom/personal-data/audit-trail.ts';
import { AUDIT_KINDS, type AuditBody } from '#contract/personal-data/audit.ts';
import { checkChain } from '#storage/audit.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { dataWorld, OTHER, OWN, PASSWORD } from './data-world.ts';

const note = { school: 's1', actor: 'root', kind: 'run-made', subject: 'r1', details: { mode: 'exam' } } as const;

describe('the audit trail', () => {
  test('has a row for what is done to people and their data, ids only, and each school reads its own [P6] [P7]', async () => {
    const world = await dataWorld();
    const { admin, teacher, ids, storage } = world;
    const done = async (answer: ReturnType<typeof world.post>) => expect(codeOf(await answer)).toBe('ok');
    const account = { name: OWN.name, role: 'teacher', login: 'sikong', password: PASSWORD };
    const made = valueIn(await world.post('people', admin, account)) as { id: string };
    await done(world.post(`people/${made.id}`, admin, { role: 'mentor', name: OTHER.name, password: `${PASSWORD}x` }));
    await done(world.post(`runs/${ids.run}/publish`, teacher, { published: true }));
    await done(
      world.post(`drills/${ids.otherDrill}/rulings`, teacher, {
        finding: null,
        verdict: 'score',
        score: 88,
        reason: OWN.words,
      }),
    );
    const days = { practice: 30, runs: null, signIns: null, sessions: null };
    await done(world.post('data/settings', admin, { days, officer: made.id }));
    expect((await fetch(`${world.url}/api/people/${ids.person}/data.zip`, { headers: { cookie: admin } })).status).toBe(
      200,
    );
    for (let n = 0; n < 12; n++) await world.post('session', null, { login: 'sikong', password: 'wrong-password' });
    await world.post(`people/${made.id}/erase`, admin, { name: OTHER.name });

    const { rows } = valueIn(await world.get('audit', admin)) as AuditBody;
    const told = rows.map(({ kind, subject, actor }) => [kind, subject, actor]);
    const name = (await storage.people.person('admin'))?.name;
    expect(told).toEqual(
      expect.arrayContaining([
        ['data-erased', made.id, name],
        ['data-exported', ids.person, name],
        ['settings-changed', null, name],
        ['account-made', made.id, name],
        ['role-changed', made.id, name],
        ['account-changed', made.id, name],
        ['ruling-made', ids.otherDrill, (await storage.people.person('teacher'))?.name],
        ['run-published', ids.run, (await storage.people.person('teacher'))?.name],
        ['run-made', ids.run, (await storage.people.person('teacher'))?.name],
      ]),
    );
    const stored = JSON.stringify(await storage.audit.after(0, 500));
    const own = [...Object.values(OWN), OTHER.name, 'sikong', PASSWORD, '第一节', '电商三班'];
    expect(own.filter((one) => stored.includes(one))).toEqual([]);
    const foreign = valueIn(await world.get('audit', await cookieOf(storage, 'admin2'))) as AuditBody;
    expect(foreign.rows).toEqual([]);
    expect(valueIn(await world.get('audit/check', admin))).toMatchObject({ brokenAt: null, rows: rows.length });
  });

  test('tells the first row that was changed, taken out or put in [P6]', async () => {
    const folder = tempFolder();
    const change = async (sql: string) => {
      const database = new Database(join(folder, 'kefu.sqlite'));
      database.exec(sql);
      database.close();
      const storage = await openReady(folder);
      const checked = await checkChain(storage.audit);
      await storage.close();
      return checked.brokenAt;
    };
    const storage = await openReady(folder);
    await storage.audit.append(Array.from({ length: 5 }, (_, n) => ({ ...note, at: n })));
    const { head } = await checkChain(storage.audit);
    expect((await checkChain(storage.audit, { n: 5, hash: head })).brokenAt).toBeNull();
    expect((await checkChain(storage.audit, { n: 5, hash: 'other' })).brokenAt).toBe(5);
    // A shorter trail chains as well as a whole one: only a hash kept elsewhere tells.
    expect((await checkChain(storage.audit, { n: 6, hash: head })).brokenAt).toBe(6);
    await storage.close();
    expect(await change("update audit_trail set actor = 'else' where n = 4")).toBe(4);
    expect(await change("update audit_trail set actor = 'root' where n = 4")).toBeNull();
    expect(await change(`update audit_trail set details = '{"mode":"lesson"}' where n = 3`)).toBe(3);
    expect(await change("update audit_trail set details = 'no json' where n = 3")).toBe(3);
    expect(await change('delete from audit_trail where n = 2')).toBe(2);
  });

  test('is stored behind the back of whoever is noted, and tried again where it couldn’t be [P6]', async () => {
    const storage = await openReady(tempFolder());
    onTestFinished(() => storage.close());
    const clock = virtualClock();
    let faults = 1;
    const audit = {
      ...storage.audit,
      append: async (...given: Parameters<typeof storage.audit.append>) => {
        if (faults-- > 0) throw new Error('disk full');
        await storage.audit.append(...given);
      },
    };
    const trail = createAuditTrail({ storage: { ...storage, audit }, clock, logger: pino({ level: 'silent' }) });
    trail.note(note);
    trail.note({ ...note, subject: 'r2' });
    await trail.settled();
    expect(await storage.audit.after(0, 9)).toEqual([]);
    await clock.advance(10_000);
    await trail.settled();
    expect((await storage.audit.after(0, 9)).map(({ subject }) => subject)).toEqual(['r1', 'r2']);
    await trail.close();
  });

  test('has words for every kind', async () => {
    const storage = await openReady(tempFolder());
    onTestFinished(() => storage.close());
    await storage.audit.append(AUDIT_KINDS.map((kind) => ({ ...note, kind, at: 1 })));
    const trail = createAuditTrail({ storage, clock: virtualClock(), logger: pino({ level: 'silent' }) });
    const reader = { school: 's1', machineAdmin: false };
    const rows: AuditBody['rows'] = [];
    // A page holds fewer rows than there are kinds.
    for (let before: number | null = null; ; before = rows.at(-1)?.n ?? null) {
      const page = await trail.read(reader, before);
      rows.push(...page.rows);
      if (!page.more) break;
    }
    expect(new Set(rows.map(({ what }) => what)).size).toBe(AUDIT_KINDS.length);
    expect(rows[0]?.actor).toBe('已删除');
  });
});
