import { describe, expect, test } from 'vitest';
import { puzzleMenuSchema, puzzleResultSchema, puzzleSchema } from '#contract/practice/puzzles.ts';
import { readPuzzles } from '#drills/puzzles/puzzle.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { findPuzzles } from '#scripts/puzzles/find-puzzles.ts';
import { engine } from '#server/engine-parts.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { customerLines, secrets } from '#tests/sockets/answer-key.ts';
import { shippedCatalog } from '#tests/sockets/shipped-cases.ts';
import { person, school } from '#tests/storage/people-contract.ts';
import { plan, run } from '#tests/storage/runs-contract.ts';
import { library } from '#tests/support/library.ts';

const server = () => testServer({ engine, catalog: shippedCatalog, clock: virtualClock() });
const [first] = readPuzzles().values();
if (first === undefined) throw new Error('no puzzle');

/** One puzzle of each type: enough to meet every kind of event. */
const oneOfEachType = [
  ...new Map([...readPuzzles().values()].map((puzzle) => [puzzle.case.split('/')[0], puzzle])).values(),
].map((puzzle) => [puzzle.id, puzzle] as const);

describe('puzzles over HTTP', () => {
  test.each(oneOfEachType)(
    '%s: nothing that leaves the server before the answer tells what is right [Z3]',
    async (id, puzzle) => {
      const { url } = await server();
      const scenario = library.scenarios.get(puzzle.case);
      if (scenario === undefined) throw new Error(puzzle.case);
      const { data } = await shippedCatalog.contentFor([puzzle.case]);
      const body = puzzleSchema.parse(valueIn(await ask(`${url}/api/puzzles/${id}`)));
      const menu = valueIn(await ask(`${url}/api/puzzles`));
      const { shop, ...shown } = body;
      const said = shown.before.concat(shown.asked).flatMap(({ event }) => {
        if (event.kind === 'action-done') return event.result;
        return 'text' in event ? [event.text] : [];
      });
      const wire = JSON.stringify([shown, menu]);
      // What the trainee before told, what an operation of theirs answered, and the shop's own cards, stand on every desk.
      const open = JSON.stringify([said, shop, shown.before.filter(({ event }) => event.kind === 'customer-arrived')]);
      const leaked = (lines: readonly string[]) => lines.filter((line) => wire.includes(line) && !open.includes(line));
      const heard = JSON.stringify(
        [...shown.before, ...shown.asked].filter(({ event }) => event.kind === 'customer-said'),
      );
      expect(leaked(secrets(data, scenario))).toEqual([]);
      expect(leaked(customerLines(data, scenario)).filter((line) => !heard.includes(line))).toEqual([]);
      expect(shown.asked.some(({ event }) => event.kind === 'customer-said')).toBe(true);
      expect([...shown.before, ...shown.asked].map(({ event }) => event.kind)).not.toContain('question-changed');
      for (const name of ['points', 'must', 'model', 'bad', 'failed', 'tried', 'needs'])
        expect(wire).not.toContain(`"${name}":`);
    },
  );

  test('an answer is judged by the real engine, and only its result says what was missed and what was right [Z3]', async () => {
    const { url } = await server();
    const [found] = await findPuzzles(library, first.case);
    if (found === undefined) throw new Error(first.case);
    const answer = async (body: object) =>
      puzzleResultSchema.parse(valueIn(await ask(`${url}/api/puzzles/${found.id}/answers`, { method: 'POST', body })));
    const solved = await answer(found.model);
    expect(solved).toMatchObject({ credit: 1, isLate: false });
    expect(solved.after.some(({ event }) => event.kind === 'customer-said')).toBe(true);
    const missed = await answer({ text: '在的亲', acts: [], seconds: 5 });
    expect(missed.credit).toBe(0);
    expect(missed.questions.flatMap(({ points }) => points).some(({ state }) => state === 'missed')).toBe(true);
    expect([...missed.questions, ...missed.faults].some(({ better }) => better !== null)).toBe(true);
    const late = await answer({ ...found.model, seconds: 91 });
    expect(late).toMatchObject({ credit: 0, isLate: true });
    expect(late.questions.flatMap(({ points }) => points).length).toBeGreaterThan(0);
  });

  test('the menu names the day’s three, each of them there [Z2]', async () => {
    const { url } = await server();
    const menu = puzzleMenuSchema.parse(valueIn(await ask(`${url}/api/puzzles`)));
    expect(menu.today).toHaveLength(3);
    for (const id of menu.today) expect(menu.puzzles.map((card) => card.id)).toContain(id);
  });

  test('of a case that an exam has neither the start nor an answer is given to who may sit it [M45]', async () => {
    const clock = virtualClock();
    const { url, storage } = await testServer({ engine, catalog: shippedCatalog, clock });
    await storage.people.createSchool(school('s1'), person('root', { role: 'admin' }));
    const exam = { ...plan, mode: 'exam' as const, scenarios: [first.case] };
    await storage.runs.createRun(run('exam', { createdAt: clock.now(), plan: exam }), []);
    const body = { text: '在的亲', acts: [], seconds: 5 };
    expect(codeOf(await ask(`${url}/api/puzzles/${first.id}`))).toBe('case-in-exam');
    expect(codeOf(await ask(`${url}/api/puzzles/${first.id}/answers`, { method: 'POST', body }))).toBe('case-in-exam');
    const { puzzles } = puzzleMenuSchema.parse(valueIn(await ask(`${url}/api/puzzles`)));
    for (const { id, sealed } of puzzles) expect(sealed, id).toBe(readPuzzles().get(id)?.case === first.case);
  });

  test('what the server can’t take is refused with its code, and a device has so many answers', async () => {
    const { url, storage } = await server();
    const send = (id: string, body: object, cookie?: string) =>
      ask(`${url}/api/puzzles/${id}/answers`, { method: 'POST', body, ...(cookie && { cookie }) });
    const fine = { text: '在的亲', acts: [], seconds: 5 };
    expect(codeOf(await ask(`${url}/api/puzzles/none-such`))).toBe('unknown-puzzle');
    expect(codeOf(await ask(`${url}/api/puzzles/NO`))).toBe('unknown-puzzle');
    expect(codeOf(await send('none-such', fine))).toBe('unknown-puzzle');
    expect(codeOf(await send(first.id, { ...fine, text: '' }))).toBe('empty-message');
    expect(codeOf(await send(first.id, { ...fine, text: 'x'.repeat(501) }))).toBe('bad-request');
    expect(codeOf(await send(first.id, { ...fine, acts: [{ action: 'none', with: {} }] }))).toBe('unknown-action');
    const { setCookie } = await createGuest(storage, 0, false);
    const cookie = setCookie.split(';')[0] ?? '';
    const codes: unknown[] = [];
    for (let n = 0; n < 21; n++) codes.push(codeOf(await send(first.id, { ...fine, text: '' }, cookie)));
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('empty-message'));
    expect(codes.at(-1)).toBe('too-many-requests');
  });
});
