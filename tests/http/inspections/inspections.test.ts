import { describe, expect, test } from 'vitest';
import {
  comparisonSchema,
  type InspectionBody,
  inspectionMenuSchema,
  inspectionSchema,
  type Marking,
} from '#contract/practice/inspections.ts';
import { readComplaints } from '#drills/inspections/complaints.ts';
import { readTranscripts } from '#drills/inspections/transcripts.ts';
import { engine } from '#server/engine-parts.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { secrets } from '#tests/sockets/answer-key.ts';
import { shippedCatalog } from '#tests/sockets/shipped-cases.ts';
import { person, school } from '#tests/storage/people-contract.ts';
import { plan, run } from '#tests/storage/runs-contract.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const server = () => testServer({ engine, catalog: shippedCatalog, clock: virtualClock() });
const transcripts = [...readTranscripts().values()];
const complaints = readComplaints();
const complaint = transcripts.find((one) => complaints.has(one.case));
const [first] = transcripts;
if (first === undefined || complaint === undefined) throw new Error('no transcript');

/** One transcript of each type, and every complaint. */
const looked = [
  ...new Map(transcripts.map((one) => [one.case.split('/')[0], one])).values(),
  ...transcripts.filter((one) => complaints.has(one.case)),
];

const everythingMet = ({ scorecard, complaint: form }: InspectionBody): Marking => ({
  dimensions: Object.fromEntries(
    scorecard.dimensions.map(({ id }) => [id, { level: 'full', faults: [] }]),
  ) as unknown as Marking['dimensions'],
  redLine: { crossed: false, code: null, line: null },
  complaint:
    form === null
      ? null
      : {
          responsible: form.responsible[0]?.id ?? null,
          rule: form.rules[0]?.id ?? null,
          remedy: form.remedies[0]?.id ?? null,
        },
});

