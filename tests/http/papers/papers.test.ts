/** Written papers over HTTP: nothing tells a key before the teacher publishes, and no practice does while one is open. */
import { describe, expect, test } from 'vitest';
import type { Certificate, RunCertificates } from '#contract/exams/certificates.ts';
import type { OwnPaper, PaperBoard, PaperSeat } from '#contract/papers/papers.ts';
import type { Paper, PaperCell, QuestionMenu } from '#contract/questions.ts';
import type { PaperSource } from '#drills/papers/draw.ts';
import { keysOf, rightAnswer } from '#tests/classroom/papers/support.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';
import { toyCatalog } from '#tests/drills/support/toy-content.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { person } from '#tests/storage/people-contract.ts';
import { bank, factsByShop } from '#tests/support/question-bank.ts';

const CELLS: PaperCell[] = [
  { topic: 'price', level: 3, count: 5 },
  { topic: 'returns', level: 1, count: 5 },
];
const PAPER = { name: '期中理论卷', classId: 'k1', minutes: 30, cells: CELLS, seed: 3 };

type Room = TestServer & { teacher: string; trainee: string };
const room = async (): Promise<Room> => {
  const server = await testServer({ catalog: { ...toyCatalog, bank, factsByShop } });
  const { storage } = server;
  await twoSchools(storage);
  await storage.people.createClass({ id: 'k1', school: 's1', name: '电商 2 班', createdAt: 1, archivedAt: null });
  const members = ['甲', '乙'].map((name, n) => ({ person: person(`m${n}`, { name, role: 'trainee' }), no: `0${n}` }));
  await storage.people.addMembers('k1', members);
  return { ...server, teacher: await cookieOf(storage, 'teacher'), trainee: await cookieOf(storage, 'trainee') };
};
const get = ({ url }: Room, path: string, cookie: string | null) => ask(`${url}/api/${path}`, { cookie });
const post = ({ url }: Room, path: string, cookie: string | null, body: unknown = {}) =>
  ask(`${url}/api/${path}`, { method: 'POST', cookie, body });

type Set = { id: string; code: string; source: PaperSource };
const setPaper = async (server: Room, over: Partial<typeof PAPER> = {}): Promise<Set> => {
  const { id } = valueIn(await post(server, 'papers', server.teacher, { ...PAPER, ...over })) as { id: string };
  const code = (await server.storage.runs.run(id))?.code ?? '';
  return { id, code, source: JSON.parse((await server.storage.papers.paper(id))?.body ?? '') };
};
const start = (server: Room, { id }: Set) => post(server, `runs/${id}/stage`, server.teacher, { stage: 'drill' });
const end = (server: Room, { id }: Set) => post(server, `runs/${id}/stage`, server.teacher, { stage: 'debrief' });

/** A device takes the seat of that place; its cookie and the seat. */
const sit = async (server: Room, { id, code }: Set, place: number): Promise<{ cookie: string; seat: string }> => {
  const seat = (await server.storage.runs.seats(id))[place]?.id ?? '';
  const { cookie } = await post(server, `join/${code}`, null, { seat });
  return { cookie: cookie ?? '', seat };
};

/** What of a paper's keys stands in a text: explanations, and the fields that hold keys. */
const keysIn = (text: string, { questions }: PaperSource): string[] => [
  ...questions.flatMap(({ why, calculation }) => (calculation === null && text.includes(why) ? [why] : [])),
  ...['"key":', '"why":', '"right":', '"citations":', '"credit":', '"calculation":', '"facility":'].filter((field) =>
    text.includes(field),
  ),
];

