import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { type AuthoredReply, toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { makeReport } from '#scoring/report.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'complaint-escalation/who-decides-tinghe';
/** Cards on which the lead above decides what is asked for. */
const CARDS = [3, 9];

/** The verdict on who says that the lead decides and lets the note be; `hasReported`: they have reported it up as they say. */
const verdictOn = (card: number, hasReported: boolean): string => {
  const { data, hash } = contentFor(library, [CASE], cardOfSeed(card));
  const acts = [
    { action: 'check-order' },
    { action: 'request-photo' },
    ...(hasReported ? [{ action: 'escalate-3' }] : []),
  ];
  const replies: AuthoredReply[] = [
    {
      to: 'any',
      after: '9s',
      do: acts,
      say: [
        '包的180我这级定不了，刚报主管了，明早10点前给您答复',
        '精华本身漏了我们认，补发还是退款您挑，运费不用您出',
      ],
    },
    { to: 'any', after: '9s', say: '好，您先休息' },
  ];
  const drill = { scenarios: [CASE], replies: toReplies(replies), seed: 1, mode: 'lesson', contentHash: hash } as const;
  return makeReport(data, playDrill(prepare(data), drill)).verdict;
};

describe('[M90] a matter that the trainee reports up', () => {
  it('isn’t told as one that went there for a fault of theirs', () => {
    expect(CARDS.map((card) => verdictOn(card, true)).filter((verdict) => verdict.includes('闹到了上面'))).toEqual([]);
  });

  it('is told so where nobody reported it', () => {
    expect(CARDS.map((card) => verdictOn(card, false)).every((verdict) => verdict.includes('闹到了上面'))).toBe(true);
  });
});
