/** Answers told before their question: sure ones are passed over, doubtful ones are checked back instead (RULES T3, T17). */
import { describe, expect, it } from 'vitest';
import type { Beat, ContentData } from '#engine/model/content.ts';
import { act, at, drive, judged, of, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, SHIP, SIZE, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, line, need, noReacts, point, question } from '#tests/engine/support/tiny.ts';

const PERHAPS = '四点前拍下当天寄';
const [ship] = SHIP.points;
if (!ship) throw new Error('no point');
const CHECKED = {
  ...SHIP,
  points: [{ ...ship, ask: line('几点前付'), check: { right: line('四点前付就行是吧'), wrong: line('得等明天了？') } }],
};
const story = (opens: Partial<Beat> = {}, first: Partial<Beat> = {}): ContentData =>
  contentOf([
    shoesWith({
      beats: [
        { ...sizeBeat({ tolerates: 1 }), ...first },
        { ...shipBeat({ asks: [CHECKED] }), ...opens },
      ],
    }),
  ]);
const opening = {
  says: [
    { kind: 'text', text: '我下午就走' },
    { kind: 'text', text: '今天能发吗' },
  ] as const,
};
const played = (data: ContentData, ...said: string[]) =>
  drive(data, [...said.map((text, i) => say(10_000 + i * 25_000, text)), tick(10_000 + said.length * 25_000)]);

describe('a question that was perhaps answered ahead', () => {
  it('[T17] is checked back instead of asked, after the bubbles before it that ask nothing', () => {
    const { log, ...rest } = played(story(opening), `${SAID.size}，${PERHAPS}`);
    expect(judged(log).ahead?.map((one) => one.point)).toEqual(['ship']);
    expect(words(log).slice(2)).toEqual(['我下午就走', expect.stringMatching(/^(四点前付就行是吧|得等明天了？)$/)]);
    expect(words(log)).not.toContain('今天能发吗');
    expect(at({ log, ...rest }).ledger['q-ship']?.state).toBe('open');
  });

  it('[T17] is checked back with a figure that stands in the question’s own line, and in no other line', () => {
    const call = point({ id: 'call', says: '12315您照打', must: false });
    const points = [{ ...ship, check: { right: line('打12315 是吧'), wrong: line('打12315 不是吧') } }, call];
    const asking = (opens: string): string[] => {
      const says = [{ kind: 'text' as const, text: opens }];
      return words(played(story({ says, asks: [{ ...SHIP, points }] }), `${SAID.size}，${PERHAPS}`).log);
    };
    expect(asking('我打12315行吗').at(-1)).toBe('打12315 是吧');
    expect(asking('今天能发吗').at(-1)).toBe('今天能发吗');
  });

  it('[J146] is made sure of where its other half is asked for by a figure that nobody has told', () => {
    const call = point({ id: 'call', says: '12315您照打', must: true, ask: line('那打12315呢') });
    const halves = (check?: string) => [
      { ...ship, ...(check && { check: { right: line(check), wrong: line(check) } }) },
      call,
    ];
    const opens = (check?: string) =>
      words(played(story({ asks: [{ ...SHIP, points: halves(check) }] }), `${SAID.size}，${SAID.ship}`).log).at(-1);
    expect(opens('四点前付就行是吧')).toBe('四点前付就行是吧');
    expect(opens()).toBe('今天能发吗');
  });

  it('[T17] is settled by a plain yes, or by a plain no to a check the wrong way round', () => {
    const { log } = played(story(), `${SAID.size}，${PERHAPS}`);
    const yes = words(log).at(-1) === '四点前付就行是吧' ? '对的' : '不是的';
    const settled = played(story(), `${SAID.size}，${PERHAPS}`, yes);
    expect(at(settled).points.ship).toBe('covered');
    expect(of(settled.log, 'ending-reached').map((e) => e.ending)).toEqual(['kept']);
  });

  it('[T17] is asked as written where its author wrote no check', () => {
    const bare = story({ asks: [SHIP] });
    expect(words(played(bare, `${SAID.size}，${PERHAPS}`).log).at(-1)).toBe('今天能发吗');
  });

  it('[T17] is asked as written where it comes with a picture or tells a fact', () => {
    const pictured = story({ says: [{ kind: 'picture', picture: 'shoe' }] });
    expect(words(played(pictured, `${SAID.size}，${PERHAPS}`).log).at(-1)).toBe('picture');
    const telling = story({ tells: ['instep'] });
    expect(words(played(telling, `${SAID.size}，${PERHAPS}`).log).at(-1)).toBe('今天能发吗');
  });

  it('[T17] is asked by name for its other half where half of it was surely told', () => {
    const both = question({
      id: 'q-ship',
      text: '今天能发吗',
      points: [...CHECKED.points, point({ id: 'tube', says: '送一双袜子', ask: line('送袜子不') })],
    });
    const { log } = played(story({ asks: [both] }), `${SAID.size}，${SAID.ship}`);
    expect(words(log).at(-1)).toBe('送袜子不');
  });

  it('[T17] is replaced by asking for the operation where only that is owed', () => {
    const owing = story({ needs: [need({ do: 'remark', undone: line('备注写了没') })] });
    expect(words(played(owing, `${SAID.size}，${SAID.ship}`).log).at(-1)).toBe('备注写了没');
  });
});

