/** Who grants what the customer has just said they would do argues with nobody (RULES T125): tried for each act in each form of granting it. */
import { expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { isIllMannered } from '#language/tone/tone.ts';

/** What the customer says, and its verb. */
const ACTS = [
  ['那我撂挑子了也不碍事呗', '撂'],
  ['那我退群了', '退'],
  ['我带人去隔壁了', '带'],
  ['那我取消了啊', '取消'],
  ['我不付了行吧', '不付'],
  ['那我就不寄了', '不寄'],
  ['我打12315了', '打'],
  ['那我写差评了', '写'],
  ['我要找平台说去', '找'],
  ['我自己扔了啊', '扔'],
  ['那我不换了', '不换'],
  ['我截图留着了', '截'],
] as const;
const REST = ['', '，您不欠店里什么', '，您没有这个义务', '，这是您的权利，我不拦', '，您说了算'];

const grants = (verb: string): string[] =>
  verb.startsWith('不') ? [`${verb}也行`, `可以${verb}`, `${verb}也没事`] : [`${verb}得`, `可以${verb}`, `${verb}得了`];
const isCharged = (customer: string, reply: string): boolean => {
  const { tone, toneConfidence } = judge({ reply, customer });
  return isIllMannered(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.told;
};

test('granting the customer’s own words is no ill manner [T125]', () => {
  const charged = ACTS.flatMap(([customer, verb]) =>
    grants(verb).flatMap((grant) =>
      REST.map((rest) => `${grant}${rest}`)
        .filter((reply) => isCharged(customer, reply))
        .map((reply) => `${customer} → ${reply}`),
    ),
  );
  expect(charged).toEqual([]);
});

test('what only sounds like granting is ill-mannered [T125]', () => {
  const replies = [
    ['那我撂挑子了也不碍事呗', '爱撂不撂，谁求着您了'],
    ['那我退群了', '退呗，又没人留您'],
    ['我打12315了', '打去呗，打了也白打'],
    ['那我取消了啊', '取消就取消，跟我说什么'],
    ['那我写差评了', '写呗，多您一条不多'],
  ] as const;
  expect(replies.filter(([customer, reply]) => !isCharged(customer, reply))).toEqual([]);
});
