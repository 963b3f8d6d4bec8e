/**
 * A room for blind plays: a player sees a trainee's view and no key, a reader doesn't learn the kind of trainee, and
 * no half-finished reading is stored.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import type { Scenario } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { type AuthoredReply, toReplies } from '#library/schema/testplan.ts';
import { compare } from '#scripts/fairness/compare.ts';
import { type PlayFile, playsIn, readPlay } from '#scripts/fairness/room/play-file.ts';
import { type Answer, openRoom, type Refusal, type Room, type RoomRequest } from '#scripts/fairness/room/room.ts';
import { listenHere, roomServer } from '#scripts/fairness/room/server.ts';
import { type SheetFile, sheetsOf } from '#scripts/fairness/room/sheets.ts';
import { faultsIn, type Reading, readingsIn, storedFrom } from '#scripts/fairness/room/store.ts';
import { KINDS, readRounds } from '#scripts/fairness/stored.ts';
import { threadLines } from '#scripts/play/as-trainee.ts';
import { library } from '#tests/support/library.ts';

const SMOKE = 'quality-claim/airfryer-smoke';
const SHOE = 'product-advice/shoe-half-size';
const SAID: Readonly<Record<string, AuthoredReply[]>> = {
  [SMOKE]: [
    { to: 'any', after: '12s', say: ['您好阿姨', '现在有没有冒烟呀？'] },
    { to: 'any', after: '9s', do: [{ action: 'check-order' }], say: ['快把电断了，别烤了'] },
    { to: 'any', after: '30s', say: '我给您登记，七点前回您' },
  ],
  [SHOE]: [
    { to: 'any', after: '10s', say: '在的，您脚量过多长吗' },
    { to: 'any', after: '14s', say: ['咱家偏小一点', '建议大半码'] },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'kefu-room-'));
const room = openRoom(library, join(folder, 'plays'));
const server: Server = roomServer(room);
let address = '';
beforeAll(async () => {
  address = await listenHere(server, 0);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

type Reached = { status: number; body: Partial<Answer & Refusal> };
const post = async (body: string, type = 'application/json'): Promise<Reached> => {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': type }, body });
  return { status: response.status, body: (await response.json()) as Reached['body'] };
};
const ask = (asked: RoomRequest): Promise<Reached> => post(JSON.stringify(asked));
const code = (answer: Answer | Refusal): string => ('code' in answer ? answer.code : 'answered');
const linesOf = (answer: Answer | Refusal): readonly string[] => {
  if ('code' in answer) throw new Error(`${answer.code}: ${answer.message}`);
  return answer.lines;
};
const logOf = (scenario: string, replies: readonly AuthoredReply[]) => {
  const { data, hash } = contentFor(library, [scenario]);
  const content = prepare(data);
  const play = {
    scenarios: [scenario],
    replies: toReplies(replies),
    seed: 1,
    mode: 'lesson',
    contentHash: hash,
  } as const;
  const events = playDrill(content, play);
  return { content, events, lines: threadLines(content, events) };
};
/** Opens a play, sends all its replies and leaves it; returns every answer. */
const playedThrough = (
  at: Room,
  play: string,
  scenario: string,
  kind: PlayFile['kind'] = 'good',
): (Answer | Refusal)[] => [
  at({ ask: 'open', play, case: scenario, kind }),
  ...(SAID[scenario] ?? []).map((entry) => at({ ask: 'step', play, entry })),
  at({ ask: 'leave', play }),
];

