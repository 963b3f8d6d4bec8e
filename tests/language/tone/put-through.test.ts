/** What the customer was put through, told as the shop's doing, reproaches nobody (RULES T177). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const toneOf = (reply: string) => judge({ reply, customer: '我都讲了三遍了' }).tone;

describe('[T177] what the customer was put through', () => {
  it.each(['来回换人让你一遍遍讲，是我们做得不好', '让您一遍遍跑，是我们的错', '害您一遍遍解释，对不住'])(
    'is no reproach where the shop tells it as its own doing: %s',
    (reply) => {
      expect(['warm', 'neutral']).toContain(toneOf(reply));
    },
  );

  it.each(['您一遍遍讲，烦不烦', '一遍遍讲，听不懂吗，是我们不好行了吧'])(
    'is one where it is held against them: %s',
    (reply) => {
      expect(['impatient', 'hostile']).toContain(toneOf(reply));
    },
  );
});
