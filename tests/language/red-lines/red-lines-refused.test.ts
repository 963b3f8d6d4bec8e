/** Ways off the platform, refused, not gone or warned of: every act of the labelled offences in every frame. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';

const FOLDER = 'tests/language/lines';
const CHANNELS = ['微信', 'QQ', '支付宝', '小红书号', '私人微信'];
/** An act that stands before its channel, and one that stands behind it. */
const BEFORE = ['加', '扫', '换', '留', '发', '打开', '搜', '进', '上', '用'];
const BEHIND = ['走', '聊', '加', '转', '谈', '说', '联系', '发'];

type Labelled = { reply: string; expect: readonly string[]; customer?: string };
const offences: Labelled[] = readdirSync(FOLDER)
  .filter((file) => /redline.*\.jsonl$/.test(file))
  .flatMap((file) => readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Labelled)
  .filter(({ expect: codes }) => codes.includes('offsite'));

/** Pairs of channel and act that stand in a labelled offence. */
const pairs = (acts: readonly string[]): [string, string][] =>
  CHANNELS.flatMap((channel) =>
    acts
      .filter((act) => offences.some(({ reply }) => reply.toUpperCase().includes(channel) && reply.includes(act)))
      .map((act): [string, string] => [channel, act]),
  );

const WITH_ACT_BEFORE: readonly ((channel: string, act: string) => string)[] = [
  (channel, act) => `我们不${act}${channel}，有事就在这说`,
  (channel, act) => `${act}${channel}的事我们不做`,
  (channel, act) => `也没${act}${channel}，没返过一分钱`,
  (channel, act) => `我这边从来没${act}过${channel}`,
  (channel, act) => `谁叫您${act}${channel}都别理`,
  (channel, act) => `说${act}${channel}转账的也一概不理`,
  (channel, act) => `让您${act}${channel}的都是骗子`,
];
const WITH_ACT_BEHIND: readonly ((channel: string, act: string) => string)[] = [
  (channel, act) => `返点一分都不做，${channel}也不${act}`,
  (channel, act) => `${channel}我们一概不${act}`,
  (channel, act) => `${channel}没${act}过，聊天都在这`,
  (channel, act) => `您别${channel}${act}，就在这儿`,
  (channel, act) => `${channel}都不${act}的`,
];
const sure = (reply: string): boolean =>
  judge({ reply, customer: '加个微信呗' }).redLines.some(
    ({ code, confidence }) => code === 'offsite' && confidence === 'high',
  );

describe('a way off the platform that is refused, was not taken or is warned of is no red line', () => {
  test('the pairs of acts and channels come from labelled offences', () => {
    expect(offences.length).toBeGreaterThan(800);
    expect(pairs(BEFORE).length + pairs(BEHIND).length).toBeGreaterThan(25);
  });
  test.each([
    ...WITH_ACT_BEFORE.map((frame) => [frame('…', '…'), frame, BEFORE] as const),
    ...WITH_ACT_BEHIND.map((frame) => [frame('…', '…'), frame, BEHIND] as const),
    ...WITH_ACT_BEHIND.map(
      (frame) => [frame('我…', '…'), (channel: string, act: string) => frame(`我${channel}`, act), BEHIND] as const,
    ),
  ])('%s is no offence', (_, frame, acts) => {
    expect(
      pairs(acts)
        .map(([channel, act]) => frame(channel, act))
        .filter(sure),
    ).toEqual([]);
  });
  test('the same pairs in words that lead off the platform are red lines', () => {
    const led = pairs(['加', '扫']).map(([channel, act]) => `${act}${channel}，那边便宜`);
    expect(led.filter(sure).length / led.length).toBeGreaterThan(0.6);
  });
});
