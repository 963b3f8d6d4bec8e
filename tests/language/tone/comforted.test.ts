/** What is denied of the customer's fault is comfort (RULES T108): tried for each word of reproach in each form of denial. */
import { expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { isIllMannered } from '#language/tone/tone.ts';

const FAULTS = ['瞎编', '乱讲', '不讲理', '贪便宜', '占便宜', '找茬', '小气', '弄坏'];
const DENIALS = ['没人说您', '谁也没说您', '没人怪您', '没说您', '不会觉得您'];
const REST = ['', '，是我们这边的问题', '，您接着说'];

const isCharged = (reply: string): boolean => {
  const { tone, toneConfidence } = judge({ reply, customer: '省得人家说我' });
  return isIllMannered(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.told;
};

test('a reproach that nobody makes is no ill manner [T108]', () => {
  const replies = DENIALS.flatMap((denial) =>
    FAULTS.flatMap((fault) => REST.map((rest) => `${denial}${fault}${rest}`)),
  );
  expect(replies.filter(isCharged)).toEqual([]);
});

test('blame, haste and having had enough of the customer are ill-mannered [T108]', () => {
  const replies = [
    '尺码您自己挑的，您冲我嚷有什么用',
    '买之前您怎么不想好呢',
    '都给您退了您还要怎样呢',
    '您快点哈，后面还排着人呢',
    '还有事没，没有我先忙了',
  ];
  expect(replies.filter((reply) => !isCharged(reply))).toEqual([]);
});