describe('quality inspection over HTTP', () => {
  test('before the own marks nothing tells the program’s marks, findings or a key [I1]', async () => {
    const { url } = await server();
    for (const transcript of looked) {
      const scenario = library.scenarios.get(transcript.case);
      if (scenario === undefined) throw new Error(transcript.case);
      const { data } = await shippedCatalog.contentFor([transcript.case]);
      const body = inspectionSchema.parse(valueIn(await ask(`${url}/api/inspections/${transcript.id}`)));
      const { scorecard, shop, lines, ...rest } = body;
      // What was said, the shop's cards and the rubric's own names of faults are what an inspector works with.
      const open = JSON.stringify([scorecard, shop, lines, rest.events]);
      const wire = JSON.stringify(body);
      expect(
        secrets(data, scenario).filter((line) => wire.includes(line) && !open.includes(line)),
        transcript.case,
      ).toEqual([]);
      for (const name of [
        'findings',
        'score',
        'marks',
        'level":"',
        'points',
        'must',
        'verdict',
        'isRight',
        'right',
        'deduct',
      ])
        expect(wire.includes(`"${name}":`), `${transcript.case} ${name}`).toBe(false);
      const key = complaints.get(transcript.case);
      if (key !== undefined) expect(wire.includes(key.why), transcript.case).toBe(false);
      expect(lines.filter(({ by }) => by === 'trainee')).toHaveLength(transcript.replies);
    }
  });

  test('a whole marking is answered with the program’s and how far both agree; the same marks agree the same [I2]', async () => {
    const { url } = await server();
    const body = inspectionSchema.parse(valueIn(await ask(`${url}/api/inspections/${first.id}`)));
    const hand = async (marking: Marking) =>
      comparisonSchema.parse(
        valueIn(await ask(`${url}/api/inspections/${first.id}/marks`, { method: 'POST', body: marking })),
      );
    const compared = await hand(everythingMet(body));
    const [own, program] = compared.parties;
    expect(own).toMatchObject({ by: 'own', total: 100, redLine: { crossed: false } });
    expect(program).toMatchObject({ by: 'program' });
    expect(program?.dimensions.flatMap(({ faults }) => faults).length).toBeGreaterThan(0);
    expect(compared.agreements).toHaveLength(1);
    expect(await hand(everythingMet(body))).toEqual(compared);
  });

  test('who marks as the program does agrees with it whole [I2]', async () => {
    const { url } = await server();
    const agreed: unknown[] = [];
    for (const { id } of transcripts.filter((_, i) => sweepsAll || i % 3 === 0)) {
      const body = inspectionSchema.parse(valueIn(await ask(`${url}/api/inspections/${id}`)));
      const hand = async (marking: Marking) =>
        ask(`${url}/api/inspections/${id}/marks`, { method: 'POST', body: marking });
      const [, program] = comparisonSchema.parse(valueIn(await hand(everythingMet(body)))).parties;
      if (program === undefined) throw new Error(id);
      const dimensions = Object.fromEntries(
        program.dimensions.map((one) => [
          one.id,
          {
            level: one.level,
            faults: one.faults.filter(({ unsure }) => !unsure).map(({ code, line }) => ({ code, line })),
          },
        ]),
      ) as unknown as Marking['dimensions'];
      const code = body.scorecard.redLines.find(({ title }) => program.redLine.titles.includes(title))?.code ?? null;
      const redLine = { crossed: program.redLine.crossed, code, line: program.redLine.lines[0] ?? null };
      const answer = await hand({ dimensions, redLine, complaint: everythingMet(body).complaint });
      // What the program takes off for doubts alone, a person can't name.
      if (codeOf(answer) === 'marking-incomplete') continue;
      agreed.push(comparisonSchema.parse(valueIn(answer)).agreements[0]?.agreement);
    }
    expect(agreed.length).toBeGreaterThan(sweepsAll ? 10 : 3);
    for (const agreement of agreed)
      expect(agreement).toMatchObject({ lines: 7, agreed: 7, kappa: 1, onlyFirst: 0, onlySecond: 0 });
  });

  test('a red line caps the own total, and what isn’t met has to be named [I2]', async () => {
    const { url } = await server();
    const body = inspectionSchema.parse(valueIn(await ask(`${url}/api/inspections/${first.id}`)));
    const met = everythingMet(body);
    const send = (marking: unknown) =>
      ask(`${url}/api/inspections/${first.id}/marks`, { method: 'POST', body: marking as object });
    const crossed = { ...met, redLine: { crossed: true, code: body.scorecard.redLines[0]?.code ?? null, line: null } };
    const { parties } = comparisonSchema.parse(valueIn(await send(crossed)));
    expect(parties[0]?.total).toBe(body.scorecard.cap);
    const unnamed = { ...met, dimensions: { ...met.dimensions, solving: { level: 'none', faults: [] } } };
    const open = { ...met, dimensions: { ...met.dimensions, sales: { level: null, faults: [] } } };
    for (const marking of [unnamed, open, { ...met, redLine: null }])
      expect(codeOf(await send(marking))).toBe('marking-incomplete');
    const foreign = (faults: object[]) => ({
      ...met,
      dimensions: { ...met.dimensions, solving: { level: 'none', faults } },
    });
    const named = body.scorecard.dimensions.find(({ id }) => id === 'solving')?.faults[0]?.code;
    for (const faults of [
      [{ code: 'late-first', line: null }],
      [{ code: named, line: 'c9-nowhere' }],
      [
        { code: named, line: null },
        { code: named, line: null },
      ],
    ])
      expect(codeOf(await send(foreign(faults)))).toBe('bad-request');
    expect(codeOf(await send({}))).toBe('bad-request');
    expect(codeOf(await ask(`${url}/api/inspections/00000000`))).toBe('unknown-inspection');
    expect(codeOf(await ask(`${url}/api/inspections/NO`))).toBe('unknown-inspection');
  });

  test('投诉判定 says what was right only with the comparison, and each of its cards and keys is there [I5]', async () => {
    const { url } = await server();
    const path = `${url}/api/inspections/${complaint.id}`;
    const body = inspectionSchema.parse(valueIn(await ask(path)));
    const key = complaints.get(complaint.case);
    if (key === undefined) throw new Error(complaint.case);
    const met = everythingMet(body);
    const right = { responsible: key.responsible, rule: key.rules.right, remedy: key.remedies.right };
    const { complaint: judged } = comparisonSchema.parse(
      valueIn(await ask(`${path}/marks`, { method: 'POST', body: { ...met, complaint: right } })),
    );
    for (const question of ['responsible', 'rule', 'remedy'] as const) expect(judged?.[question].isRight).toBe(true);
    expect(judged?.why).toBe(key.why);
    expect(codeOf(await ask(`${path}/marks`, { method: 'POST', body: { ...met, complaint: null } }))).toBe(
      'marking-incomplete',
    );
    for (const [id, { rules, remedies }] of complaints) {
      const shop = library.shops.get(library.scenarios.get(id)?.shop ?? '');
      const cards = shop?.policies.map((policy) => policy.id) ?? [];
      expect(
        rules.from.filter((card) => !cards.includes(card)),
        id,
      ).toEqual([]);
      expect(rules.from, id).toContain(rules.right);
      expect(
        remedies.from.map((remedy) => remedy.id),
        id,
      ).toContain(remedies.right);
      expect(new Set(rules.from).size, id).toBe(rules.from.length);
    }
  });

  test('of a case that an exam has, no transcript is given to who may sit it [M45]', async () => {
    const clock = virtualClock();
    const { url, storage } = await testServer({ engine, catalog: shippedCatalog, clock });
    await storage.people.createSchool(school('s1'), person('root', { role: 'admin' }));
    const exam = { ...plan, mode: 'exam' as const, scenarios: [first.case] };
    await storage.runs.createRun(run('exam', { createdAt: clock.now(), plan: exam }), []);
    expect(codeOf(await ask(`${url}/api/inspections/${first.id}`))).toBe('case-in-exam');
    const { inspections } = inspectionMenuSchema.parse(valueIn(await ask(`${url}/api/inspections`)));
    for (const { id, sealed } of inspections) expect(sealed, id).toBe(id === first.id);
  });
});
