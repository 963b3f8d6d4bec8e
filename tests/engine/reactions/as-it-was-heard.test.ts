/** What the customer says fits what they heard, and what they didn't (RULES T44, T54). */
import { describe, expect, it } from 'vitest';
import type { Conversation } from '#engine/model/drill.ts';
import { prepare, preparedCaseIn } from '#engine/prepare/prepare.ts';
import { feasibilityOf, usesOtherCheckWording } from '#engine/state/feasibility.ts';
import { checkBack } from '#engine/state/follow-ups.ts';
import { newConversation } from '#engine/state/new-conversation.ts';
import { withoutThanks } from '#engine/state/thanks.ts';
import { contentFor } from '#library/load.ts';
import { drive, reactions, ready, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, SHIP, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, burst, contentOf, ending, line, noReacts, point, question } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const played = (data: ReturnType<typeof contentOf>, ...said: string[]) =>
  drive(data, [...said.map((text, i) => say(10_000 + i * 25_000, text)), tick(200_000 + said.length * 25_000)]).log;

describe('[T54] whether something can be', () => {
  it.each([
    ['能发的，付了就走', 'can'],
    ['明早八点前肯定送到', 'can'],
    ['都可以退', 'can'],
    ['有货', 'can'],
    ['赶得上', 'can'],
    ['洗碗机进不了', 'cannot'],
    ['只能退了重拍', 'cannot'],
    ['印好的退不了', 'cannot'],
    ['15号赶不上', 'cannot'],
    ['没货了', 'cannot'],
    ['不能放洗碗机', 'cannot'],
    ['会员价一样', null],
    ['我了解了', null],
    ['能退，就是今天到不了', null],
    ['二十块', null],
  ] as const)('%s', (said, sense) => expect(feasibilityOf(said)).toBe(sense));
});

describe('[T54] a check', () => {
  const asks = question({
    id: 'q-back',
    text: '能退吗',
    points: [
      point({
        id: 'back',
        says: '印好的退不了',
        check: { right: line('那就砸我手里了是吧'), wrong: line('那印好的也能退是吧') },
      }),
    ],
  });
  const data = contentOf([
    shoesWith({
      beats: [
        beat({
          id: 'back',
          says: '能退吗',
          asks: [asks],
          then: { resolved: 'kept', failed: 'sour', silent: 'gone' },
        }),
      ],
    }),
  ]);
  const preparedCase = [...ready(data).cases.values()][0];
  if (!preparedCase) throw new Error('no prepared case');
  const checked = (senses: Conversation['senses'], leaning: readonly string[] = []): string | undefined => {
    const c = { points: { back: 'unsure' }, used: {}, figures: {}, touched: {}, heard: [], spoken: {}, topics: '' };
    // The trainee has spoken of what the check is about (RULES T96).
    const spoke = { lastBurst: [], said: [{ id: 'm', text: '印好的看情况', at: 0 }] };
    const state = {
      ...c,
      ...spoke,
      turn: null,
      turns: 1,
      mended: [],
      unsureIn: {},
      leaning,
      senses,
    } as unknown as Conversation;
    const [prepared] = asks.points;
    return (
      prepared && checkBack(state, preparedCase, preparedCase.scenario.beats[0] ?? null, prepared, () => 1)?.lineName
    );
  };

  it('is put the wrong way round where the clause said 能退, and never against what the clause said', () => {
    expect(checked({})).toBe('check:back');
    expect(checked({ back: 'cannot' })).toBe('check:back');
    expect(checked({ back: 'can' })).toBe('check:back:wrong');
    expect(checked({ back: 'cannot' }, ['back'])).toBe('check:back');
  });
});

describe('[M59] a check against what the trainee has said', () => {
  it('is in no case put as the right answer to who has surely said the opposite', () => {
    const tried: string[] = [];
    for (const id of [...library.scenarios.keys()].filter((_, i) => i % 3 === 0)) {
      const prepared = preparedCaseIn(prepare(contentFor(library, [id]).data), id);
      const c = newConversation('c1', id, 0);
      for (const { point } of prepared.points.values()) {
        const senses = { [point.id]: 'can' } as const;
        // Nothing of what the check the wrong way round is about was spoken of.
        const told = {
          ...c,
          points: { [point.id]: 'unsure' as const },
          senses,
          said: [{ id: 'm', text: '嗯', at: 0 }],
        };
        if (!point.check || !usesOtherCheckWording(told, point, point.check.right)) continue;
        tried.push(`${id} ${point.id}`);
        expect(checkBack(told, prepared, null, point, () => 1)?.lineName, tried.at(-1)).not.toBe(`check:${point.id}`);
      }
    }
    expect(tried.length).toBeGreaterThan(9);
  });
});

