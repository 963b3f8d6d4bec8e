/** A beat's first bubbles where the conversation took another course than its author expected (RULES T42). */

import { describe, expect, it } from 'vitest';
import { replacementFor } from '#engine/customer/opening-replacements.ts';
import { sayableOpening } from '#engine/customer/openings.ts';
import type { Beat, ContentData } from '#engine/model/content.ts';
import { maybeToldPoints } from '#engine/prepare/maybe-told.ts';
import { prepare, preparedCaseIn } from '#engine/prepare/prepare.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { contentFor } from '#library/load.ts';
import { at, drive, ready, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, SHIP, SIZE, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, burst, contentOf, line, point, question, windowOf } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const [ship] = SHIP.points;
if (!ship) throw new Error('no point');
const checked = (wrong: string) => ({
  ...SHIP,
  points: [{ ...ship, ask: line('几点前付'), check: { right: line('付了就走是吧'), wrong: line(wrong) } }],
});
const story = (opens: Partial<Beat>): ContentData =>
  contentOf([shoesWith({ beats: [sizeBeat(), { ...shipBeat(), ...opens }] })]);
const heardAfter = (data: ContentData, said: readonly string[], seed = 1): string[] =>
  words(
    drive(data, [...said.map((text, i) => say(10_000 + i * 25_000, text)), tick(10_000 + said.length * 25_000)], {
      seed,
    }).log,
  );

describe('a question told otherwise before it was asked', () => {
  it('[T42] is not asked as written but made sure of by the line for the wrong way round', () => {
    const data = story({ asks: [checked('那要干等着了？')] });
    expect(heardAfter(data, [`${SAID.size}，${SAID.wrongShip}`]).at(-1)).toBe('那要干等着了？');
    expect(heardAfter(data, [SAID.size]).at(-1)).toBe('今天能发吗');
  });

  it('[T42] is asked as written where that line names a day or figure that nobody told', () => {
    const data = story({ asks: [checked('得等明天了？')] });
    expect(heardAfter(data, [`${SAID.size}，${SAID.wrongShip}`]).at(-1)).toBe('今天能发吗');
  });

  it('[T42] is made sure of with the trainee’s own figure where there is one', () => {
    const data = story({ asks: [checked('得等明天了？')] });
    const played = drive(data, [tick(5_000)]);
    const preparedCase = preparedCaseIn(ready(data), 'product-advice/shoes');
    const told = preparedCase.beats.get('ship');
    if (!told) throw new Error('no beat');
    const c = { ...at(played), points: { ship: 'wrong' as const } };
    expect(replacementFor(c, preparedCase, told)).toBeNull();
    const heard = replacementFor({ ...c, touched: { ship: { turn: 1, figure: '二十点' } } }, preparedCase, told);
    expect(JSON.stringify(heard?.reaction.bursts)).toMatch(/二十点|echo/);
    expect(heard?.lineName).toBe('check:ship:echo');
  });

  it('[T42] needs no other word beside the figure of its point to be made sure of', () => {
    const late = story({ asks: [{ ...SHIP, points: [point({ id: 'ship', says: '48小时内发货' })] }] });
    const told = (wrong: readonly string[]) =>
      maybeToldPoints({
        preparedCase: preparedCaseIn(ready(late), 'product-advice/shoes'),
        reply: readReply('七十二小时里到您手上'),
        customer: '',
        points: ['ship'],
        asked: new Set(),
        wrong: new Set(wrong),
      });
    expect(told(['ship'])).toEqual([{ id: 'ship', figure: '七十二小时', other: true }]);
    expect(told([])).toEqual([]);
  });
});

describe('a question perhaps told ahead', () => {
  const PERHAPS = '四点前拍下当天寄';
  it('[T42] is made sure of the right way round, whatever the seed', () => {
    const data = story({ asks: [checked('那得等着了？')] });
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
      expect(heardAfter(data, [`${SAID.size}，${PERHAPS}`], seed).at(-1)).toBe('付了就走是吧');
  });

  it('[T42] is made sure of behind a fact given away in its own bubble, and asked as written where the fact would be lost', () => {
    const telling = (says: string): string[] =>
      heardAfter(story({ asks: [checked('那得等着了？')], tells: ['instep'], says: burst(says) }), [
        `${SAID.size}，${PERHAPS}`,
      ]);
    expect(telling('我脚背高 ⏎ 今天能发吗').slice(-2)).toEqual(['我脚背高', '付了就走是吧']);
    expect(telling('还有个事 ⏎ 我脚背高 今天能发吗').at(-1)).toBe('我脚背高 今天能发吗');
  });

  it('[T42] is made sure of too where a later beat takes it up again', () => {
    const later = beat({ id: 'again', says: '那发货呢 ⏎ 你没说', recalls: 'q-ship', then: 'kept' });
    const asked = question({ ...checked('那得等着了？'), waits: false });
    const first = sizeBeat({ asks: [SIZE, asked] });
    const data = contentOf([shoesWith({ beats: [{ ...first, then: { ...first.then, resolved: 'again' } }, later] })]);
    expect(heardAfter(data, [SAID.size]).slice(-2)).toEqual(['那发货呢', '你没说']);
    const preparedCase = preparedCaseIn(ready(data), 'product-advice/shoes');
    const c = at(drive(data, [tick(5_000)]));
    const again = preparedCase.beats.get('again');
    expect(again && replacementFor(c, preparedCase, again)).toBeNull();
    const unsure = again && replacementFor({ ...c, points: { ship: 'unsure' } }, preparedCase, again);
    expect(unsure?.reaction).toEqual(line('付了就走是吧'));
  });
});