describe('[X4] before its results are published', () => {
  test('no reply that a trainee can get has a key or an explanation of it', async () => {
    const server = await room();
    const paper = await setPaper(server);
    const texts: string[] = [];
    const heard = async (answer: ReturnType<typeof get>): Promise<void> => {
      texts.push(JSON.stringify((await answer).reply));
    };
    const { cookie, seat } = await sit(server, paper, 0);
    const other = await sit(server, paper, 1);
    const everything = async (): Promise<void> => {
      for (const who of [cookie, other.cookie, server.trainee, null]) {
        await heard(get(server, `join/${paper.code}`, who));
        for (const path of [`seats/${seat}`, `seats/${seat}/paper`, `runs/${paper.id}`, `runs/${paper.id}/paper`])
          await heard(get(server, path, who));
        await heard(get(server, `runs/${paper.id}/paper.xlsx`, who));
        await heard(get(server, `runs/${paper.id}/results`, who));
        await heard(get(server, 'questions', who));
        const only = paper.source.questions.map(({ id }) => id).join(',');
        await heard(get(server, `questions/paper?seed=1&only=${only}`, who));
        await heard(get(server, 'homework', who));
        await heard(get(server, 'papers', who));
      }
    };
    await everything();
    await start(server, paper);
    await heard(post(server, `seats/${seat}/paper`, cookie));
    await everything();
    for (const key of await keysOf({ ...server, run: paper.id }, seat)) {
      const body = { question: key.id, answer: rightAnswer(key), flagged: false };
      await heard(post(server, `seats/${seat}/paper/answers`, cookie, body));
      await heard(post(server, `seats/${seat}/paper/answers`, other.cookie, body));
    }
    await heard(post(server, `seats/${seat}/paper/hand-in`, cookie));
    await everything();
    await end(server, paper);
    await everything();
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.flatMap((text) => keysIn(text, paper.source))).toEqual([]);

    expect(codeOf(await post(server, `runs/${paper.id}/publish`, server.teacher, { published: true }))).toBe('ok');
    const told = valueIn(await get(server, `seats/${seat}/paper`, cookie)) as PaperSeat;
    expect(told.result).toMatchObject({ mark: 100 });
    expect(told.result?.verdicts).toHaveLength(10);
    expect(keysIn(JSON.stringify(told), paper.source).length).toBeGreaterThan(5);
    expect(codeOf(await get(server, `seats/${seat}/paper`, other.cookie))).toBe('unknown-seat');
    // Who never began has no marks and no paper.
    const absent = valueIn(await get(server, `seats/${other.seat}/paper`, other.cookie)) as PaperSeat;
    expect(absent).toMatchObject({ phase: 'over', questions: [], result: null });
    await post(server, `runs/${paper.id}/publish`, server.teacher, { published: false });
    const again = valueIn(await get(server, `seats/${seat}/paper`, cookie)) as PaperSeat;
    expect(again).toMatchObject({ questions: [], result: null });
  });

  test('they aren’t published while anybody sits it', async () => {
    const server = await room();
    const paper = await setPaper(server);
    const publish = () => post(server, `runs/${paper.id}/publish`, server.teacher, { published: true });
    expect(codeOf(await publish())).toBe('paper-running');
    await start(server, paper);
    expect(codeOf(await publish())).toBe('paper-running');
    await end(server, paper);
    expect(codeOf(await publish())).toBe('ok');
  });

  test('marks are told, and the keys wait, while another open paper of the school asks one of its questions', async () => {
    const server = await room();
    const paper = await setPaper(server);
    await start(server, paper);
    const { cookie, seat } = await sit(server, paper, 0);
    await post(server, `seats/${seat}/paper`, cookie);
    await end(server, paper);
    await post(server, `runs/${paper.id}/publish`, server.teacher, { published: true });
    const second = await setPaper(server);
    const verdicts = async () =>
      (valueIn(await get(server, `seats/${seat}/paper`, cookie)) as PaperSeat).result?.verdicts?.length ?? null;
    const keysWait = async () =>
      (valueIn(await get(server, `runs/${paper.id}/paper`, server.teacher)) as PaperBoard).keysWait;
    expect([await verdicts(), await keysWait()]).toEqual([null, true]);
    await start(server, second);
    await end(server, second);
    expect([await verdicts(), await keysWait()]).toEqual([10, false]);
  });
});