describe('an answer told two beats ahead', () => {
  const third = (quiet: Beat['quiet'] = null): ContentData => {
    const between = beat({
      id: 'post',
      says: '邮费谁出',
      asks: [question({ id: 'q-post', text: '邮费谁出', points: [point({ id: 'post', says: '邮费我们出' })] })],
      then: 'ship',
    });
    return contentOf([
      shoesWith({
        beats: [
          { ...sizeBeat(), then: between.then && { ...sizeBeat().then, resolved: 'post' } },
          { ...between, quiet },
          shipBeat(),
        ],
      }),
    ]);
  };
  const passed = (data: ContentData, first: string): boolean =>
    of(played(data, first, '邮费我们出').log, 'beat-left').some((e) => e.beat === 'ship' && e.how === 'passed');

  it('[T17] is heard, and its question is not asked', () => {
    expect(passed(third(), SAID.size)).toBe(false);
    expect(passed(third(), `${SAID.size}，${SAID.ship}`)).toBe(true);
  });

  it('[T17] [T21] that is wrong is held against nobody unless a rule bears it out', () => {
    const wrongs = (said: string) =>
      judged(played(third(), `${SAID.size}，${said}`).log).points.filter(({ state }) => state === 'wrong');
    expect(wrongs('今天发不了')).toEqual([]);
    expect(wrongs(SAID.wrongShip)).toMatchObject([{ point: 'ship', asked: false }]);
  });

  it('[T21] that is told wrong twice is noted once, and nobody reacts', () => {
    const data = third();
    const { log } = played(data, `${SAID.size}，${SAID.wrongShip}`, SAID.wrongShip);
    const notes = of(log, 'turn-judged').flatMap(({ judgement }) => judgement.points);
    expect(notes.filter(({ state }) => state === 'wrong')).toHaveLength(1);
    expect(of(log, 'mood-moved').filter(({ from, to }) => to < from)).toEqual([]);
  });

  const heard = (data: ContentData) =>
    of(played(data, `${SAID.size}，${SAID.ship}`).log, 'turn-judged')[0]?.judgement.points.map((n) => n.point);

  it('is not heard beyond a long wait in the story [T17]', () => {
    expect(heard(third())).toContain('ship');
    expect(heard(third({ for: { value: 2, unit: 'h' } }))).not.toContain('ship');
    expect(heard(third({ for: { value: 1, unit: 'd' } }))).not.toContain('ship');
  });

  it('is heard through a pause of minutes [M57]', () => {
    expect(heard(third({ for: { value: 50, unit: 's' } }))).toContain('ship');
    expect(heard(third({ for: { value: 18, unit: 'm' } }))).toContain('ship');
  });
});

/** Every way out of the first beat, with the second beat's answer told on the way. */
const ROADS: readonly [string, Partial<Beat>, readonly Parameters<typeof drive>[1][number][]][] = [
  ['resolved', {}, [say(10_000, `${SAID.size}，${SAID.ship}`)]],
  ['failed', {}, [say(10_000, `看情况的。${SAID.ship}`)]],
  ['silent', { tolerates: 2 }, [say(10_000, SAID.ship)]],
  [
    'believed',
    {
      asks: [
        {
          ...SIZE,
          points: SIZE.points.map((p) =>
            p.id === 'size' ? { ...p, wrongReacts: { 'says-39': { ...line('那就39'), then: 'ship' } } } : p,
          ),
        },
      ],
    },
    [say(10_000, `${SAID.wrongSize}。${SAID.ship}`)],
  ],
  [
    'leads',
    { asks: [{ ...SIZE, points: SIZE.points.map((p) => (p.id === 'why' ? { ...p, leads: 'ship' } : p)) }] },
    [say(10_000, `${SAID.why}。${SAID.ship}`)],
  ],
];

describe('a question surely answered ahead', () => {
  it.each(ROADS)('[T3] is not asked on the road %s', (road, first, commands) => {
    const then = { resolved: 'ship', failed: 'ship', silent: 'ship', taken: 'ship', missed: 'ship' };
    const data = story({}, { ...first, then });
    const { log } = drive(data, [...commands, tick(400_000)]);
    expect(of(log, 'beat-left').map((e) => [e.beat, e.how])).toEqual(
      expect.arrayContaining([
        ['size', road],
        ['ship', 'passed'],
      ]),
    );
    expect(words(log)).not.toContain('今天能发吗');
  });

  it.each(['taken', 'missed'])('[T3] is not asked behind a window that is %s', (how) => {
    const window = beat({
      id: 'size',
      says: '我想想',
      window: { kind: 'payment-reminder', from: null, until: { value: 60, unit: 's' }, points: [], do: null },
      reacts: noReacts,
      then: 'ship',
    });
    const data = contentOf([shoesWith({ beats: [window, shipBeat()] })]);
    const { log } = drive(data, [
      say(10_000, SAID.ship),
      ...(how === 'taken' ? [act(30_000, 'remind-pay')] : []),
      tick(200_000),
    ]);
    expect(of(log, 'beat-left').map((e) => [e.beat, e.how])).toEqual([
      ['size', how],
      ['ship', 'passed'],
    ]);
    expect(words(log)).not.toContain('今天能发吗');
  });
});
