/** A yes to a figure that the customer named: the verdict quotes the yes, and no words that only stand at the same place. */
import { expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';

const SUM = {
  id: 'sum',
  says: '退您404元',
  also: ['一共退404', '退款是404'],
  value: { kind: 'amount', is: '404元' },
  about: ['退', '到手'],
} as const;

const verdict = (reply: string) =>
  judge({
    reply,
    customer: '一共退多少\n唉 白高兴一场\n是退50块对吧',
    points: [compilePoint(SUM)],
    questions: [{ id: 'q', text: '一共退多少', pointIds: ['sum'] }],
  }).points[0];

it.each(['对的', '对的，您是想退鞋吗，还是换码，换码的话腰包不用动', '是的哈\n您放心，明天上午给您点，三五天到'])(
  'quotes nothing but the yes of %s',
  (reply) => {
    const heard = verdict(reply);
    expect(heard?.state).toBe('wrong');
    expect(heard?.figure).toBeUndefined();
    const quoted = /写了「([^」]*)」/.exec(heard?.rule ?? '')?.[1] ?? '';
    expect(reply.startsWith(quoted)).toBe(true);
    expect(quoted.length).toBeGreaterThan(0);
  },
);
