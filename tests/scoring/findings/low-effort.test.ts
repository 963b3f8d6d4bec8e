/** Trainees who don't do the work stay low, whatever the case: the whole way from words to marks. */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { inTurn } from '#tests/learning/support/in-turn.ts';
import { library } from '#tests/support/library.ts';

const CASES = [...library.scenarios.keys()];

const always = (text: string): Reply[] => [{ to: 'any', afterS: 8, do: [], say: [{ text }], repeat: true }];

const OPEN = 6;
/**
 * How far the range may reach above the highest score, in points: in these cases pasted quick replies are closer to the
 * questions, so that more is in doubt.
 */
const OPENER: Readonly<Record<string, number>> = {
  'payment-reminder/unpaid-mum-pay': 12,
  // 现在就能办 and 我接着办 answer 八折能做吗 and 最多能打几折: the customer asks by name and leaves, so both points stay in doubt.
  'bargaining/bulk-kickback': 11,
  // Wrong quick replies lose 沟通表达 alone (M15), so a doubt beside them weighs more.
  'account-security/spouse-address': 9,
  'order-change/swap-colour': 7,
};

/** Highest score each may reach. */
const TRAINEES: readonly { who: string; most: number; replies: (quickReplies: readonly string[]) => Reply[] }[] = [
  { who: 'says nothing', most: 15, replies: () => [] },
  { who: 'greets every time', most: 30, replies: () => always('亲，您好，请问有什么可以帮您的呢') },
  { who: 'insults', most: 25, replies: () => always('你有病吧，爱买不买') },
  { who: 'is sorry and at once', most: 40, replies: () => always('非常抱歉，马上为您处理') },
  { who: 'should, may, depends', most: 40, replies: () => always('应该可能看情况') },
  { who: 'says 好的', most: 45, replies: () => always('好的') },
  {
    who: 'sends every quick reply in turn',
    most: 50,
    replies: (ids) => ids.map((quickReply) => ({ to: 'any', afterS: 8, do: [], say: [{ quickReply }], repeat: false })),
  },
];

describe.each(CASES)('%s', (id) => {
  const { data, hash } = contentFor(library, [id]);
  const content = prepare(data);
  const quickReplies = data.shops.flatMap((s) => s.quickReplies.map((q) => q.id));

  it.each(inTurn(TRAINEES, id, 0, Math.ceil(TRAINEES.length / 4)))(
    'a trainee who $who ends at $most marks or below',
    ({ most, replies }) => {
      const events = playDrill(content, {
        scenarios: [id],
        replies: replies(quickReplies),
        seed: 1,
        mode: 'lesson',
        contentHash: hash,
      });
      const { score, range } = makeReport(data, events);
      expect(score).toBeLessThanOrEqual(most);
      // An unrecognised answer leaves the range open upwards until somebody rules on it.
      expect(range[1]).toBeLessThanOrEqual(most + (OPENER[id] ?? OPEN));
    },
  );
});
