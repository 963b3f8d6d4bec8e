import { describe, expect, test } from 'vitest';
import type { PlayedDoubts, PlayerCard, RolePlayState } from '#contract/together/role-plays.ts';
import { engine } from '#server/engine-parts.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { connected, emit, message } from '#tests/sockets/test-socket.ts';
import { person } from '#tests/storage/people-contract.ts';
import { answersIn, answerWords } from '#tests/support/answer-words.ts';

const SCENARIO = 'payment-reminder/unpaid-forgot';

/** A role play that the trainee (`asTrainee`: a cookie) has opened. */
const opened = async (asTrainee: string | null = null) => {
  const clock = virtualClock(Date.now());
  const server = await testServer({ catalog: shipped().catalog, engine, clock });
  await twoSchools(server.storage);
  const cookie = asTrainee === null ? null : await cookieOf(server.storage, asTrainee);
  const at = (path: string, as: string | null, body?: unknown): Promise<Answer> =>
    ask(`${server.url}/api/${path}`, { method: body === undefined ? 'GET' : 'POST', cookie: as, body });
  const answer = await at('role-plays', cookie, { scenario: SCENARIO, seed: 1 });
  const { code, drill } = valueIn(answer) as { code: string; drill: string };
  const trainee = [cookie, answer.cookie].filter((one) => one !== null).join('; ');
  const take = (as: string | null, name = '小马'): Promise<Answer> => at(`role-plays/${code}/take`, as, { name });
  return { clock, server, at, code, drill, trainee, take };
};

/** Both at their pages, the clock running, the customer there. */
const begun = async () => {
  const world = await opened();
  const { server, code, drill, clock } = world;
  const player = (await world.take(null)).cookie ?? '';
  const [play, desk] = [await connected(server, player), await connected(server, world.trainee)];
  const states: RolePlayState[] = [];
  play.on('role:state', (state: RolePlayState) => states.push(state));
  await emit(play, 'role:join', { code });
  await emit(desk, 'drill:join', { drillId: drill, after: 0, take: true });
  let n = 0;
  const act = (what: object) => emit(play, 'role:play', { code, commandId: `p${n++}`, act: what });
  const says = (text: string) => emit(desk, 'message:send', message(drill, `m${n++}`, text));
  const early = await emit(desk, 'drill:start', { drillId: drill, commandId: 'early' });
  await act({ do: 'ready' });
  await emit(desk, 'drill:start', { drillId: drill, commandId: 's' });
  await clock.advance(6000);
  return { ...world, player, states, act, says, desk, play, early };
};

const doubtsIn = (answer: Answer): PlayedDoubts => valueIn(answer) as PlayedDoubts;

describe('the code of a role play', () => {
  test('[J32] gives the card to one device, never to the trainee or to another school', async () => {
    const { server, at, code, trainee, take } = await opened('trainee');
    const otherSchool = await cookieOf(server.storage, 'trainee2');
    expect(codeOf(await at('role-plays/nocode22', null))).toBe('unknown-role-play');
    expect(codeOf(await at(`role-plays/${code}`, otherSchool))).toBe('unknown-role-play');
    expect(codeOf(await take(otherSchool))).toBe('unknown-role-play');
    expect(codeOf(await take(trainee))).toBe('role-play-own');
    expect(valueIn(await at(`role-plays/${code}`, null))).toMatchObject({ stage: 'free' });
    const taken = await take(null);
    expect(valueIn(taken)).toMatchObject({ stage: 'yours' });
    // Two tabs, or a page loaded anew: the card is theirs already.
    expect(valueIn(await take(taken.cookie))).toMatchObject({ stage: 'yours' });
    expect(codeOf(await take(null))).toBe('role-play-taken');
    const mentor = await cookieOf(server.storage, 'mentor');
    for (const path of ['card', 'doubts'])
      for (const asker of [null, trainee, mentor])
        expect([path, codeOf(await at(`role-plays/${code}/${path}`, asker))]).toEqual([path, 'unknown-role-play']);
    const place = { conversation: 'c1', point: 'today', turn: 1 };
    for (const [path, body] of Object.entries({ settle: { point: place, said: 'said' }, felt: { felt: '好' } }))
      expect(codeOf(await at(`role-plays/${code}/${path}`, trainee, body))).toBe('unknown-role-play');
  });

  test('[J75] a mentor whom the trainee’s school has invited plays, signed in; other schools’ mentors find nothing', async () => {
    const { server, at, code, take } = await opened('trainee');
    const { people, mentors } = server.storage;
    for (const id of ['guo', 'he'])
      await people.createPerson(person(id, { name: '郭导师', role: 'mentor', school: 's2', login: id }));
    const [guo, he] = [await cookieOf(server.storage, 'guo'), await cookieOf(server.storage, 'he')];
    expect(codeOf(await at(`role-plays/${code}`, guo))).toBe('unknown-role-play');
    const open = { acceptedAt: null, endedAt: null, endedBy: null, person: null, expiresAt: 9_999_999_999_999 };
    await mentors.invite({ ...open, id: 'e1', school: 's1', login: 'guo', code: null, by: 'teacher', at: 1 });
    expect(codeOf(await at(`role-plays/${code}`, guo))).toBe('unknown-role-play');
    await mentors.accept('e1', 'guo', 2);
    expect(valueIn(await at(`role-plays/${code}`, guo))).toMatchObject({ stage: 'free' });
    expect(valueIn(await take(guo, '郭导师'))).toMatchObject({ stage: 'yours' });
    expect(codeOf(await at(`role-plays/${code}/card`, guo))).toBe('ok');
    expect(codeOf(await at(`role-plays/${code}/card`, he))).toBe('unknown-role-play');
    await mentors.end('e1', 'teacher', 3);
    expect(codeOf(await at(`role-plays/${code}/card`, guo))).toBe('unknown-role-play');
  });

  test('[J33] tells whoever plays what they want, and none of the answers', async () => {
    const { at, take, code } = await opened();
    const { cookie } = await take(null);
    const card = valueIn(await at(`role-plays/${code}/card`, cookie)) as PlayerCard;
    expect(card.goals.map(({ asks }) => asks.length > 0)).not.toContain(false);
    expect(card.held.length).toBeGreaterThan(0);
    expect(card.aims?.leaves).toMatch(/取消重拍/);
    expect(answersIn(answerWords(), JSON.stringify(card))).toEqual([]);
  });
});

