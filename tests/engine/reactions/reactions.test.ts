import { describe, expect, it } from 'vitest';
import type { Beat } from '#engine/model/content.ts';
import { act, at, drive, judged, lines, of, reactions, say, tick, words } from '#tests/engine/support/drive.ts';
import { INSTEP, SAID, SHIP, SIZE, shipBeat, shoes, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, forbid, line, need, noReacts, point, question } from '#tests/engine/support/tiny.ts';

const sizeAs = (fields: Partial<Omit<Beat, 'says' | 'then'>>, more: Parameters<typeof shoesWith>[0] = {}) =>
  contentOf([shoesWith({ beats: [sizeBeat(fields), shipBeat()], ...more })]);
/** Patient enough to be talked to many times. */
const calm = sizeAs({ tolerates: 9 });
const turns = (...said: string[]) => [
  ...said.map((words, i) => say(10_000 + i * 20_000, words)),
  tick(10_000 + said.length * 20_000),
];

describe('verdicts', () => {
  it('[T4] a wrong answer put right later is corrected', () => {
    const { log } = drive(calm, turns(SAID.wrongSize, SAID.size));
    expect(judged(log, 1).points[0]).toMatchObject({
      point: 'size',
      state: 'wrong',
      wrongId: 'says-39',
      corrected: false,
    });
    expect(judged(log, 2).points[0]).toMatchObject({ point: 'size', state: 'covered', corrected: true });
    expect(of(log, 'question-changed').map((e) => e.to)).toEqual(['wrong', 'answered']);
  });

  it('[T4] a right answer made wrong later is wrong', () => {
    const played = drive(calm, turns(SAID.size, SAID.wrongSize));
    expect(at(played).points.size).toBe('wrong');
    expect(at(played).ledger['q-size']?.state).toBe('wrong');
    expect(reactions(played.log)).toEqual(['resolved', 'wrong']);
  });

  it('[T4] a wrong answer that the same turn takes back is right', () => {
    const { log } = drive(shoes, turns(`${SAID.wrongSize}，不好意思说错了，${SAID.size}`));
    expect(judged(log).points).toMatchObject([{ point: 'size', state: 'covered' }]);
    expect(judged(log).corrects).toBe(true);
  });

  it('[T4] the judgement names which wrong answer it was', () => {
    expect(judged(drive(shoes, turns('38就够')).log).points[0]?.wrongId).toBe('says-38');
  });
});

