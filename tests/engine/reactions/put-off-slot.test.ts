/** In which words a customer puts off a question back (RULES J126). */
import { describe, expect, it } from 'vitest';
import type { Order } from '#engine/model/content.ts';
import { putOffSlot } from '#engine/reactions/put-off-slot.ts';
import { drive, say, tick, words } from '#tests/engine/support/drive.ts';
import { shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, order } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const answer = (text: string, ...orders: Order[]): string | undefined =>
  words(
    drive(contentOf([{ ...shoesWith({ beats: [sizeBeat()] }), orders }]), [say(10_000, text), tick(30_000)]).log,
  ).at(-1);

describe('[J126] a question back that nothing the customer knows answers', () => {
  it.each([
    ['dont-know', '他会不会喜欢'],
    ['dont-know', '到时候您在家吗'],
    ['dont-know', '人家愿意吗'],
    ['asked-own', '门牌几室'],
    ['asked-own', '您是会员吗'],
    ['asked-own', '收件人还是原来那个吧'],
    ['asked-supposed', '您是跑步穿吧'],
  ] as const)('is put off as %s: %s', (slot, clause) => expect(putOffSlot(clause)).toBe(slot));

  it('is heard as one about their own things, and no choice is made of 还是原来那个', () => {
    expect(answer('门牌几室呀')).toBe('asked-own 1');
    expect(answer('收件人叫什么名字呀')).toBe('asked-own 1');
    expect(answer('电话还是原来那个吗')).not.toMatch(/^asked-which/);
    expect(answer('他会不会喜欢呀')).toBe('dont-know 1');
  });

  it('is answered by the order where one stands, and the courier’s number isn’t on it', () => {
    expect(answer('收件人名字还是原来那个吧', order({}))).toBe('跟单子上一样');
    expect(answer('电话还是原来那个吗', order({}))).toBe('跟单子上一样');
    expect(answer('快递员电话是多少', order({}))).not.toBe('跟单子上一样');
  });

  it('has words in every persona, and none of them says that one’s own things can’t be known', () => {
    for (const { id, reacts } of library.personas.values())
      for (const slot of ['dont-know', 'asked-own', 'asked-supposed'] as const) {
        const said = JSON.stringify(reacts.slots[slot]?.bursts ?? []);
        expect(said.length, `${id} ${slot}`).toBeGreaterThan(10);
        if (slot !== 'dont-know') expect(said, `${id} ${slot}`).not.toMatch(/说不[好准]|没准|不知道|不敢说/);
      }
  });
});