/** Texts of the answer key that the player has already read, in the beats entered so far. */
const saidIn = (scenario: Scenario, events: readonly DrillEvent[]): string[] => {
  const entered = new Set(events.flatMap((e) => (e.kind === 'beat-entered' ? [e.beat] : [])));
  return scenario.beats.filter(({ id }) => entered.has(id)).flatMap(({ says }) => textsIn(says));
};
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
/** Wordings of points, questions, better wordings, beats and endings to come. */
const keyOf = ({ beats, endings }: Scenario): string[] => [
  ...beats.flatMap(({ says, asks, points }) => [
    ...textsIn(says),
    ...asks.flatMap(({ text, model }) => [text, ...textsIn(model)]),
    ...[...asks.flatMap((question) => question.points), ...points].flatMap((point) => [
      point.says,
      ...textsIn([point.also, point.contradicts, point.wrongs, point.examples, point.exemplars]),
    ]),
  ]),
  ...endings.flatMap(({ says, model }) => [...textsIn(says), ...textsIn(model)]),
];
const modelOf = (id: string): string[] =>
  (library.testplans.get(id)?.model?.replies ?? []).flatMap(({ say }) => textsIn(say));

describe('a player', () => {
  it.each(Object.keys(SAID))(
    '%s: gets over the wire, step by step, what the same replies bring in one go',
    async (id) => {
      const play = `wire/${id.split('/').at(-1)}`;
      const opened = await ask({ ask: 'open', play, case: id, kind: 'middling' });
      const heard = [...(opened.body.lines ?? []).slice(1)];
      for (const entry of SAID[id] ?? []) {
        const { status, body } = await ask({ ask: 'step', play, entry });
        expect(status).toBe(200);
        expect(body.lines?.length).toBeGreaterThan(1);
        heard.push(...(body.lines ?? []));
      }
      heard.push(...((await ask({ ask: 'leave', play })).body.lines ?? []));
      expect(heard).toEqual(logOf(id, SAID[id] ?? []).lines);
      expect(readPlay(join(folder, 'plays'), play)).toMatchObject({
        scenario: id,
        kind: 'middling',
        replies: SAID[id],
      });
      expect((await ask({ ask: 'thread', play })).body.lines?.slice(1)).toEqual(heard);
    },
  );

  it.each(Object.keys(SAID))('%s: is told nothing of the key, the score or lines still to be said', (id) => {
    const play = `keyless/${id.split('/').at(-1)}`;
    const shop = linesOf(room({ ask: 'shop', case: id }));
    const before = linesOf(room({ ask: 'cases' })).concat(shop);
    const answers = playedThrough(room, play, id).slice(0, -1);
    const told = [...before, ...answers.flatMap(linesOf)].join('\n');
    for (const answer of answers) expect(Object.keys(answer).toSorted()).toEqual(['lines', 'state']);
    const { content, events } = logOf(id, SAID[id] ?? []);
    const [scenario] = content.data.scenarios;
    if (!scenario) throw new Error(`no scenario ${id}`);
    const { title, teaches, customer } = scenario;
    // The shop's texts come from its own data, so that an answer that tells too much isn't taken for one of them.
    const open = [title, teaches, ...textsIn(content.data.shops), ...saidIn(scenario, events), ...customer.said].join(
      '\n',
    );
    const keys = [...keyOf(scenario), ...modelOf(id)].filter(
      (text) => text.length > 4 && /\p{Script=Han}/u.test(text) && !open.includes(text),
    );
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((text) => told.includes(text))).toEqual([]);
    expect(told).not.toMatch(/得分|扣分|resolved|finding|score/);
  });

  it('finds the play as it was after the room was closed and opened again', () => {
    const entry = SAID[SMOKE]?.[0];
    const again = openRoom(library, join(folder, 'plays'));
    linesOf(room({ ask: 'open', play: 'again/1', case: SMOKE, kind: 'poor' }));
    const first = linesOf(room({ ask: 'step', play: 'again/1', entry }));
    expect(linesOf(again({ ask: 'thread', play: 'again/1' })).slice(-first.length)).toEqual(first);
  });

  it('writes a plant down with the number of replies sent before it', () => {
    linesOf(room({ ask: 'open', play: 'plants/1', case: SMOKE, kind: 'middling' }));
    linesOf(room({ ask: 'plant', play: 'plants/1', says: '说空烧180度' }));
    linesOf(room({ ask: 'step', play: 'plants/1', entry: SAID[SMOKE]?.[0] }));
    linesOf(room({ ask: 'plant', play: 'plants/1', says: '不建工单' }));
    expect(readPlay(join(folder, 'plays'), 'plants/1')?.plants).toEqual([
      { says: '说空烧180度', before: 0 },
      { says: '不建工单', before: 1 },
    ]);
  });

  it('needs one command only, a file that runs without the repository', async () => {
    const path = join(folder, 'play.mjs');
    const client = readFileSync(join(import.meta.dirname, '../../scripts/fairness/room/play.mjs'), 'utf8');
    writeFileSync(path, client.replace(/http:\/\/127\.0\.0\.1:\d+/, address));
    const run = promisify(execFile);
    const node = (...words: string[]) => run(process.execPath, [path, ...words]);
    await node('hand/1', 'open', SMOKE, 'good');
    const deeds = JSON.stringify([{ action: 'check-order' }, { action: 'check-logistics' }]);
    const { stdout } = await node('hand/1', '9s', '--do', deeds, '您好', '--quick', 'gf13', '冒烟没？');
    expect(stdout).toMatch(/我点了[\s\S]*我点了[\s\S]*您好[\s\S]*我在看您发来的这件[\s\S]*冒烟没？[\s\S]*客户/);
    await expect(node('hand/1', 'open', SMOKE, 'good')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('play-exists'),
    });
  });
});