describe('one reaction a turn, the most forceful', () => {
  const told = sizeAs(
    { needs: [need({ do: 'change-sku' })], tolerates: 9 },
    {
      forbids: [forbid({ do: 'change-price' }), forbid({ act: 'payment-reminder' })],
      customer: { said: ['订单号'], knows: [INSTEP] },
    },
  );
  const phrase =
    '亲亲，本店所有商品均为正品，支持七天无理由退换，请您放心选购，有任何问题随时联系我们客服，我们竭诚为您服务，祝您购物愉快生活开心';
  const canned = { how: 'quick-reply', quickReply: 'p1', similarity: 1 } as const;
  const reacted = (content: typeof told, ...commands: ReturnType<typeof say>[]) =>
    reactions(drive(content, [...commands, tick(60_000)]).log)[0];

  it('[J196] a forbidden operation that they have no sign of draws no word, save what the case has them say', () => {
    const noted = (reply?: string) => {
      const reaction = reply === undefined ? {} : { reaction: line(reply) };
      const content = sizeAs({}, { forbids: [forbid({ do: 'remark', ...reaction })] });
      const fields = [{ name: 'note', title: '内容', kind: 'text', required: false, choices: [] }] as const;
      return { ...content, actions: content.actions.map((each) => ({ ...each, fields })) };
    };
    const played = [act(9000, 'remark', { note: '39码' }), say(10_000, SAID.size)] as const;
    expect(reacted(noted(), ...played)).toBe('resolved');
    expect(reacted(noted('写什么呢'), ...played)).toBe('forbidden');
  });

  it('[T5] a red line comes before a forbidden act, and that before a wrong answer', () => {
    expect(reacted(told, act(9000, 'change-price'), say(10_000, `${SAID.offsite}，${SAID.wrongSize}`))).toBe(
      'red-line',
    );
    expect(reacted(told, act(9000, 'change-price'), say(10_000, SAID.wrongSize))).toBe('forbidden');
    expect(reacted(told, say(10_000, `${SAID.remind}，${SAID.wrongSize}`))).toBe('forbidden');
  });

  it('[T5] hostile comes before forbidden, and before a right answer', () => {
    expect(reacted(told, act(9000, 'change-price'), say(10_000, '爱买不买'))).toBe('hostile');
    expect(reacted(told, say(10_000, `爱买不买，${SAID.size}`))).toBe('hostile');
    expect(reacted(told, say(10_000, `${SAID.insult}，${SAID.size}`))).toBe('red-line');
  });

  it('[T5] a wrong answer comes before resolved', () => {
    const both = contentOf([
      shoesWith({
        beats: [
          beat({ ...sizeBeat(), says: '这双我穿几码 ⏎ 今天能发吗', asks: [{ ...SIZE, at: 1 }, SHIP], then: 'kept' }),
        ],
      }),
    ]);
    expect(reacted(both, say(10_000, `${SAID.size}，${SAID.wrongShip}`))).toBe('wrong');
    expect(reacted(both, say(10_000, `${SAID.size}，${SAID.ship}`))).toBe('resolved');
    const { log } = drive(both, turns(SAID.size));
    expect(of(log, 'turn-closed')[0]).toMatchObject({ reaction: 'partly', detail: 'q-ship', bad: false });
  });

  it('[T5] undone is the reaction when all musts are covered and an operation is still open', () => {
    expect(reacted(told, say(10_000, SAID.size))).toBe('undone');
    expect(reacted(told, act(9000, 'change-sku'), say(10_000, SAID.size))).toBe('resolved');
    // Four characters, but they answer.
    expect(reacted(told, say(10_000, '39.5'))).toBe('undone');
    // The same turn drew out a fact, so the customer tells that instead.
    expect(reacted(told, say(10_000, `${SAID.size}，${SAID.instep}`))).not.toBe('undone');
  });

  it('[T5] asked again comes before rigid, rigid before vague, vague before cold', () => {
    expect(reacted(told, say(10_000, '麻烦发一下订单号'))).toBe('asked-again');
    expect(reacted(told, say(10_000, '麻烦发一下订单号'), say(11_000, phrase, 'c1', canned))).toBe('asked-again');
    expect(reacted(told, say(10_000, phrase, 'c1', canned))).toBe('rigid');
    expect(reacted(told, say(10_000, phrase, 'c1', canned), say(11_000, SAID.vague))).toBe('rigid');
    // Beside the whole answer the phrase is only more to read.
    const verdictBeside = (words: string) =>
      judged(drive(told, [say(10_000, words), say(11_000, phrase, 'c1', canned), tick(30_000)]).log).canned[0]?.verdict;
    expect(verdictBeside(SAID.size)).toBe('fit');
    expect(verdictBeside(SAID.here)).toBe('rigid');
    expect(reacted(told, say(10_000, SAID.vague))).toBe('vague');
  });

  it('[T28] sure impatience is minded at once, in the words for rudeness, even beside a right answer', () => {
    const rude = drive(shoes, [say(10_000, `${SAID.size}，都说了，你怎么这么磨叽`), tick(30_000)]);
    expect(of(rude.log, 'turn-closed').map(({ reaction, bad }) => [reaction, bad])).toEqual([['cold', true]]);
    expect(words(rude.log)).toContain('hostile 1');
    expect(at(rude).points.size).toBe('covered');
  });

  it('[T5] asked again comes before a hold', () => {
    expect(reacted(told, say(10_000, '稍等，麻烦发一下订单号'))).toBe('asked-again');
  });

  it('[T5] evaded is the reaction to words that are no answer at all', () => {
    expect(reacted(told, say(10_000, '您看详情页'))).toBe('evaded');
  });

  it('[T5] words with nothing to react to get no reaction, and the ladder runs on from them', () => {
    for (const words of [SAID.here, SAID.sorry, SAID.hold30]) expect(reacted(told, say(10_000, words))).toBe('none');
    expect(of(drive(shoes, [say(10_000, SAID.here), tick(60_000)]).log, 'nudged').map((e) => e.at)).toEqual([54_000]);
  });

  it('[T5] the told facts, the reaction’s line and the next opening are one burst, in that order', () => {
    const { log } = drive(shoes, turns(`${SAID.size}，${SAID.instep}`));
    expect(words(log).slice(1)).toEqual(['我脚背高', 'resolved 1', '今天能发吗']);
    expect(of(log, 'burst-planned').map((e) => e.bubbles.length)).toEqual([1, 3]);
    expect(of(log, 'customer-said').map((e) => e.last)).toEqual([true, false, false, true]);
  });

  it('[T5] a turn that draws out a fact gets no reaction from asked again down', () => {
    const { log } = drive(told, turns(`${SAID.instep}，订单号发一下，看情况的`));
    expect(reactions(log)).toEqual(['fact']);
    expect(words(log).slice(1)).toEqual(['我脚背高']);
  });

  it("[T5] a sensible question about what they don't know gets dont-know, and the question stays open", () => {
    const played = drive(calm, turns(SAID.unknown));
    expect(reactions(played.log)).toEqual(['dont-know']);
    expect(of(played.log, 'turn-closed')[0]?.bad).toBe(false);
    expect(at(played).ledger['q-size']?.state).toBe('clarifying');
  });

  it('[T5] a scolding put as a question is no clarifying question', () => {
    const played = drive(calm, turns('不是都写着吗，自己不会看啊'));
    expect(at(played).ledger['q-size']?.state).not.toBe('clarifying');
  });

  it('[T5] the alternatives of a case go on in turn from one question to the next', () => {
    const vague = contentOf([
      shoesWith({
        beats: [sizeBeat({ tolerates: 9 }), shipBeat({ tolerates: 9 })],
        reacts: { ...noReacts, slots: { vague: line('说数', '别含糊') } },
      }),
    ]);
    const { log } = drive(vague, turns(SAID.vague, SAID.size, SAID.vague));
    expect(reactions(log)).toEqual(['vague', 'resolved', 'vague']);
    expect(words(log).filter((said) => said === '说数' || said === '别含糊')).toEqual(['说数', '别含糊']);
  });

  it('[T5] alternatives are used in turn, those of the beat before the case’s before the persona’s', () => {
    expect(words(drive(calm, turns(SAID.vague, SAID.vague, SAID.vague)).log).slice(1)).toEqual([
      'vague 1',
      'vague 2',
      'vague 1',
    ]);
    const own = { ...noReacts, slots: { vague: line('这拍') } };
    const ofCase = { ...noReacts, slots: { vague: line('这案') } };
    expect(words(drive(sizeAs({ reacts: own }, { reacts: ofCase }), turns(SAID.vague)).log)[1]).toBe('这拍');
    expect(words(drive(sizeAs({}, { reacts: ofCase }), turns(SAID.vague)).log)[1]).toBe('这案');
  });

  it("[T5] the next question takes the case's next alternative, not the first again", () => {
    const ofCase = { ...noReacts, slots: { vague: line('一', '二') } };
    const said = words(drive(sizeAs({}, { reacts: ofCase }), turns(SAID.vague, SAID.size, SAID.vague)).log);
    expect(said.filter((w) => w === '一' || w === '二')).toEqual(['一', '二']);
  });

  it('[T5] a reaction with a delay comes when its author says, and delays no other customer', () => {
    const later = { ...noReacts, slots: { vague: { ...line('算了吧'), afterS: 6, then: 'ship' } } };
    const content = contentOf([
      shoesWith({ beats: [sizeBeat({ reacts: later }), shipBeat()] }),
      shoesWith({ id: 'product-advice/other' }),
    ]);
    const { log } = drive(content, [say(10_000, SAID.vague), say(11_000, SAID.size, 'c2'), tick(40_000)]);
    expect(lines(log)[1]).toEqual([20_000, '算了吧']);
    const times = log.map((e) => e.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(of(log, 'turn-closed').map((e) => [e.conversation, e.at])).toEqual([
      ['c1', 14_000],
      ['c2', 15_000],
    ]);
  });
});

describe('unrecognised answers and failing beats', () => {
  /** Words that are an answer in form, and that no wording recognises. */
  const strange = ['今天天气不错啊哈哈', '今天天气真不错啊哈哈哈'] as const;
  const shipping = contentOf([shoesWith({ beats: [shipBeat()] })]);

  it('[T6] the customer asks back once and then accepts the answer provisionally', () => {
    const played = drive(shipping, turns(...strange));
    expect(reactions(played.log)).toEqual(['rephrase', 'resolved']);
    expect(of(played.log, 'question-changed').map((e) => e.to)).toEqual(['unrecognised', 'provisional']);
    expect(at(played).points.ship).toBe('unsure');
    expect(at(played).ending?.id).toBe('kept');
    expect(of(played.log, 'turn-closed').some((e) => e.bad)).toBe(false);
  });

  it('[T5] a word or two that isn’t the answer is asked back, and 在的 is not', () => {
    expect(reactions(drive(shipping, turns('红的')).log)).toEqual(['rephrase']);
    expect(reactions(drive(shipping, turns('在的')).log)).toEqual(['none']);
    expect(reactions(drive(shipping, turns('好的亲~')).log)).toEqual(['none']);
  });

  it('[T6] an answer that is passed over unrecognised gets no thanks', () => {
    const slots = { resolved: line('那我放心了'), passed: line('嗯 下一个') };
    const told = contentOf([shoesWith({ beats: [shipBeat({ reacts: { ...noReacts, slots } })] })]);
    expect(words(drive(told, turns(SAID.ship)).log)).toContain('那我放心了');
    const unheard = words(drive(told, turns(...strange)).log);
    expect(unheard).toContain('passed 1');
    expect(unheard).not.toContain('嗯 下一个');
    expect(unheard).not.toContain('那我放心了');
  });

  it('[T6] an unrecognised answer is passed over after a wrong one too, so that no story is stuck', () => {
    const played = drive(
      contentOf([shoesWith({ beats: [shipBeat({ tolerates: 9 })] })]),
      turns(SAID.wrongShip, ...strange),
    );
    expect(reactions(played.log)).toEqual(['wrong', 'rephrase', 'resolved']);
  });

  it('[T6] a beat resolves on its musts, and its other points only add marks', () => {
    expect(reactions(drive(shoes, turns(SAID.size)).log)).toEqual(['resolved']);
    expect(reactions(drive(calm, turns(SAID.why)).log)).toEqual(['partly']);
  });

  it('[T6] a beat fails when bad turns reach `tolerates`: the beat’s, else the persona’s', () => {
    const ended = (content: typeof shoes, n: number) =>
      of(drive(content, turns(...Array.from({ length: n }, () => SAID.vague))).log, 'ending-reached').map(
        (e) => e.ending,
      );
    expect(ended(shoes, 1)).toEqual([]);
    expect(ended(shoes, 2)).toEqual(['sour']);
    expect(ended(sizeAs({ tolerates: 1 }), 1)).toEqual(['sour']);
    expect(ended(sizeAs({ tolerates: 3 }), 2)).toEqual([]);
    expect(ended(contentOf([shoesWith()], { persona: { tolerates: 1 } }), 1)).toEqual(['sour']);
  });

  it('[T6] partly and undone make a bad turn only from the second time', () => {
    const bads = (content: typeof shoes, ...said: string[]) =>
      of(drive(content, turns(...said)).log, 'turn-closed').map((e) => [e.reaction, e.bad]);
    expect(bads(calm, SAID.why, SAID.why)).toEqual([
      ['partly', false],
      ['partly', true],
    ]);
    const acted = sizeAs({ needs: [need({ do: 'change-sku' })], tolerates: 9 });
    expect(bads(acted, SAID.size, SAID.size)).toEqual([
      ['undone', false],
      ['undone', true],
    ]);
  });

  it('[T6] a beat fails at mood 0', () => {
    const content = contentOf([shoesWith({ customer: { mood: 5 }, beats: [sizeBeat({ tolerates: 9 }), shipBeat()] })]);
    expect(of(drive(content, turns(SAID.vague)).log, 'ending-reached').map((e) => e.ending)).toEqual(['sour']);
  });

  it('[T6] a wrong answer with its own `then` is believed, and the story goes on there', () => {
    const asks = [
      question({
        ...SIZE,
        points: [
          point({
            ...(SIZE.points[0] ?? point({ id: 'size', says: '' })),
            wrongReacts: { 'says-39': { ...line('那我拍39了啊'), then: 'ship' } },
          }),
        ],
      }),
    ];
    const { log } = drive(sizeAs({ asks }), turns(SAID.wrongSize));
    expect(of(log, 'turn-closed')[0]).toMatchObject({ reaction: 'believed', bad: false });
    expect(of(log, 'beat-left')[0]).toMatchObject({ how: 'believed', to: 'ship' });
    expect(words(log).slice(1)).toEqual(['那我拍39了啊', '今天能发吗']);
  });
});

describe('cross-talk', () => {
  const free = question({
    id: 'q-free',
    text: '包邮吗',
    points: [point({ id: 'free', says: '满99包邮', also: ['买够99块免运费'] })],
  });
  const other = shoesWith({
    id: 'promotion/free',
    beats: [beat({ id: 'free', says: '包邮吗', asks: [free], then: 'kept' })],
  });
  const desk = contentOf([shoesWith(), other]);

  it("[T9] another case's points with none of this case get 发错了吧, and count nothing for the other customer", () => {
    const played = drive(desk, [say(10_000, '亲，满99包邮的'), tick(20_000)]);
    expect(reactions(played.log)).toEqual(['cross-talk']);
    expect(judged(played.log).crossTalk).toEqual({ conversation: 'c2', points: ['free'] });
    expect(words(played.log)[1]).toBe('cross-talk 1');
    expect(at(played, 'c2').points).toEqual({});
    expect(at(played, 'c2').waitingSince).toBe(0);
  });

  it('[T9] a point that the other customer doesn’t wait for is no cross-talk, however surely it is told', () => {
    const later = shoesWith({ id: 'promotion/free', beats: [shipBeat(), ...other.beats] });
    const both = contentOf([shoesWith(), later]);
    expect(judged(drive(both, [say(10_000, '亲，满99包邮的'), tick(20_000)]).log).crossTalk).toBeNull();
  });

  it('[T64] words with a card that is sent here are meant for whom it is sent', () => {
    const sent = act(11_000, 'send-order');
    expect(judged(drive(desk, [say(10_000, '亲，满99包邮的'), sent, tick(20_000)]).log).crossTalk).toBeNull();
  });

  it('[T9] another case’s points beside a point of this case are no cross-talk', () => {
    expect(judged(drive(desk, [say(10_000, `满99包邮，${SAID.size}`), tick(20_000)]).log).crossTalk).toBeNull();
  });

  it('[T9] another case’s points are no cross-talk where this case has such a point itself, however far ahead', () => {
    const far = { ...free, id: 'q-far', points: free.points.map((p) => ({ ...p, id: 'free-here' })) };
    const beats = [
      sizeBeat(),
      { ...shipBeat(), then: { ...shipBeat().then, resolved: 'far' } },
      beat({ id: 'far', says: '包邮不', asks: [far], then: 'kept' }),
    ];
    const both = contentOf([shoesWith({ beats }), other]);
    expect(judged(drive(both, [say(10_000, '亲，满99包邮的'), tick(20_000)]).log).crossTalk).toBeNull();
  });

  describe('[T9] a size told to a customer who asks for a sum', () => {
    const sum = question({
      id: 'q-sum',
      text: '这双到手多少',
      points: [point({ id: 'sum', says: '到手459元', contradicts: ['到手499元'] })],
    });
    const buyer = shoesWith({
      id: 'promotion/sum',
      beats: [beat({ id: 'sum', says: '这双到手多少', asks: [sum], then: 'kept' })],
    });
    const told = (content: ReturnType<typeof contentOf>, text: string) =>
      judged(drive(content, [say(10_000, text), tick(20_000)]).log);

    it('is cross-talk where the other customer waits for a size, though this one asks for a figure too', () => {
      const both = contentOf([buyer, shoesWith()]);
      for (const text of ['建议您穿39.5码', '您拿39码半就行', '亲，选三十九码半'])
        expect(told(both, text).crossTalk).toEqual({ conversation: 'c2', points: ['size'] });
      const played = drive(both, [say(10_000, '建议您穿39.5码'), tick(20_000)]);
      expect(reactions(played.log)).toEqual(['cross-talk']);
      expect(at(played, 'c2').points).toEqual({});
    });

    it('is no cross-talk where nobody waits for a size, or where it is near a point of this case', () => {
      const later = shoesWith({ beats: [shipBeat(), sizeBeat()] });
      expect(told(contentOf([buyer, later]), '建议您穿39.5码').crossTalk).toBeNull();
      const both = contentOf([buyer, shoesWith()]);
      for (const text of ['到手459元', '到手460左右', '459', '优惠完是459元', '到手499元'])
        expect(told(both, text).crossTalk).toBeNull();
    });
  });

  // The turn is judged some seconds after its last message: who comes in between is at the desk by then.
  it.each([60_000, 11_000])(
    '[T9] [T252] another case’s points are no cross-talk before the other customer has come: %i',
    (arrivesAt) => {
      const customers = [
        { scenario: 'product-advice/shoes', arrivesAt: 0 },
        { scenario: 'promotion/free', arrivesAt },
      ];
      const { log } = drive(desk, [say(10_000, '亲，满99包邮的'), tick(20_000)], { customers });
      expect(judged(log).crossTalk).toBeNull();
    },
  );
});
