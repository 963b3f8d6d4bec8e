import { describe, expect, it } from 'vitest';
import {
  act,
  at,
  drive,
  lines,
  of,
  reactions,
  say,
  shut,
  shutWindows,
  tick,
  words,
} from '#tests/engine/support/drive.ts';
import { ENDINGS, INSTEP, SAID, shipBeat, shoes, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import {
  beat,
  burst,
  contentOf,
  ending,
  fact,
  forbid,
  line,
  noReacts,
  order,
  span,
  windowOf,
} from '#tests/engine/support/tiny.ts';

const done = [say(10_000, SAID.size), say(25_000, SAID.ship)];
const statuses = (log: Parameters<typeof of>[0]) => of(log, 'status-changed').map((e) => e.to);

/** Comes back two days after a size that was wrong. */
const regret = contentOf([
  shoesWith({
    beats: [
      sizeBeat({ tolerates: 9 }),
      shipBeat({ tolerates: 9 }),
      beat({ id: 'pinch', says: '39夹脚', window: windowOf('follow-up', '30s'), then: 'sour' }),
    ],
    endings: [
      ending({ id: 'kept', outcome: 'paid', later: { left: 'says-39', unmet: null, after: span('2d'), to: 'pinch' } }),
      ...ENDINGS.filter((e) => e.id !== 'kept'),
    ],
  }),
]);
const wrongLast = [say(10_000, SAID.size), say(25_000, SAID.wrongSize), say(40_000, SAID.ship)];
const putRight = [say(10_000, SAID.wrongSize), say(25_000, SAID.size), say(40_000, SAID.ship)];

describe('statuses', () => {
  it('[V1] go from queued to waiting, active and closed', () => {
    const customers = [{ scenario: 'product-advice/shoes', arrivesAt: 5000 }];
    expect(at(drive(shoes, [tick(4999)], { customers })).status).toBe('queued');
    const played = drive(shoes, [say(4000, SAID.here), tick(5000), ...done, say(45_000, SAID.bye), tick(95_000)], {
      customers,
    });
    expect(played.refusals.map((r) => r.code)).toEqual(['conversation-not-here']);
    expect(statuses(played.log)).toEqual(['waiting', 'active']);
    expect(at(played).status).toBe('closed');
  });

  it('[V1] become away when the customer gets no reply to the end of the ladder, and the open round ends unanswered', () => {
    const played = drive(shoes, [tick(155_000)]);
    expect(statuses(played.log)).toEqual(['waiting', 'away']);
    expect(of(played.log, 'ending-reached')[0]).toMatchObject({ ending: 'gone', silent: true, at: 150_000 });
    expect(of(drive(shoes, [tick(400_000)]).log, 'question-changed').map((e) => e.to)).toEqual(['unanswered']);
  });

  it("[V1] the ladder's last line replaces the ending's own, and a line of the ladder may lead to another beat", () => {
    const story = contentOf([
      shoesWith({ endings: [ending({ id: 'gone', says: '我走了', outcome: 'lost' }), ...ENDINGS.slice(0, 2)] }),
    ]);
    expect(words(drive(story, [tick(155_000)]).log).at(-1)).toBe('不等了');
    const elsewhere = { ...noReacts, silence: [line('在吗'), { ...line('喂'), then: 'ship' }, line('走了')] as const };
    const led = contentOf([shoesWith({ beats: [sizeBeat({ reacts: elsewhere }), shipBeat()] })]);
    expect(words(drive(led, [tick(85_000)]).log).slice(2)).toEqual(['喂', '今天能发吗']);
  });

  it('[V1] a customer who has left still takes messages, and reacts to none', () => {
    const played = drive(shoes, [tick(151_000), say(155_000, SAID.size), say(162_000, SAID.insult), tick(170_000)]);
    expect(played.refusals).toEqual([]);
    expect(reactions(played.log)).toEqual(['none', 'none']);
    expect(at(played).ledger['q-size']?.state).toBe('answered');
  });

  const two = contentOf([shoesWith(), { ...shoesWith(), id: 'product-advice/other' }]);
  const both = ['product-advice/shoes', 'product-advice/other'].map((scenario) => ({ scenario, arrivesAt: 0 }));

  it('[V1] a goodbye after the ending closes the conversation when nobody says more, and then a message is refused', () => {
    const bye = [...done, say(45_000, SAID.bye)];
    const played = drive(two, [...bye, tick(89_000), tick(90_000), say(91_000, SAID.here)], { customers: both });
    expect(of(played.log, 'conversation-closed').map((e) => [e.at, e.by])).toEqual([[90_000, 'trainee']]);
    expect(played.refusals.map((r) => r.code)).toEqual(['conversation-closed']);
  });

  it('[T53] one more message after a goodbye puts the closing off, and the goodbye stays said', () => {
    const bye = [...done, say(45_000, SAID.bye)];
    const played = drive(shoes, [...bye, say(80_000, SAID.here), tick(124_000), tick(125_000)]);
    expect(played.refusals).toEqual([]);
    expect(of(played.log, 'conversation-closed').map((e) => [e.at, e.by])).toEqual([[125_000, 'drill-end']]);
    expect(shutWindows(played.log)).toEqual([['goodbye', 'taken']]);
  });

  it('[T53] a customer who got what they wanted stays for a minute from the last word of either side', () => {
    const silent = drive(shoes, [...done, tick(200_000)]).log;
    const over = of(silent, 'window-closed').find((e) => e.windowKind === 'goodbye')?.at ?? 0;
    const talked = drive(shoes, [
      ...done,
      say(over - 5000, '鞋盒先别扔'),
      say(over + 20_000, SAID.bye),
      tick(over + 40_000),
    ]);
    expect(shutWindows(silent)).toEqual([['goodbye', 'missed']]);
    expect(shutWindows(talked.log)).toEqual([['goodbye', 'taken']]);
  });

  it('[T53] a customer who has gone can still be written to for 45 s', () => {
    const gone = [tick(151_000), say(190_000, SAID.sorry)];
    expect(drive(shoes, gone).refusals).toEqual([]);
    const left = drive(shoes, [tick(400_000)]).log;
    expect((left.at(-1)?.at ?? 0) - (of(left, 'ending-reached')[0]?.at ?? 0)).toBe(45_000);
  });

  it('[V1] a goodbye in mid-story closes nothing', () => {
    const played = drive(shoes, [say(10_000, SAID.bye), tick(30_000)]);
    expect(of(played.log, 'conversation-closed')).toEqual([]);
    expect(at(played).status).toBe('active');
  });

  it('[V1] closing the conversation is refused before the ending, and closes after it', () => {
    expect(drive(shoes, [shut(9000)]).refusals.map((r) => r.code)).toEqual(['story-not-over']);
    const played = drive(shoes, [...done, shut(40_000)]);
    expect(of(played.log, 'conversation-closed').map((e) => [e.at, e.by])).toEqual([[40_000, 'trainee']]);
    expect(shutWindows(played.log)).toEqual([['goodbye', 'missed']]);
  });

  it('[V1] after closing a remark is still possible, and brings no reaction', () => {
    const photo = fact({ id: 'photo', says: burst('拍好了'), cues: ['照片'], do: 'remark' });
    const story = contentOf([
      shoesWith({ forbids: [forbid({ do: 'change-price' })], customer: { knows: [INSTEP, photo] } }),
    ]);
    const played = drive(story, [
      ...done,
      shut(40_000),
      act(41_000, 'remark'),
      act(42_000, 'change-price'),
      act(43_000, 'send-order'),
      tick(90_000),
    ]);
    expect(played.refusals.map((r) => r.code)).toEqual(['conversation-closed']);
    expect(of(played.log, 'action-done')).toHaveLength(2);
    expect(lines(played.log).every(([time]) => time <= 40_000)).toBe(true);
    expect(of(played.log, 'turn-due').every((e) => e.at <= 40_000)).toBe(true);
  });

  it('[V1] the drill’s end closes what is open, and every command after it is refused', () => {
    const played = drive(shoes, [{ kind: 'end', at: 9000, why: 'teacher' }, say(9500, SAID.here), tick(9600)]);
    expect(of(played.log, 'conversation-closed').map((e) => e.by)).toEqual(['drill-end']);
    expect(played.refusals.map((r) => r.code)).toEqual(['drill-ended', 'drill-ended']);
  });

  it('[V1] after the last conversation the desk stays open for a last look, then the drill ends', () => {
    const { log } = drive(shoes, [...done, shut(40_000), tick(100_000)]);
    expect(log.at(-1)).toEqual({ kind: 'drill-ended', at: 60_000, why: 'finished' });
    const remarked = drive(shoes, [...done, shut(40_000), act(48_000, 'remark'), tick(100_000)]).log;
    expect(remarked.at(-1)?.at).toBe(68_000);
  });
});

describe('coming back', () => {
  it('[V1] is a visit of its own, with its own first response, also after closing', () => {
    expect(at(drive(regret, [...wrongLast, shut(55_000), tick(60_000)])).status).toBe('closed');
    const back = drive(regret, [...wrongLast, say(55_000, SAID.bye), tick(66_000)]);
    expect(of(back.log, 'customer-arrived').map((e) => [e.visit, e.returning, e.at])).toEqual([
      [1, false, 0],
      [2, true, 64_000],
    ]);
    expect(of(back.log, 'story-jumped').map((e) => e.text)).toContain('两天后');
    expect(at(back).status).toBe('waiting');
    expect(at(back).waitingSince).toBe(64_000);
    expect(words(back.log).at(-1)).toBe('39夹脚');
    expect(
      drive(regret, [...wrongLast, say(55_000, SAID.bye), tick(66_000), say(67_000, SAID.sorry)]).refusals,
    ).toEqual([]);
  });

  it('[V1] happens once', () => {
    const again = drive(regret, [...wrongLast, say(55_000, SAID.bye), tick(400_000)]).log;
    expect(of(again, 'return-due')).toHaveLength(1);
    expect(of(again, 'customer-arrived')).toHaveLength(2);
    expect(again.at(-1)?.kind).toBe('drill-ended');
  });

  it('[T82] happens for no wrong answer that was put right', () => {
    expect(of(drive(regret, [...putRight, tick(100_000)]).log, 'return-due')).toEqual([]);
  });

  it('[V1] happens only after a wrong answer, a forbidden operation or one that was never done', () => {
    expect(of(drive(regret, [...done, tick(100_000)]).log, 'return-due')).toEqual([]);
    const later = (left: string | null, unmet: string | null) =>
      contentOf([
        shoesWith({
          forbids: [forbid({ do: 'change-price' })],
          beats: [sizeBeat({ tolerates: 9 }), shipBeat({ tolerates: 9 })],
          endings: [
            ending({ id: 'kept', outcome: 'paid', later: { left, unmet, after: span('2d'), to: 'ship' } }),
            ...ENDINGS.slice(1),
          ],
        }),
      ]);
    const comes = (content: typeof shoes, ...more: ReturnType<typeof act>[]) =>
      of(drive(content, [...more, ...done, tick(60_000)]).log, 'return-due').length;
    expect(comes(later('change-price', null))).toBe(0);
    expect(comes(later('change-price', null), act(1000, 'change-price'))).toBe(1);
    expect(comes(later(null, 'remark'))).toBe(1);
    expect(comes(later(null, 'remark'), act(1000, 'remark'))).toBe(0);
    expect(comes(later(null, null))).toBe(1);
  });
});

describe('windows', () => {
  const open = (spec: ReturnType<typeof windowOf>, more: Parameters<typeof shoesWith>[0] = {}) =>
    contentOf([
      shoesWith({
        beats: [beat({ id: 'a', says: '我再想想', window: spec, then: { taken: 'kept', missed: 'gone' } })],
        ...more,
      }),
    ]);
  const result = (content: typeof shoes, ...commands: ReturnType<typeof say>[]) =>
    shutWindows(drive(content, [...commands, tick(55_000)]).log)[0];

  it('[V2] of each kind are taken by the act of that kind', () => {
    expect(result(open(windowOf('order-prompt', '45s')), say(10_000, SAID.prompt))).toEqual(['order-prompt', 'taken']);
    expect(result(open(windowOf('follow-up', '45s')), say(10_000, SAID.followUp))).toEqual(['follow-up', 'taken']);
    expect(result(open(windowOf('cross-sell', '45s')), say(10_000, '建议您搭配一双袜子一起买'))).toEqual([
      'cross-sell',
      'taken',
    ]);
    const unpaid = { orders: [order({ status: 'unpaid' })] };
    expect(result(open(windowOf('payment-reminder', '45s'), unpaid), say(10_000, SAID.remind))).toEqual([
      'payment-reminder',
      'taken',
    ]);
    expect(result(open(windowOf('order-prompt', '45s')), say(10_000, SAID.sorry))).toEqual(['order-prompt', 'missed']);
  });

  it('[V2] recognise-regular and confirm-order are taken by covering a point, not by an act', () => {
    const spec = windowOf('confirm-order', '45s', { points: ['size'] });
    const content = contentOf([
      shoesWith({ beats: [beat({ id: 'a', says: '拍了', window: spec, then: 'kept' }), sizeBeat(), shipBeat()] }),
    ]);
    expect(result(content, say(10_000, '39.5码您拍的对的，建议您穿39.5码'))).toEqual(['confirm-order', 'taken']);
    expect(result(content, say(10_000, SAID.prompt))).toEqual(['confirm-order', 'missed']);
  });

  it('[V2] are missed at their end, and the story goes on', () => {
    const { log } = drive(open(windowOf('order-prompt', '45s')), [tick(50_000)]);
    expect(of(log, 'window-closed')[0]).toMatchObject({ at: 45_000, how: 'missed' });
    expect(of(log, 'ending-reached')[0]?.ending).toBe('gone');
  });

  it('[V2] are spoiled too early only where the case gives `from`', () => {
    const early = open(windowOf('follow-up', '45s', { from: span('25s') }));
    expect(result(early, say(10_000, SAID.followUp))).toEqual(['follow-up', 'spoiled']);
    expect(result(early, say(26_000, SAID.followUp))).toEqual(['follow-up', 'taken']);
    expect(of(drive(early, [say(10_000, SAID.followUp), tick(20_000)]).log, 'window-closed')[0]?.why).toBe('too-early');
    expect(result(open(windowOf('follow-up', '45s')), say(1000, SAID.followUp))).toEqual(['follow-up', 'taken']);
  });

  it('[V2] make a fourth follow-up pestering, and a second reminder after 不要了 too', () => {
    const pestered = (content: typeof shoes, said: string, n: number) =>
      of(
        drive(
          content,
          [tick(155_000), ...Array.from({ length: n }, (_, i) => say(155_000 + i * 5000, said))].concat(
            tick(156_000 + n * 5000),
          ),
          {},
        ).log,
        'window-closed',
      ).filter((e) => e.why === 'pestering').length;
    expect(pestered(shoes, SAID.followUp, 3)).toBe(0);
    expect(pestered(shoes, SAID.followUp, 4)).toBe(1);
    const unpaid = contentOf([shoesWith({ orders: [order({ status: 'unpaid' })] })]);
    expect(pestered(unpaid, SAID.remind, 1)).toBe(0);
    expect(pestered(unpaid, SAID.remind, 2)).toBe(1);
    // What somebody who has just bought is told of their goods chases nobody.
    const buys = { deed: 'place-order', product: 'shoe', sku: null, pays: true } as never;
    const bought = contentOf([shoesWith({ beats: [sizeBeat({ does: [buys] }), shipBeat()] })]);
    expect(pestered(bought, SAID.followUp, 4)).toBe(0);
  });

  it('[V2] for a goodbye open by themselves for 60 s after every ending but lost and escalated', () => {
    const opened = (outcome: 'paid' | 'kept' | 'returned' | 'exchanged' | 'lost' | 'escalated') =>
      of(
        drive(contentOf([shoesWith({ endings: [ending({ id: 'kept', outcome }), ...ENDINGS.slice(1)] })]), [
          ...done,
          tick(60_000),
        ]).log,
        'window-opened',
      ).map((e) => [e.windowKind, e.untilAt - e.at]);
    for (const outcome of ['paid', 'kept', 'returned', 'exchanged'] as const)
      expect(opened(outcome)).toEqual([['goodbye', 60_000]]);
    for (const outcome of ['lost', 'escalated'] as const) expect(opened(outcome)).toEqual([]);
  });

  it('[V2] for a goodbye are taken by words or missed, and taken at once by a goodbye with the last answer', () => {
    expect(shutWindows(drive(shoes, [...done, tick(120_000)]).log)).toEqual([['goodbye', 'missed']]);
    expect(shutWindows(drive(shoes, [...done, say(60_000, SAID.bye), tick(120_000)]).log)).toEqual([
      ['goodbye', 'taken'],
    ]);
    const atOnce = drive(shoes, [say(10_000, SAID.size), say(25_000, `${SAID.ship}，${SAID.bye}`), tick(60_000)]);
    expect(shutWindows(atOnce.log)).toEqual([['goodbye', 'taken']]);
    expect(at(atOnce).farewell).toBe(true);
  });

  it('[V2] bring reactions only to red lines and hostility, and so do quiet beats', () => {
    const content = open(windowOf('order-prompt', '45s'), { forbids: [forbid({ do: 'change-price' })] });
    const reacted = (...commands: ReturnType<typeof say>[]) =>
      reactions(drive(content, [...commands, tick(40_000)]).log)[0];
    expect(reacted(say(10_000, SAID.vague))).toBe('none');
    expect(reacted(act(10_000, 'change-price'))).toBe('none');
    expect(reacted(say(10_000, SAID.insult))).toBe('red-line');
  });

  it('[V2] for a follow-up are taken, too, by answering a question still open', () => {
    const story = contentOf([
      shoesWith({
        beats: [
          sizeBeat({ tolerates: 1 }),
          beat({
            id: 'sour',
            says: '我再想想',
            window: windowOf('follow-up', '45s'),
            then: { taken: 'kept', missed: 'gone' },
          }),
        ],
        endings: ENDINGS.filter((e) => e.id !== 'sour'),
      }),
    ]);
    expect(shutWindows(drive(story, [say(10_000, SAID.vague), say(25_000, SAID.size), tick(40_000)]).log)).toEqual([
      ['follow-up', 'taken'],
    ]);
  });

  it('[V3] for a payment reminder take the button alone on 拼多多, and words too elsewhere', () => {
    const story = {
      orders: [order({ status: 'unpaid' })],
      beats: [
        beat({
          id: 'a',
          says: '等下付',
          window: windowOf('payment-reminder', '45s'),
          then: { taken: 'kept', missed: 'gone' },
        }),
      ],
    };
    const on = (remindsBy: 'words' | 'button', command: ReturnType<typeof say>) => {
      const content = contentOf([shoesWith(story)], { shop: { platform: 'pdd' } });
      const platform = { id: 'pdd', name: '拼多多', date: '2026-11-20', figures: [], remindsBy };
      return result({ ...content, platforms: [platform] }, command);
    };
    expect(on('words', say(10_000, SAID.remind))).toEqual(['payment-reminder', 'taken']);
    expect(on('button', say(10_000, SAID.remind))).toEqual(['payment-reminder', 'missed']);
    for (const by of ['words', 'button'] as const)
      expect(on(by, act(10_000, 'remind-pay'))).toEqual(['payment-reminder', 'taken']);
  });

  it('[V3] may name the operation that takes them', () => {
    const named = open(windowOf('follow-up', '45s', { do: 'send-order' }));
    expect(result(named, act(10_000, 'send-order'))).toEqual(['follow-up', 'taken']);
    expect(result(named, act(10_000, 'remark'))).toEqual(['follow-up', 'missed']);
  });
});
