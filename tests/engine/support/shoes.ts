/** A story of two questions, and words whose judgement by the real language core is known. */
import type { Beat, ContentData, Scenario } from '#engine/model/content.ts';
import { beat, burst, contentOf, ending, fact, point, question, scenario, windowOf } from './tiny.ts';

export const SIZE = question({
  id: 'q-size',
  text: '这双我穿几码',
  points: [
    point({
      id: 'size',
      says: '建议您穿39.5码',
      also: ['拿39码半就行', '选三十九码半'],
      wrongs: [
        { id: 'says-39', says: ['39码正好', '和平时一样大就行'] },
        { id: 'says-38', says: ['38就够'] },
      ],
    }),
    point({ id: 'why', must: false, says: '因为脚背高，所以往大选半码', contradicts: ['脚背高不影响'] }),
  ],
});
export const SHIP = question({
  id: 'q-ship',
  text: '今天能发吗',
  points: [
    point({
      id: 'ship',
      says: '16点前付款今天发',
      also: ['四点前付今天就走', '现在付赶得上今天发'],
      contradicts: ['要明天发', '后天才能发'],
    }),
  ],
});

export const SAID = {
  size: '建议您穿39.5码',
  wrongSize: '39码正好',
  why: '因为脚背高，所以往大选半码',
  ship: '四点前付今天就走',
  wrongShip: '后天才能发',
  here: '在的亲',
  vague: '看情况的',
  unknown: '您平时穿什么颜色',
  instep: '您脚背高吗',
  insult: '你有病吧',
  offsite: '加我微信聊',
  cold: '自己看',
  hold: '稍等',
  hold30: '稍等我看一下，30秒回您',
  hold120: '等我2分钟',
  sorry: '不好意思亲',
  bye: '再见，祝您生活愉快',
  prompt: '喜欢的话可以拍下哦',
  remind: '亲，您还有一笔订单没付款哦',
  followUp: '考虑得怎么样了',
} as const;

export const INSTEP = fact({ id: 'instep', says: burst('我脚背高'), cues: ['脚背', '脚型'], model: '您脚背高不高' });

export const sizeBeat = (fields: Partial<Omit<Beat, 'says' | 'then'>> = {}): Beat =>
  beat({
    id: 'size',
    says: '这双我穿几码',
    asks: [SIZE],
    then: { resolved: 'ship', failed: 'sour', silent: 'gone' },
    ...fields,
  });
export const shipBeat = (fields: Partial<Omit<Beat, 'says' | 'then'>> = {}): Beat =>
  beat({
    id: 'ship',
    says: '今天能发吗',
    asks: [SHIP],
    then: { resolved: 'kept', failed: 'sour', silent: 'gone' },
    ...fields,
  });
export const ENDINGS = [
  ending({ id: 'kept', outcome: 'paid', sale: 45_900 }),
  ending({ id: 'sour', says: '算了', outcome: 'lost' }),
  ending({ id: 'gone', outcome: 'lost' }),
];

export const shoesWith = (fields: Partial<Parameters<typeof scenario>[0]> = {}): Scenario =>
  scenario({
    id: 'product-advice/shoes',
    beats: [sizeBeat(), shipBeat()],
    endings: ENDINGS,
    ...fields,
    customer: { knows: [INSTEP], ...fields.customer },
  });

export const shoes = contentOf([shoesWith()]);

/** A customer who thinks it over in these words and waits for nothing; then the size, if anybody tells it. */
export const thinkingShoes = (says = '我看看', fields: Parameters<typeof shoesWith>[0] = {}): ContentData =>
  contentOf([
    shoesWith({
      beats: [
        beat({
          id: 'thinks',
          says,
          window: windowOf('confirm-order', '90s'),
          then: { taken: 'later', missed: 'later' },
        }),
        { ...sizeBeat(), id: 'later' },
      ],
      ...fields,
    }),
  ]);
