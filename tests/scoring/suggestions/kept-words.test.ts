/** Better wordings begin with what the trainee said well. Real cases, real judgements; the wanted lines are written by hand. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '#library/schema/testplan.ts';
import { play, repliesOf } from '#tests/learning/support/play.ts';

const GIFT = 'return-dispute/partial-return-gift';
const SHOE = 'product-advice/shoe-half-size';
const COUPON = 'promotion/coupon-stack';
const SOLD_OUT = 'order-change/incident-sold-out';
const SILENT = 'complaint-escalation/incident-two-days-silent';
const PARCEL = 'logistics-complaint/signed-not-seen';

/** The findings of a drill with these words in one beat and the model's replies in all others. */
const played = (id: string, beat: string, ...say: Reply['say']) => {
  return done(id, beat, [], ...say);
};

/** The same, with operations before the words. */
const done = (id: string, beat: string, acts: Reply['do'], ...say: Reply['say']) => {
  const rest = repliesOf(id, 'model').filter((r) => r.to !== beat);
  return play([id], [{ to: beat, afterS: 10, do: acts, say, repeat: false }, ...rest]).report.findings;
};

/** The better wording of the first such finding. */
const better = (id: string, code: string, beat: string, ...texts: string[]): string | null | undefined => {
  return played(id, beat, ...texts.map((text) => ({ text }))).find((f) => f.code === code)?.better;
};

const LOOK_UP: Reply['do'] = [{ action: 'check-logistics', with: {} }];
/** Better wordings that ask first for what isn't known yet, whatever the model says once it is. */
const ASK = {
  tee: 'T恤吊牌还在吗，下过水没有？',
  shoe: '您脚长量过吗，多少厘米？脚背高不高，系鞋带勒不勒？',
};

const MODEL = {
  parcel: '让门卫代收没跟您说一声，东西没到您本人手里，责任就在店里，找件您不用管',
  price: '459和99先加起来，满减拿掉40，券再拿掉15，落到您手里就是503',
  ways: '三条路您挑：39这会儿仓里有，改好四点前就走；不想要就全额退您；等38得18号，赶不上周日',
};

describe('right words beside wrong ones', () => {
  it('to another question of the same reply stand before the model of the wrong answer', () => {
    expect(better(GIFT, 'wrong-fact', 'can', '鞋可以退，T恤也能退')).toBe(`鞋可以退；${ASK.tee}`);
  });

  it('to the same question stay in their place, with the right fact instead of the wrong one', () => {
    expect(better(COUPON, 'wrong-fact', 'price', '满300减40，店铺券再减15，到手493')).toBe(
      '满300减40，店铺券再减15，到手503元',
    );
    expect(better(COUPON, 'wrong-fact', 'price', '满300减50，店铺券再减15，到手503')).toBe(
      '满300减40，店铺券再减15，到手503',
    );
    expect(better(GIFT, 'wrong-fact', 'fee', '邮费我们出，运费险不一定赔满')).toBe(
      '无理由退回运费您出，运费险不一定赔满',
    );
  });

  it('are followed by the must that was left out', () => {
    expect(better(SILENT, 'wrong-fact', 'threat', '这事我报主管，您先别发视频')).toBe(
      '这事我报主管，视频发不发由您，主管2小时内回您',
    );
  });

  it('may stand in two messages of one turn', () => {
    expect(better(SILENT, 'wrong-fact', 'threat', '这事我报主管，两小时内回您', '您先别发视频')).toBe(
      '这事我报主管，两小时内回您，视频发不发由您',
    );
  });

  it('are left out where they lean on the wrong ones', () => {
    expect(better(GIFT, 'wrong-fact', 'can', 'T恤能退，鞋也能退')).toBe(ASK.tee);
  });

  it('stay together where one fact takes two clauses', () => {
    const found = done(PARCEL, 'who', LOOK_UP, { text: '您自己找一下哦。没经您同意代收，店铺负责' });
    expect(found.find((f) => f.code === 'wrong-fact')?.better).toBe('由我们去找，没经您同意代收，店铺负责');
  });

  it('are left out where they are in doubt, or where a fault quotes them', () => {
    const replies = repliesOf(PARCEL, 'poor').map((r, i) => (i === 0 ? { ...r, do: LOOK_UP } : r));
    const [first] = play([PARCEL], replies).report.findings.filter((f) => f.code === 'wrong-fact');
    // 您联系快递公司核实一下呢 was heard as 由我们去找, with 0.78.
    expect(first?.better).toBe(MODEL.parcel);
    expect(better(GIFT, 'wrong-fact', 'can', '加我微信鞋可以退，T恤也能退')).toBe(ASK.tee);
  });
});

describe('half an answer', () => {
  it('keeps no offer that belongs to another beat', () => {
    const { report } = play([GIFT], repliesOf(GIFT, 'exchanger'));
    expect(report.findings.find((f) => f.code === 'answered-partly')?.better).toContain('页面写着包的价是59');
  });

  it('keeps no words of a quick reply', () => {
    const { report } = play([GIFT], repliesOf(GIFT, 'paste-happy'));
    expect(report.findings.find((f) => f.code === 'answered-partly')?.better).toContain('页面写着包的价是59');
  });

  it('keeps no words of a goodbye', () => {
    expect(better(SOLD_OUT, 'ignored', 'choose', '祝您生活愉快，有事再来')).toBe(MODEL.ways);
  });
});

describe('a vague turn', () => {
  it('keeps a clause that is only warm or sorry', () => {
    expect(better(SHOE, 'vague', 'size', '亲，让您久等了，应该可能看情况')).toBe(`亲，让您久等了。${ASK.shoe}`);
    expect(better(SOLD_OUT, 'vague', 'choose', '抱歉让您久等了，看情况尽快安排')).toBe(`抱歉让您久等了。${MODEL.ways}`);
  });

  it('keeps no bare 亲, and no apology that says something else too', () => {
    expect(better(COUPON, 'vague', 'price', '亲，这个得看情况')).toBe(MODEL.price);
    expect(better(COUPON, 'vague', 'price', '不好意思价格我不清楚，可能看情况')).toBe(MODEL.price);
  });
});

describe('a quick reply that fits nothing', () => {
  it('is not kept, but right words typed beside it are', () => {
    const found = played(GIFT, 'can', { text: '鞋可以退' }, { quickReply: 'sf6' });
    const canned = found.filter((f) => f.code === 'canned-off-topic' || f.code === 'canned-rigid');
    expect(canned.map((f) => f.better)).toEqual([`鞋可以退；${ASK.tee}`]);
  });
});
