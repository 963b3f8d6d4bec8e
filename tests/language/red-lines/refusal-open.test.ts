/** Who says neither yes nor no hinders no complaint (RULES T99): each way of leaving it open, with each word that tells. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const CUSTOMERS = ['148条这一项 你的态度', '我要投诉 赔不赔给句话', '那我去告你们'];
const hinders = (reply: string): boolean =>
  CUSTOMERS.some((customer) => judge({ reply, customer }).redLines.some(({ code }) => code === 'block-complaint'));

const DEEDS = ['赔', '退', '补', '换'];
const OPEN = [
  (deed: string) => `不说${deed}、也不说不${deed}`,
  (deed: string) => `${deed}不${deed}我现在不应也不推`,
  (deed: string) => `没说不${deed}，也没说${deed}`,
  (deed: string) => `不敢答应不${deed}，也不敢答应${deed}`,
  (deed: string) => `不替您许${deed}，也不替店里说不${deed}`,
];
const TELLS = ['结果出来我照实告诉您', '核完主管告知您', '报告出来我转给您', '公告上写着，您可以看'];

describe('[T99] a refusal left open', () => {
  it('blocks no complaint, whoever tells the result', () => {
    const replies = OPEN.flatMap((open) => DEEDS.flatMap((deed) => TELLS.map((tells) => `${open(deed)}，${tells}`)));
    expect(replies.filter(hinders)).toEqual([]);
  });

  it('is another thing than a refusal for complaining, though somebody is told it', () => {
    const replies = DEEDS.slice(0, 2).flatMap((deed) => [
      `你告我们就不${deed}`,
      `投诉了就不${deed}，我告诉你`,
      `先跟您说清楚，投诉的客人我们不${deed}的`,
      `举报了可就不${deed}了`,
    ]);
    expect(replies.filter((reply) => !hinders(reply))).toEqual([]);
  });
});