describe('an opening that asks nothing new', () => {
  const orders = beat({
    id: 'orders',
    says: '拍啦 ⏎ 是这个码吧 ⏎ 没拍错吧',
    window: windowOf('confirm-order', '60s', { points: ['size'] }),
    then: 'kept',
  });
  const data = (first: string) =>
    contentOf([
      shoesWith({
        beats: [
          { ...sizeBeat(), then: { ...sizeBeat().then, resolved: first } },
          { ...shipBeat(), then: { ...shipBeat().then, resolved: 'orders' } },
          orders,
        ],
      }),
    ]);
  it('[T42] leaves out a line that the last turn has just told, and keeps one that an earlier turn told', () => {
    expect(heardAfter(data('orders'), [SAID.size])).toContain('拍啦');
    expect(heardAfter(data('orders'), [SAID.size])).not.toContain('是这个码吧');
    expect(heardAfter(data('ship'), [SAID.size, SAID.ship])).toContain('是这个码吧');
  });

  it('[T42] keeps a line that asks to look at an operation done a moment ago', () => {
    expect(heardAfter(data('orders'), [SAID.size])).toContain('没拍错吧');
  });

  const c = at(drive(contentOf([shoesWith()]), [tick(5_000)]));
  const quietly = (says: string): Beat =>
    beat({ id: 'off', says, quiet: { for: { value: 60, unit: 's' } }, then: 'kept' });
  const left = (opens: Beat, known: readonly string[], sour = false): string[] => {
    const preparedCase = preparedCaseIn(
      ready(contentOf([shoesWith({ beats: [sizeBeat(), shipBeat(), opens] })])),
      'product-advice/shoes',
    );
    const burstOf = opens.says ?? [];
    return sayableOpening({ ...c, heard: known }, preparedCase, opens, {
      told: [],
      hasJustActed: false,
      hasJustMinded: sour,
      toldFacts: [],
    }).map((index) => {
      const bubble = burstOf[index];
      return bubble?.kind === 'text' ? bubble.text : '';
    });
  };
  it('[T42] names no figure that nobody has told, unless nothing else is left to say', () => {
    const opens = quietly('39.5的我先收藏 ⏎ 我去问问我妈');
    const preparedCase = preparedCaseIn(
      ready(contentOf([shoesWith({ beats: [sizeBeat(), shipBeat(), opens] })])),
      'product-advice/shoes',
    );
    const figure = preparedCase.lineFigures.namesByLine.get('39.5的我先收藏') ?? [];
    expect(figure).not.toEqual([]);
    expect(left(opens, [])).toEqual(['我去问问我妈']);
    expect(left(opens, figure)).toEqual(['39.5的我先收藏', '我去问问我妈']);
    expect(left(quietly('39.5的我先收藏'), [])).toEqual(['39.5的我先收藏']);
  });

  it('[T42] agrees to nothing right after the customer has minded a word', () => {
    expect(left(quietly('嗯 都对'), [], true)).toEqual([]);
    expect(left(quietly('嗯 都对'), [], false)).toEqual(['嗯 都对']);
    expect(left(quietly('行了 ⏎ 我再看看'), [], true)).toEqual(['行了', '我再看看']);
  });
});

describe('every beat of every case', () => {
  it('[T42] keeps the bubbles that open its questions, and one line at least unless all it said was agreement', () => {
    for (const { id } of library.scenarios.values()) {
      const content = prepare(contentFor(library, [id]).data);
      const preparedCase = preparedCaseIn(content, id);
      const c = at(drive(content.data, [tick(1_000)]));
      for (const one of preparedCase.scenario.beats) {
        const length = one.says?.length ?? 0;
        const told = [...one.points.map((p) => p.id), ...(one.window?.points ?? [])];
        const kept = sayableOpening({ ...c, heard: [], spoken: {} }, preparedCase, one, {
          told,
          hasJustActed: false,
          hasJustMinded: false,
          toldFacts: one.tells,
        });
        expect(kept.length > 0 || length === 0, `${id} ${one.id}`).toBe(true);
        for (const { at: asked } of one.asks.filter(() => length > 0))
          expect(kept, `${id} ${one.id}`).toContain(Math.min(asked ?? length, length) - 1);
      }
    }
  });
});