describe('[T54] a question of which a part was told ahead', () => {
  const both = question({
    id: 'q-ship',
    text: '今天能发吗',
    points: [
      point({ id: 'tube', says: '送一双袜子', ask: line('送袜子不') }),
      ...SHIP.points.map((one) => ({ ...one, must: false })),
    ],
  });
  const opens = (text: string) =>
    contentOf([shoesWith({ beats: [sizeBeat(), { ...shipBeat({ asks: [{ ...both, at: 1 }] }), says: burst(text) }] })]);

  it('is asked by name for what is missing, also where the told part need not be told, and its urging line is left out', () => {
    const said = words(played(opens('今天能发吗 ⏎ 我急'), `${SAID.size}，${SAID.ship}`));
    expect(said).toContain('送袜子不');
    expect(said).not.toContain('今天能发吗');
    expect(said).not.toContain('我急');
  });

  it('stays as written where it isn’t worded as a question', () => {
    const said = words(played(opens('我把它再插上 ⏎ 试给你看'), `${SAID.size}，${SAID.ship}`));
    expect(said).toContain('试给你看');
  });
});

describe('[T44] a customer who got no answer to their question', () => {
  const orders = beat({
    id: 'orders',
    says: '拍了 ⏎ 码没错吧',
    window: { kind: 'confirm-order', from: null, until: { value: 60, unit: 's' }, points: ['size'], do: null },
    then: { taken: 'kept', missed: 'kept' },
  });
  const data = contentOf([
    shoesWith({
      beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'orders' } }, orders],
      endings: [
        ending({ id: 'kept', says: '好嘞 ⏎ 江边见', outcome: 'paid', sale: 45_900 }),
        ending({ id: 'sour', outcome: 'lost' }),
        ending({ id: 'gone', outcome: 'lost' }),
      ],
    }),
  ]);

  it('agrees to nothing in their last words', () => {
    const said = words(played(data, SAID.size));
    expect(said).toContain('江边见');
    expect(said).not.toContain('好嘞');
  });

  it('agrees once they got the answer', () => {
    expect(words(played(data, SAID.size, '没错，建议您穿39.5码'))).toContain('好嘞');
  });
});

describe('[T44] a curt or impatient trainee', () => {
  it('is minded for the manners before the evasion', () => {
    const data = contentOf([shoesWith({ beats: [sizeBeat({ tolerates: 9 }), shipBeat()] })]);
    const log = played(data, '催什么催，一直催也没用');
    expect(reactions(log)[0]).not.toBe('evaded');
  });

  it('is not thanked for patience, and one who misled is not thanked for honesty', () => {
    const thanks = burst('谢谢你 ⏎ 有耐心 ⏎ 没骗我');
    expect(withoutThanks(thanks, { misled: false, curt: false, scolded: false })).toEqual(thanks);
    expect(withoutThanks(thanks, { misled: false, curt: true, scolded: false })).toEqual(burst('谢谢你 ⏎ 没骗我'));
    expect(withoutThanks(thanks, { misled: true, curt: false, scolded: false })).toEqual(burst('谢谢你 ⏎ 有耐心'));
  });
});

describe('[Q95] a customer who was scolded', () => {
  const isLeft = (text: string) => withoutThanks(burst(text), { misled: false, curt: true, scolded: true });

  it.each([
    ['谢谢你哈 ⏎ 39.5是吧', '39.5是吧'],
    ['那我放心了 谢谢', '那我放心了'],
    ['下单啦 ⏎ 回头跑团给你们吆喝', '下单啦'],
    ['好 谢了', '好'],
    ['谢谢姐姐', '嗯'],
    ['辛苦啦 ⏎ 我拍了', '我拍了'],
  ])('says %s as %s', (says, left) => {
    expect(isLeft(says)).toEqual(burst(left));
  });

  it.each(['辛苦先撤图', '谢谢帮忙收货的邻居', '老板 你也出来吆喝两句', '还写好评？'])(
    'says %s as it stands',
    (says) => {
      expect(isLeft(says)).toEqual(burst(says));
    },
  );

  const thankful = contentOf([
    shoesWith({
      beats: [
        sizeBeat({ tolerates: 9, reacts: { ...noReacts, slots: { resolved: line('好的 谢谢你哈') } } }),
        shipBeat(),
      ],
    }),
  ]);
  const heard = (...said: string[]) => words(played(thankful, ...said)).filter((text) => /谢谢|^好的$/.test(text));

  it('thanks whoever scolded nobody, and again whoever has apologised', () => {
    expect(heard(SAID.size)).toEqual(['好的 谢谢你哈']);
    expect(heard(SAID.insult, SAID.size)).toEqual(['好的']);
    expect(heard(SAID.insult, '对不起，刚才我话说重了，跟您道歉', SAID.size)).toEqual(['好的 谢谢你哈']);
    expect(heard(SAID.cold, SAID.size)).toEqual(['好的 谢谢你哈']);
  });
});