describe('a refusal', () => {
  const opened = (play: string): string => {
    linesOf(room({ ask: 'open', play, case: SMOKE, kind: 'good' }));
    return play;
  };
  const step = (play: string, entry: unknown): string => code(room({ ask: 'step', play, entry }));

  it('names what cannot be opened', () => {
    expect(code(room({ ask: 'shop', case: 'no-such' }))).toBe('unknown-case');
    expect(code(room({ ask: 'open', play: 'f/1', case: 'no-such', kind: 'good' }))).toBe('unknown-case');
    expect(code(room({ ask: 'open', play: opened('f/1'), case: SHOE, kind: 'good' }))).toBe('play-exists');
    expect(code(room({ ask: 'open', play: 'f/2', case: SMOKE, kind: 'poor' }))).toBe('case-known');
    expect(code(room({ ask: 'thread', play: 'f/3' }))).toBe('unknown-play');
    for (const play of ['../1', 'f/../x', 'f', 'F/1', 'f/poor-1', '/etc/x', 'f/1.yaml'])
      expect(code(room({ ask: 'open', play, case: SHOE, kind: 'good' })), play).toBe('ask-invalid');
  });

  it.each([
    ['reply-invalid', { to: 'any', say: '您好', after: '12' }],
    ['reply-invalid', { to: 'any', say: '您好', after: '7200s' }],
    ['reply-invalid', { to: 'any', after: '5s' }],
    ['reply-invalid', { to: 'ask-smell', say: '您好' }],
    ['reply-invalid', { to: 'any', say: '您好', repeat: true }],
    ['reply-invalid', { to: 'any', say: '好'.repeat(501) }],
    ['reply-invalid', { to: 'any', say: [{ 'quick-reply': 'no-such' }] }],
    ['reply-invalid', { to: 'any', do: [{ action: 'no-such' }] }],
    ['reply-invalid', '您好'],
    ['action-refused', { to: 'any', say: '您好', do: [{ action: 'ticket' }] }],
  ])('%s keeps nothing of the reply (%#)', (wanted, entry) => {
    const play = opened(`g${readdirSync(join(folder, 'plays')).length}/1`);
    expect(step(play, entry)).toBe(wanted);
    expect(readPlay(join(folder, 'plays'), play)?.replies).toEqual([]);
  });

  it('comes for every command once a play has ended', () => {
    const play = opened('over/1');
    linesOf(room({ ask: 'leave', play }));
    expect(step(play, SAID[SMOKE]?.[0])).toBe('play-over');
    expect(code(room({ ask: 'plant', play, says: '晚了' }))).toBe('play-over');
    expect(code(room({ ask: 'leave', play }))).toBe('play-over');
    expect(readPlay(join(folder, 'plays'), play)).toMatchObject({ replies: [], plants: [] });
  });

  it('comes for any body that is no question, and the room listens on this machine alone', async () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const codes = [
      await post('{', 'application/json'),
      await post(JSON.stringify({ ask: 'plant', play: 'x/1', says: '长'.repeat(20_000) })),
      await post(JSON.stringify({ ask: 'cases' }), 'text/plain'),
      await post(JSON.stringify({ ask: 'report', play: 'over/1' })),
      await post(JSON.stringify({ ask: 'cases', score: true })),
      await post('null'),
    ].map(({ status, body }) => [status, body.code]);
    expect(codes.map(([status]) => status)).toEqual(codes.map(() => 400));
    expect(codes.map(([, refused]) => refused)).toEqual([
      'body-unreadable',
      'body-too-large',
      'post-json',
      'ask-invalid',
      'ask-invalid',
      'ask-invalid',
    ]);
  });
});

