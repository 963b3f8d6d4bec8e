/** What is told back to the customer, and what stands in the chat's own album, is no question and no way off the platform. */
import { describe, expect, it } from 'vitest';
import { namedIn } from '#language/asked/asked.ts';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

const askedAgain = (reply: string, id: string): string[] => {
  const reading = readText(folded(reply));
  const chances = reading.clauses.map(() => VERDICT_THRESHOLDS.asked.named);
  return namedIn(reading, [id], chances).map((ask) => ask.id);
};

describe('[M49] a question told back to who asked it', () => {
  it.each(['姐妹我看到您刚才问敏感肌能不能用', '看到您问的敏感肌能不能用了', '您之前问敏感肌能不能用，我答您'])(
    '%s asks nothing',
    (reply) => {
      expect(askedAgain(reply, '敏感肌')).toEqual([]);
    },
  );

  it.each(['您是不是敏感肌', '您是敏感肌吗', '看到您刚才问敏感肌，是敏感肌吗'])('%s asks', (reply) => {
    expect(askedAgain(reply, '敏感肌')).toEqual(['敏感肌']);
  });
});

describe('[M50] the plus of the chat and its album lead nowhere', () => {
  const codes = (reply: string): string[] =>
    judge({ reply, questions: [], time: 0 } as never).redLines.map(({ code }) => code);

  it.each(['点加号选相册照片发过来', '您点一下加号，选相册里的照片发我'])('%s is no red line', (reply) => {
    expect(codes(reply)).toEqual([]);
  });

  it('相册里有我的号 still is', () => {
    expect(codes('相册里有我的号，加我聊')).toContain('offsite');
  });
});
