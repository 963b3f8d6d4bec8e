import { describe, expect, test } from 'vitest';
import type { TermFaults } from '#contract/terms/faults.ts';
import type { ClassTerms, TermBody, TermRow } from '#contract/terms/term.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { termRoom } from './term-room.ts';

const WEEK = { name: '双 11 实训周', firstDay: '2026-11-16', lastDay: '2026-11-27' };

describe('a class’s terms', () => {
  test('a teacher makes one, and the class’s runs of these days are in it [J1]', async () => {
    const server = await termRoom();
    expect(valueIn(await get(server, 'classes/c1/terms', server.teacher))).toMatchObject({ terms: [] });
    const made = valueIn(await post(server, 'classes/c1/terms', server.teacher, WEEK)) as TermRow;
    expect(made).toMatchObject({ ...WEEK, runs: 1, homework: 0, exams: 0 });
    const { terms } = valueIn(await get(server, 'classes/c1/terms', server.mentor)) as ClassTerms;
    expect(terms).toEqual([{ ...made, openAppeals: 0 }]);
    const body = valueIn(await get(server, `classes/c1/terms/${made.id}`, server.mentor)) as TermBody;
    expect(body.items).toMatchObject([{ run: 'r1', kind: 'lesson', day: '2026-11-20', state: 'ended', seats: 2 }]);
    const moved = { ...WEEK, firstDay: '2026-11-21' };
    expect(valueIn(await post(server, `classes/c1/terms/${made.id}`, server.teacher, moved))).toMatchObject({
      runs: 0,
    });
    const kinds = (await server.storage.audit.after(0, 99)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['term-made', 'term-changed']));
  });

  test('what goes wrong in it counts published drills, for staff alone [J8]', async () => {
    const server = await termRoom();
    const { id } = valueIn(await post(server, 'classes/c1/terms', server.teacher, WEEK)) as TermRow;
    const path = `classes/c1/terms/${id}/faults`;
    expect(valueIn(await get(server, path, server.teacher))).toMatchObject({ trainees: 0, faults: [] });
    const run = await server.storage.runs.run('r1');
    if (run === null) throw new Error('no run');
    await server.storage.runs.changeRun({ ...run, publishedAt: 1 });
    const faults = valueIn(await get(server, path, server.mentor)) as TermFaults;
    expect(faults).toMatchObject({ trainees: 1, runs: [{ run: 'r1', day: '2026-11-20', trainees: 1 }] });
    expect(codeOf(await get(server, path, server.stranger))).toBe('not-signed-in');
    expect(codeOf(await get(server, 'classes/c1/terms/none/faults', server.teacher))).toBe('unknown-term');
  });

  test('a mentor makes none, another class’s term is none, and wrong days are refused [J1]', async () => {
    const server = await termRoom();
    expect(codeOf(await post(server, 'classes/c1/terms', server.mentor, WEEK))).toBe('not-allowed');
    expect(codeOf(await post(server, 'classes/c1/terms', server.teacher, { ...WEEK, lastDay: '2026-11-01' }))).toBe(
      'bad-request',
    );
    await server.storage.people.createClass({
      ...{ id: 'c2', school: 's1', name: '2404 班', createdAt: 1, archivedAt: null },
    });
    const { id } = valueIn(await post(server, 'classes/c2/terms', server.teacher, WEEK)) as TermRow;
    expect(codeOf(await get(server, `classes/c1/terms/${id}`, server.teacher))).toBe('unknown-term');
    expect(codeOf(await post(server, `classes/c1/terms/${id}`, server.teacher, WEEK))).toBe('unknown-term');
    expect(codeOf(await get(server, 'classes/c1/terms', server.stranger))).toBe('not-signed-in');
  });
});