describe('a reader', () => {
  /** The same play under each kind of trainee, and the sheets of it. */
  const byKind = KINDS.map((kind) => {
    const plays = join(folder, `kind-${kind}`);
    const own = openRoom(library, plays);
    linesOf(own({ ask: 'open', play: 'a/1', case: SMOKE, kind }));
    linesOf(own({ ask: 'plant', play: 'a/1', says: '不问插在哪' }));
    for (const entry of SAID[SMOKE] ?? []) linesOf(own({ ask: 'step', play: 'a/1', entry }));
    const early = sheetsOf(library, playsIn(plays));
    linesOf(own({ ask: 'leave', play: 'a/1' }));
    playedThrough(own, 'b/1', SHOE, kind);
    return { kind, plays: playsIn(plays), early, ...sheetsOf(library, playsIn(plays)) };
  });
  const [good, middling] = byKind;
  if (!good || !middling) throw new Error('no kinds');
  const sheets: SheetFile[] = good.sheets.map(({ toStore }) => toStore);
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  const numbers = (list: readonly unknown[], letter: string): string[] => list.map((_, i) => `${letter}${i + 1}`);
  const all = <T>(keys: readonly string[], verdict: T): Record<string, T> =>
    Object.fromEntries(keys.map((key) => [key, verdict]));
  const readingOf = (one: SheetFile, mark: number): Reading => ({
    play: one.sheet,
    mark,
    reactions: all(numbers(one.reactions, 'R'), 'fits'),
    held: all(numbers(one.held, 'H'), 'fair'),
    credits: all(numbers(one.credits, 'G'), 'earned'),
    plants: all(numbers(one.plants, 'P'), 'missed'),
    passedOver: [],
    why: {},
  });
  const readings = sheets.map((one) => readingOf(one, 50));

  it('is not told the kind of trainee: plays of three kinds give the same sheet', () => {
    for (const { sheets: own } of byKind) expect(own).toEqual(good.sheets);
    for (const { name, thread, report, toStore } of good.sheets)
      expect([name, thread, report, JSON.stringify(toStore)].join('\n')).not.toMatch(
        /good|middling|poor|好学员|差学员/,
      );
  });

  it('gets plays once they have ended, whole, with each line numbered once, and with the plants', () => {
    expect(good.early).toEqual({ sheets: [], unended: ['a/1'] });
    const [one] = good.sheets;
    for (const key of numbers(sheet.reactions, 'R')) expect(one?.thread.split(`── ${key} ──`)).toHaveLength(2);
    for (const line of logOf(SMOKE, SAID[SMOKE] ?? []).lines) expect(one?.thread).toContain(line);
    expect(one?.report).toContain('P1  不问插在哪（第 1 次回复之前写下）');
    expect(one?.thread).not.toMatch(/得分|^H1|^P1|埋/m);
    for (const [i, { marks }] of sheet.held.entries()) expect(one?.report).toContain(`H${i + 1}  −${marks}  `);
  });

  it('is refused by play and key for each verdict that is missing or too many', () => {
    expect(faultsIn(sheets, readings)).toEqual([]);
    for (const list of ['reactions', 'held', 'credits', 'plants'] as const)
      for (const [i, reading] of readings.entries())
        for (const key of Object.keys(reading[list])) {
          const { [key]: _, ...rest } = reading[list];
          expect(faultsIn(sheets, readings.with(i, { ...reading, [list]: rest }))).toEqual([
            `${reading.play} ${key}: no verdict`,
          ]);
        }
    const [first] = readings;
    if (!first) throw new Error('no reading');
    const changed = (change: Partial<Reading>): string[] => faultsIn(sheets, readings.with(0, { ...first, ...change }));
    expect(changed({ reactions: { ...first.reactions, R99: 'misfit' } })).toEqual(['a-1 R99: not on the sheet']);
    expect(changed({ why: { R99: '答非所问' } })).toEqual(['a-1 R99: why of nothing']);
    expect(changed({ play: 'z-9' })).toEqual(['z-9: no such sheet', 'a-1: not read']);
    expect(faultsIn(sheets, [...readings, first])).toEqual(['a-1: read twice']);
    expect(faultsIn(sheets, [])).toEqual(['a-1: not read', 'b-1: not read']);
  });

  it('may give only the verdicts there are, and a mark from 0 to 100', () => {
    const [first] = readings;
    const lines = [
      first,
      { ...first, mark: 120 },
      { ...first, mark: undefined },
      { ...first, reactions: { ...first?.reactions, R1: 'fair' } },
    ].map((one) => JSON.stringify(one));
    const read = readingsIn([...lines, '{', ''].join('\n'));
    expect(read.readings).toEqual([first]);
    expect(read.faults.map((fault) => fault.split(':')[0])).toEqual(['line 2', 'line 3', 'line 4', 'line 5']);
  });

  it('finds both verdicts in the stored play, and today’s program plays it as it was read', () => {
    const others = sheets.map((one) => ({
      ...readingOf(one, 61),
      reactions: { ...readingOf(one, 61).reactions, R1: 'misfit' as const },
      passedOver: ['没问插线板'],
      why: { R1: '问的没有理' },
    }));
    const kinds = new Map(middling.plays.map(({ name, play }) => [name, play.kind]));
    const stored = storedFrom(sheets, kinds, [readings, others]);
    const into = mkdtempSync(join(folder, 'rounds-'));
    writeFileSync(join(into, '9.9.9.jsonl'), stored.map((play) => `${JSON.stringify(play)}\n`).join(''));
    const [round] = readRounds(into);
    expect(round).toEqual({ round: '9.9.9', plays: stored });
    expect(stored.map(({ id }) => id)).toEqual(['a-airfryer-smoke-middling', 'b-shoe-half-size-middling']);
    for (const play of stored) {
      expect(play).toMatchObject({ marks: [50, 61], passedOver: ['没问插线板'] });
      expect(play.reactions[0]).toMatchObject({ read: ['fits', 'misfit'], why: '问的没有理' });
      const now = compare(library, play);
      expect(now.off).toBe(play.score - 55.5);
      expect([now.reactions.unread, now.held.unread, now.held.gone]).toEqual([[], [], []]);
      expect(now.held.fair).toHaveLength(play.held.length);
    }
    expect(stored[0]?.plants).toEqual([{ says: '不问插在哪', read: ['missed', 'missed'] }]);
    expect(() => storedFrom(sheets, new Map(), [readings, others])).toThrow('a-1');
  });
});