describe('[X7] while a paper is open', () => {
  const only = ({ source }: Set) => source.questions.map(({ id }) => id).join(',');
  const drawn = async (server: Room, paper: Set, cookie: string | null): Promise<Paper> =>
    valueIn(await get(server, `questions/paper?seed=1&only=${only(paper)}`, cookie)) as Paper;
  const total = async (server: Room, cookie: string | null): Promise<number> => {
    const menu = valueIn(await get(server, 'questions', cookie)) as QuestionMenu;
    return menu.topics.flatMap(({ levels }) => levels).reduce((sum, { count }) => sum + count, 0);
  };

  test('its questions aren’t practised by its school’s people, nor told of in a paper drawn before', async () => {
    const server = await room();
    const before = await setPaper(server);
    await start(server, before);
    await end(server, before);
    const early = await drawn(server, before, server.trainee);
    expect(early.questions).toHaveLength(10);
    const answered = { paper: early.id, answers: [{ question: 0, answer: { chosen: [0] } }] };
    const paper = await setPaper(server);
    expect(codeOf(await post(server, 'questions/answers', server.trainee, answered))).toBe('questions-changed');
    const { cookie } = await sit(server, paper, 0);
    for (const who of [server.trainee, cookie]) {
      expect((await drawn(server, paper, who)).questions).toEqual([]);
      expect(await total(server, who)).toBe(bank.questions.length - 10);
      const practice = valueIn(await get(server, 'questions/paper?seed=1&count=50&topic=price', who)) as Paper;
      expect(practice.questions.filter(({ id }) => only(paper).split(',').includes(id))).toEqual([]);
      const body = { paper: practice.id, answers: [{ question: 0, answer: { chosen: [0] } }] };
      expect(codeOf(await post(server, 'questions/answers', who, body))).toBe('ok');
    }
    await start(server, paper);
    expect((await drawn(server, paper, server.trainee)).questions).toEqual([]);
    await end(server, paper);
    expect((await drawn(server, paper, server.trainee)).questions).toHaveLength(10);
    expect(codeOf(await post(server, 'questions/answers', server.trainee, answered))).toBe('ok');
  });

  test('its staff and another school’s people practise as before', async () => {
    const server = await room();
    const paper = await setPaper(server);
    for (const id of ['teacher', 'mentor', 'trainee2', 'teacher2']) {
      const cookie = await cookieOf(server.storage, id);
      expect((await drawn(server, paper, cookie)).questions).toHaveLength(10);
    }
  });
});

test('the data of a person have their papers with what they answered, and no key of them [P1]', async () => {
  const server = await room();
  const paper = await setPaper(server);
  await start(server, paper);
  const { cookie, seat } = await sit(server, paper, 0);
  await post(server, `seats/${seat}/paper`, cookie);
  const [first] = await keysOf({ ...server, run: paper.id }, seat);
  const answer = first === undefined ? null : rightAnswer(first);
  await post(server, `seats/${seat}/paper/answers`, cookie, { question: first?.id, answer, flagged: true });
  // The device has no account: the seat is that of a member of the roster.
  const file = await fetch(`${server.url}/api/me/data.zip`, {
    headers: { cookie: await cookieOf(server.storage, 'm0') },
  });
  const bytes = Buffer.from(await file.arrayBuffer());
  const answers = [{ question: first?.id, answer, flagged: true }];
  expect(JSON.parse(zipPart(bytes, 'papers.json'))).toMatchObject([
    { seat, runName: PAPER.name, handedInAt: null, answers },
  ]);
  expect(keysIn(zipPart(bytes, 'papers.json'), paper.source)).toEqual([]);
});

test('a trainee’s list has their papers and, once published, the marks; nobody else’s has them', async () => {
  const server = await room();
  const paper = await setPaper(server);
  const { cookie, seat } = await sit(server, paper, 0);
  const list = async (who: string | null) => valueIn(await get(server, 'papers', who)) as OwnPaper[];
  const row = { seat, name: PAPER.name, className: '电商 2 班', elsewhere: false, mark: null };
  expect(await list(cookie)).toEqual([{ ...row, state: 'waiting' }]);
  expect([await list(null), await list(server.trainee)]).toEqual([[], []]);
  await start(server, paper);
  await post(server, `seats/${seat}/paper`, cookie);
  expect(await list(cookie)).toEqual([{ ...row, state: 'open' }]);
  expect(await list(await cookieOf(server.storage, 'm0'))).toEqual([{ ...row, state: 'waiting', elsewhere: true }]);
  await end(server, paper);
  expect(await list(cookie)).toEqual([{ ...row, state: 'over' }]);
  await post(server, `runs/${paper.id}/publish`, server.teacher, { published: true });
  await post(server, `runs/${paper.id}/end`, server.teacher);
  expect(await list(cookie)).toEqual([{ ...row, state: 'published', mark: 0 }]);
  expect(await list(await cookieOf(server.storage, 'm0'))).toEqual([{ ...row, state: 'published', mark: 0 }]);
});

