/** What strangers' plays were charged twice, once (RULES M46, M47, T98, T103, M132, T109–T111, T114). Each play is replayed whole. */
import { describe, expect, it } from 'vitest';
import { toReplies } from '#library/schema/testplan.ts';
import { type Replayed, replayed } from '#scripts/fairness/replayed.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { library } from '#tests/support/library.ts';

const plays = new Map(readRounds().flatMap(({ round, plays }) => plays.map((play) => [`${round}/${play.id}`, play])));

/** `unsaid`: messages with these words are left out. */
const report = (id: string, unsaid = /(?!)/): Replayed => {
  const play = plays.get(id);
  if (play === undefined) throw new Error(id);
  const replies = toReplies(play.replies).map((reply) => ({
    ...reply,
    say: reply.say.filter((said) => !('text' in said && unsaid.test(said.text))),
  }));
  return replayed(library, play.scenario, replies, { after: play.after, card: play.card });
};

const held = (id: string, code: RegExp, unsaid?: RegExp): string[] =>
  report(id, unsaid).held.flatMap(({ key, says }) => (code.test(key) ? [says] : []));

describe('[M46] one fault', () => {
  it('is a wrong sum told again, whatever card or question it is held against', () => {
    const wrong = held('0.9.1/a-strawberry-locker-middling', /^(?:wrong-fact|against-card)/);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain('又说了一遍');
  });

  it('is a wrong count of days and the day that comes of it, while another question told wrong is another', () => {
    const wrong = held('0.9.2/p-seventh-day-poor', /^wrong-fact/);
    expect(wrong.map((says) => says.split('｜')[0])).toEqual([
      '答错了：应当是「从签收第二天开始算」',
      '答错了：应当是「无理由退货邮费您出」',
    ]);
  });

  it('is a report that was neither said nor clicked', () => {
    const abuse = held('0.8.6/d-wrong-size-abuse-poor', /^(?:missing-action|vague)/);
    expect(abuse.filter((says) => says.includes('报班长'))).toHaveLength(1);
  });

  it('is no report to a lower level where a higher one has the matter', () => {
    expect(held('0.9.2/q-wrong-size-abuse-poor', /^missing-action/).filter((says) => says.includes('报班长'))).toEqual(
      [],
    );
  });
});

describe('[M47] a point that lay ahead', () => {
  it('is no loss where its beat’s operation was done and the trainee named its sum', () => {
    const lost = (play: string): number => report(play).held.find(({ says }) => says.includes('提前走了'))?.marks ?? 0;
    // 27.1 marks while the point on the coupon of ten, which was sent and told, was charged as never reached.
    expect(lost('0.9.2/q-late-one-day-poor')).toBeLessThan(25);
  });
});

describe('[T98] money sent by another sum', () => {
  const play = '0.9.6/c-egg-yolk-crushed-middling';
  it('is one fault, the sum, and nobody waits for what was sent and named', () => {
    expect(held(play, /^(?:wrong-amount|missing-action|customer-left)/).map((says) => says.split('｜')[0])).toEqual([
      '金额不对：部分退款',
    ]);
  });

  it('is waited for where nobody named the sum: too little is seen by who was told nothing', () => {
    expect(held(play, /^(?:wrong-amount|customer-left)/, /12元/).map((says) => says.split('：')[0])).toEqual([
      '金额不对',
      '等走了',
    ]);
  });
});

describe('[T103] a goodbye', () => {
  it('said in the visit isn’t owed again behind a window that passed in the same silence', () => {
    for (const play of ['0.9.6/c-regular-favour-middling', '0.8.11/y7-incident-deal-ended-middling']) {
      expect(held(play, /^no-goodbye/), play).toEqual([]);
      expect(held(play, /^no-confirm-order/), play).toHaveLength(1);
    }
  });
});

describe('[T109] the same words', () => {
  it('are no hedge beside the deed told as done in their place', () => {
    expect(held('0.9.6/c-swap-colour-poor', /^(?:vague|claimed-undone)/)).toHaveLength(1);
  });

  it('are no vow beside the money promised with it, nor beside money told as sent', () => {
    const vow = /^(?:beyond-authority|claimed-undone|against-card)/;
    expect(held('0.9.6/c-live-gift-mismatch-poor', vow)).toHaveLength(1);
    expect(held('0.8.10/x6-price-drop-review-poor', vow)).toHaveLength(1);
  });

  it('are no second vow on another card', () => {
    expect(held('0.9.3/u-stuck-before-race-poor', /^against-card/)).toHaveLength(1);
  });

  it('answer late only what they answered', () => {
    expect(held('0.9.1/b-live-spot-claim-poor', /^late-first/)).toEqual([]);
    expect(held('0.9.1/b-live-spot-claim-poor', /^ignored/)).toHaveLength(1);
  });
});

describe('[T110] a question taken for answered by words nobody made out', () => {
  it('is answered by the turn that tells it', () => {
    expect(held('0.9.1/a-swap-colour-middling', /^late-first/).map((says) => says.split('｜')[0])).toEqual([
      '等了才答到：39 秒',
    ]);
    expect(held('0.9.4/k-swap-colour-middling', /^late-first/)).toEqual([]);
  });
});

describe('[T111] an operation', () => {
  it('of a beat in which nothing was said or done until the customer went is part of that silence', () => {
    const missing = held('0.8.7/i-swap-colour-poor', /^missing-action/);
    expect(missing.map((says) => says.split('｜')[0])).toEqual(['操作没点：备注']);
    expect(held('0.8.7/i-swap-colour-poor', /^customer-left/)).toHaveLength(1);
  });
});

describe('[T114] a point told wrong in two turns', () => {
  it('without a figure is one fault, in whatever words', () => {
    for (const play of ['0.8.9/v-wrong-size-abuse-poor', '0.8.10/x5-retinol-pregnant-poor']) {
      const rights = held(play, /^wrong-fact/).map((says) => says.split('｜')[0]);
      expect(rights.length, play).toBeGreaterThan(0);
      expect(new Set(rights).size, play).toBe(rights.length);
    }
  });
});

describe('[M132] an operation told as done and never clicked', () => {
  it('is no step that lay ahead of who left, too', () => {
    const play = '0.9.20/d-incident-two-days-silent-poor';
    const ahead = report(play).held.filter(({ says }) => says.includes('提前走了'));
    expect(held(play, /^claimed-undone/)).toHaveLength(1);
    expect(ahead.map(({ says }) => says)).toEqual(['北巷没有猫提前走了，后面 1 问没走到：「打算赔多少」']);
  });
});

describe('[M132] a figure told otherwise than its card', () => {
  it('is no point left unsaid, too', () => {
    const play = '0.8.9/w-unpaid-sensitive-middling';
    expect(held(play, /^against-card/)).toHaveLength(1);
    expect(report(play).held.filter(({ says }) => says.includes('「签收15天内过敏包退」没说'))).toEqual([]);
  });
});
