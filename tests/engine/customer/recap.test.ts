/** Going through what was settled at the end: the customer restates what was told and asks for the rest (RULES T81). */
import { describe, expect, it } from 'vitest';
import type { ContentData, RecapItem } from '#engine/model/content.ts';
import { at, drive, of, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, SIZE, shipBeat, shoesWith } from '#tests/engine/support/shoes.ts';
import { beat, burst, contentOf, point, question, windowOf } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const SIZE_ITEM: RecapItem = { point: 'size', told: [burst('拿42')], ask: burst('我拿几码') };
const SHIP_ITEM: RecapItem = { point: 'ship', told: [burst('下午拍今天走 对吧')], ask: burst('今天能发吗') };

const story = (...recap: RecapItem[]): ContentData =>
  contentOf([
    shoesWith({
      beats: [
        beat({ id: 'size', says: '这双我穿几码', asks: [SIZE], then: 'recap' }),
        beat({
          id: 'recap',
          says: '我记一下',
          window: windowOf('confirm-order', '60s', { points: ['size', 'ship'], recap }),
          then: { taken: 'ship', missed: 'gone' },
        }),
        shipBeat(),
      ],
    }),
  ]);

describe('what is gone through at the end', () => {
  it('[T81] is restated where it was told and asked where it was not', () => {
    const { log } = drive(story(SIZE_ITEM, SHIP_ITEM), [say(10_000, SAID.size), tick(60_000)]);
    expect(words(log).slice(-3)).toEqual(['我记一下', '拿42', '今天能发吗']);
  });

  it('[T81] is confirmed by a bare 对, which takes the window', () => {
    const played = drive(story(SIZE_ITEM), [say(10_000, SAID.size), say(40_000, '对的'), tick(90_000)]);
    expect(of(played.log, 'window-closed').map(({ how }) => how)).toContain('taken');
    expect(at(played).points.size).toBe('covered');
  });

  it('[T81] repeats the trainee’s own figure where it isn’t the right one', () => {
    const item: RecapItem = { point: 'ship', told: [burst('四点前拍今天走')], ask: burst('几点前拍') };
    const other = '17点前付款今天发';
    const { log } = drive(story(item), [say(10_000, `${SAID.size}，${other}`), tick(60_000)]);
    expect(words(log)).not.toContain('四点前拍今天走');
  });

  describe('[M64] of an hour by which somebody answers', () => {
    const WHEN = question({
      id: 'q-when',
      text: '几点给我信',
      points: [point({ id: 'when', says: '2小时内给您回话', also: ['班长10分钟里回您'] })],
    });
    const saidAtEnd = (item: Omit<RecapItem, 'point'>, said: string): string[] => {
      const recap = [{ point: 'when', ...item }];
      const told = beat({ id: 'when', says: '几点给我信', asks: [WHEN], then: 'recap' });
      const [shoes] = story(...recap).scenarios;
      if (!shoes) throw new Error('no case');
      const window = windowOf('confirm-order', '60s', { points: ['when'], recap });
      const last = beat({ id: 'recap', says: '我记一下', window, then: { taken: 'ship', missed: 'gone' } });
      const beats = [told, last, ...shoes.beats.slice(2)];
      return words(drive(contentOf([{ ...shoes, beats }]), [say(10_000, said), tick(60_000)]).log);
    };
    const plain = { told: [burst('信俩小时里有 对吧')], ask: burst('几点有信') };

    it('names two hours once they were told, and neither names nor asks for them where ten minutes were', () => {
      expect(saidAtEnd(plain, '2小时内给您回话').at(-1)).toBe('信俩小时里有 对吧');
      const said = saidAtEnd(plain, '班长10分钟里回您');
      expect(said).toContain('我记一下');
      expect(said).not.toContain('信俩小时里有 对吧');
      expect(said).not.toContain('几点有信');
    });
  });

  it('[T83] is followed by no agreement where nobody has answered it', () => {
    const asked = story(SHIP_ITEM);
    const [shoes] = asked.scenarios;
    if (!shoes) throw new Error('no case');
    const endings = shoes.endings.map((one) => (one.id === 'gone' ? { ...one, says: burst('行 到点见') } : one));
    const played = (replies: ReturnType<typeof say>[]) =>
      words(drive(contentOf([{ ...shoes, endings }]), [...replies, tick(200_000)]).log);
    expect(played([say(10_000, SAID.size)])).not.toContain('行 到点见');
    expect(played([say(10_000, SAID.size)]).at(-1)).toBe('今天能发吗');
  });

  it('[T81] asks for nothing as if it had been told before, in any case', () => {
    const items = [...library.scenarios.values()].flatMap((scenario) =>
      scenario.beats.flatMap(({ id, window }) =>
        (window?.recap ?? []).map((item) => ({ at: `${scenario.id} ${id}`, item })),
      ),
    );
    expect(items.length).toBeGreaterThan(30);
    const onceMore = items.filter(({ item }) =>
      item.ask.some((bubble) => bubble.kind === 'text' && /再|来着|刚|忘|又/.test(bubble.text)),
    );
    expect(onceMore.map((item) => item.at)).toEqual([]);
  });
});