describe('a paper’s board', () => {
  test('has who sat it, their marks by topic and the items’ figures, on the page and as a file', async () => {
    const server = await room();
    const paper = await setPaper(server);
    await start(server, paper);
    const { cookie, seat } = await sit(server, paper, 0);
    await post(server, `seats/${seat}/paper`, cookie);
    const keys = await keysOf({ ...server, run: paper.id }, seat);
    for (const key of keys.slice(0, 5))
      await post(server, `seats/${seat}/paper/answers`, cookie, {
        ...{ question: key.id, answer: rightAnswer(key), flagged: key === keys[0] },
      });
    const running = valueIn(await get(server, `runs/${paper.id}/paper`, server.teacher)) as PaperBoard;
    expect(running.seats).toMatchObject([
      { name: '甲', joined: true, answered: 5, flagged: 1, result: null },
      { name: '乙', joined: false, answered: 0, begunAt: null, result: null },
    ]);
    await end(server, paper);
    const board = valueIn(await get(server, `runs/${paper.id}/paper`, server.teacher)) as PaperBoard;
    expect(board.seats[0]?.result?.mark).toBe(50);
    expect(board.items.map(({ discrimination }) => discrimination)).toEqual(Array.from({ length: 10 }, () => null));
    const file = await fetch(`${server.url}/api/runs/${paper.id}/paper.xlsx`, { headers: { cookie: server.teacher } });
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('期中理论卷-电商 2 班');
    const sheets = zipPart(Buffer.from(await file.arrayBuffer()), 'xl/sharedStrings.xml');
    for (const word of ['甲', '易度', '区分度', '没来考', paper.source.questions[0]?.stem.slice(0, 4) ?? ''])
      expect(sheets).toContain(word);
  });

  test('once published gives whoever passed a certificate with the topics, which its file lists [F1] [F2]', async () => {
    const server = await room();
    const paper = await setPaper(server);
    await start(server, paper);
    for (const [place, right] of [10, 3].entries()) {
      const { cookie, seat } = await sit(server, paper, place);
      await post(server, `seats/${seat}/paper`, cookie);
      for (const key of (await keysOf({ ...server, run: paper.id }, seat)).slice(0, right))
        await post(server, `seats/${seat}/paper/answers`, cookie, {
          ...{ question: key.id, answer: rightAnswer(key), flagged: false },
        });
    }
    await end(server, paper);
    const seats = (await server.storage.runs.seats(paper.id)).map(({ id }) => id);
    const issue = () =>
      post(server, `runs/${paper.id}/certificates`, server.teacher, { standard: '1+X（初级）', seats });
    expect(codeOf(await issue())).toBe('report-not-published');
    await post(server, `runs/${paper.id}/publish`, server.teacher, { published: true });
    const { of, rows } = valueIn(await issue()) as RunCertificates;
    expect([of, rows.map(({ name, score, passes }) => [name, score, passes])]).toEqual([
      'paper',
      [
        ['甲', 100, true],
        ['乙', 30, false],
      ],
    ]);
    const code = rows[0]?.certificate?.code ?? '';
    const { facts } = valueIn(await get(server, `certificates/${code}`, null)) as Certificate;
    expect(facts).toMatchObject({
      ...{ exam: '期中理论卷', className: '电商 2 班', questions: 10, minutes: 30, score: 100, grade: 'excellent' },
    });
    expect(facts.dimensions.map(({ percent }) => percent)).toEqual([100, 100]);
    const file = await fetch(`${server.url}/api/runs/${paper.id}/paper.xlsx`, { headers: { cookie: server.teacher } });
    const words = zipPart(Buffer.from(await file.arrayBuffer()), 'xl/sharedStrings.xml');
    for (const word of ['发证日期', code.replace(/(.{4})(?=.)/g, '$1-'), '有效']) expect(words).toContain(word);
  });

  test('is refused to another school, whose classes can’t be set one either', async () => {
    const server = await room();
    const paper = await setPaper(server);
    const teacher2 = await cookieOf(server.storage, 'teacher2');
    expect(codeOf(await get(server, `runs/${paper.id}/paper`, teacher2))).toBe('unknown-run');
    expect(codeOf(await post(server, 'papers', teacher2, PAPER))).toBe('unknown-class');
  });

  test('of a run that is no lesson leaves the lesson’s own pages standing', async () => {
    const server = await room();
    const paper = await setPaper(server);
    await start(server, paper);
    await end(server, paper);
    for (const path of ['results', 'rulings', 'appeals', 'debrief', 'class-report', 'redo', 'analysis'])
      expect([path, codeOf(await get(server, `runs/${paper.id}/${path}`, server.teacher))]).toEqual([path, 'ok']);
    expect((await get(server, `runs/${paper.id}/export.xlsx`, server.teacher)).status).toBe(200);
  });

  test('takes no plan of a paper by the way of lessons, and no paper of wrong shape', async () => {
    const server = await room();
    const { plan } = (await server.storage.runs.run((await setPaper(server)).id)) ?? {};
    expect(codeOf(await post(server, 'runs', server.teacher, { name: 'x', classId: null, plan }))).toBe('bad-request');
    expect(codeOf(await post(server, 'templates', server.teacher, { name: 'x', plan }))).toBe('bad-request');
    const [cell] = CELLS;
    for (const over of [
      { cells: [] },
      { cells: [{ ...cell, count: 51 }] },
      { cells: [cell, cell] },
      {
        cells: [
          { ...cell, count: 26 },
          { ...cell, level: 1, count: 26 },
        ],
      },
      { minutes: 0 },
      { seed: -1 },
      { name: ' ' },
    ])
      expect(codeOf(await post(server, 'papers', server.teacher, { ...PAPER, ...over }))).toBe('bad-request');
  });
});