describe('a role play over the wire', () => {
  test('[J28] waits for the player, then runs like any drill, each page seeing what is its own', async () => {
    const { early, act, says, clock, states, desk, at, drill, trainee, play, code } = await begun();
    expect(early).toMatchObject({ error: { code: 'player-missing' } });
    const heard: string[] = [];
    desk.onAny((_, body) => heard.push(JSON.stringify(body)));
    const told = await act({ do: 'say', text: '今天寄得出吗', beat: 'ship' });
    expect(told).toMatchObject({ ok: true });
    await clock.advance(9000);
    await says('您好，这就帮您看');
    await clock.advance(9000);
    expect(states.at(-1)).toMatchObject({ stage: 'running', firstS: 9, waitsSince: null, said: ['unpaid', 'ship'] });
    expect(states.at(-1)?.lines.map(({ by }) => by)).toEqual(['customer', 'agent']);
    expect(await act({ do: 'say', text: '', beat: null })).toMatchObject({ error: { code: 'empty-message' } });
    // Nothing of the card is on the desk's wire.
    expect(heard.join('')).not.toMatch(/role|played|beat/);
    expect(answersIn(answerWords(), JSON.stringify(states))).toEqual([]);
    expect(await emit(desk, 'role:join', { code })).toMatchObject({ error: { code: 'unknown-role-play' } });
    play.disconnect();
    await clock.advance(60_000);
    expect(valueIn(await at(`drills/${drill}`, trainee))).toMatchObject({ state: 'running' });
  });

  test('[J34] what the player settles moves the marks under their name, until staff rule or they change their mind', async () => {
    const { act, says, clock, at, code, player, drill, trainee } = await begun();
    expect(codeOf(await at(`role-plays/${code}/doubts`, player))).toBe('role-play-not-over');
    expect(codeOf(await at(`role-plays/${code}/felt`, player, { felt: '急' }))).toBe('role-play-not-over');
    await act({ do: 'say', text: '今天寄得出吗', beat: 'ship' });
    await clock.advance(5000);
    await says('快的话今天');
    await clock.advance(15_000);
    await act({ do: 'leave', how: 'content' });
    await says('再见');
    await clock.advance(120_000);
    const before = valueIn(await at(`drills/${drill}/report`, trainee)) as { score: number };
    const [doubt] = doubtsIn(await at(`role-plays/${code}/doubts`, player)).doubts;
    expect(doubt).toMatchObject({ quote: '快的话今天', said: null });
    const settle = (said: string) => at(`role-plays/${code}/settle`, player, { point: doubt?.place, said });
    expect(doubtsIn(await settle('unsure')).doubts).toMatchObject([{ said: 'unsure' }]);
    expect(doubtsIn(await settle('said')).doubts).toMatchObject([{ said: 'said' }]);
    const after = valueIn(await at(`drills/${drill}/report`, trainee)) as { score: number; ledger: unknown };
    expect(after.score).toBeGreaterThan(before.score);
    expect(JSON.stringify(after.ledger)).toContain('小马（演客户）');
    expect(doubtsIn(await settle('not-said')).doubts).toMatchObject([{ said: 'not-said' }]);
    const lower = valueIn(await at(`drills/${drill}/report`, trainee)) as { score: number };
    expect(lower.score).toBeLessThan(after.score);
    expect(
      codeOf(await at(`role-plays/${code}/settle`, player, { point: { ...doubt?.place, turn: 9 }, said: 'said' })),
    ).toBe('unknown-point');
    // The record of changes has them under the same name.
    expect(JSON.stringify((await at(`drills/${drill}/discussion`, trainee)).reply)).toContain('小马（演客户）');
    valueIn(await at(`role-plays/${code}/felt`, player, { felt: '听懂了我急什么' }));
    expect(valueIn(await at(`drills/${drill}/role-play`, trainee))).toMatchObject({
      ...{ player: '小马', felt: '听懂了我急什么', settled: 1, unsure: 0 },
    });
  });
});