test('[X25] drawn for each seat, a paper asks two seats different questions, takes no other’s, and shows staff all', async () => {
  const server = await room();
  const set = await post(server, 'papers', server.teacher, { ...PAPER, draws: 'own' });
  const { id } = valueIn(set) as { id: string };
  const body = (await server.storage.papers.paper(id))?.body ?? '';
  const paper: Set = { id, code: (await server.storage.runs.run(id))?.code ?? '', source: JSON.parse(body) };
  const seats = [await sit(server, paper, 0), await sit(server, paper, 1)];
  await start(server, paper);
  const asked: string[][] = [];
  for (const { seat, cookie } of seats) {
    const own = valueIn(await post(server, `seats/${seat}/paper`, cookie)) as PaperSeat;
    expect(own.questions).toHaveLength(10);
    asked.push(own.questions.map(({ id: question }) => question));
  }
  const [mine = [], theirs = []] = asked;
  const foreign = theirs.find((question) => !mine.includes(question));
  expect(foreign).toBeDefined();
  const answer = { question: foreign, answer: { chosen: [0] }, flagged: false };
  const [me] = seats;
  expect(codeOf(await post(server, `seats/${me?.seat}/paper/answers`, me?.cookie ?? null, answer))).toBe('bad-request');
  await end(server, paper);
  const board = valueIn(await get(server, `runs/${id}/paper`, server.teacher)) as PaperBoard;
  expect(board.plan).toMatchObject({ questions: 10, draws: 'own' });
  const had = new Map(board.items.map((item) => [item.id, item.n]));
  expect(had.size).toBe(paper.source.questions.length);
  for (const question of mine) expect(had.get(question)).toBe(theirs.includes(question) ? 2 : 1);
});
