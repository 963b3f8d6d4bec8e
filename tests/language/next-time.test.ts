/** What is said of the next time, and of the way there, tells nothing wrong of now and here (RULES T200, T201). */
import { expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { readText } from '#language/reading/clauses.ts';
import { letsThink } from '#language/windows/closings.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const otherCases = (text: string): boolean[] => readText(text).clauses.map(({ isOfOtherCase }) => isOfOtherCase);

it('[T200] goes on to the end of the sentence, and no further', () => {
  expect(otherCases('下回买完30天内看到降价,订单里点价保就行,差价原路退。这单退不了')).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(otherCases('谢谢体谅。以后付款15天内看到降价随时来找我,当场给您退差。再见')).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(otherCases('发出以后远的3天')).toEqual([false]);
  expect(otherCases('差价原路退')).toEqual([false]);
  expect(otherCases('下次再来,差价原路退')).toEqual([false, false]);
});

it('[T230] what wasn’t said is told neither way, and what stands behind it is', () => {
  expect(otherCases('我没说在期内,也没说过期,要查批号')).toEqual([true, true, false]);
  expect(otherCases('没人说不能退,签收7天内能退')).toEqual([true, false]);
  expect(otherCases('我没说清楚,过期了退一赔十')).toEqual([false, false]);
  expect(otherCases('这话我没说过,过期了')).toEqual([false, false]);
  expect(otherCases('页面没说能进洗碗机')).toEqual([false]);
  expect(otherCases('法律上也没说一定要价保')).toEqual([false]);
});

it('[T201] days on the way are no wrong time of going out, and days until it goes out are', () => {
  const content = prepare(contentFor(library, ['shipping-urge/ship-when-poshang']).data);
  const [{ questions } = expect.fail('no case')] = [...content.cases.values()];
  const wrong = (text: string): boolean => {
    const asked = { customer: '多久发货', points: ['ship'], questions: [...questions.keys()] };
    const { judgement } = answerRequest(content, oneTurn('shipping-urge/ship-when-poshang', text, asked));
    return judgement.points.some(({ id, state }) => id === 'ship' && state === 'wrong');
  };
  expect(wrong('发出以后远的3天左右，近的次日，这是一般情况')).toBe(false);
  expect(wrong('最晚20号晚8点前出库，路上还有三天多')).toBe(false);
  expect(wrong('付款后3天内发出')).toBe(true);
});

it('[T237] the day of paying is no day of what comes later', () => {
  const id = 'shipping-urge/ship-when-guchui';
  // Of this seed what is paid now goes out within 48 hours, on the 12th at the latest.
  const content = prepare(contentFor(library, [id], cardOfSeed(1)).data);
  const { questions, points } = content.cases.get(id) ?? expect.fail('no case');
  const wrong = (text: string): string[] => {
    const asked = { customer: '想问下拍完几时寄出来', points: [...points.keys()], questions: [...questions.keys()] };
    const { judgement } = answerRequest(content, oneTurn(id, text, asked));
    return judgement.points.flatMap((point) => (point.state === 'wrong' ? [point.id] : []));
  };
  for (const text of ['今晚付款48小时内必出', '现在过了18:00，今晚付款48小时内必出，最晚12号晚8点前寄出'])
    expect(wrong(text), text).toEqual([]);
  expect(wrong('今晚付款明天发')).toEqual(['ship', 'by']);
});

it('[T235] a length of time in the customer’s own words is no wrong time, and one told of oneself is', () => {
  const id = 'complaint-escalation/who-decides-guchui';
  const content = prepare(contentFor(library, [id]).data);
  const { questions, points } = content.cases.get(id) ?? expect.fail('no case');
  const wrong = (text: string): boolean => {
    const asked = { customer: '少张说明书 来回问三天', points: [...points.keys()], questions: [...questions.keys()] };
    return answerRequest(content, oneTurn(id, text, asked)).judgement.points.some(({ state }) => state === 'wrong');
  };
  expect(wrong('确实不像话，少说明书还来回问三天')).toBe(false);
  expect(wrong('三天内给您回话')).toBe(true);
});

it('[M81] 没想好就先放着，买不买随您 lets the customer go to think', () => {
  expect(letsThink('没想好就先放着，买不买随您')).toBe(true);
  expect(letsThink('要买就现在拍')).toBe(false);
});

it('[T263] hours of who pays at another time, and how far off a day is, are no other hours of this order', () => {
  const id = 'shipping-urge/ship-when-guchui';
  // Of this seed what is paid now goes out within 48 hours, on the 12th at the latest.
  const content = prepare(contentFor(library, [id], cardOfSeed(1)).data);
  const { questions, points } = content.cases.get(id) ?? expect.fail('no case');
  const wrong = (text: string): string[] => {
    const asked = { customer: '能赶上16号就好', points: [...points.keys()], questions: [...questions.keys()] };
    const { judgement } = answerRequest(content, oneTurn(id, text, asked));
    return judgement.points.flatMap((point) => (point.state === 'wrong' ? [point.id] : []));
  };
  for (const text of [
    '对，18点。现在已经过了，今晚付的48小时内出库；现货，明天18点前付也是当天出',
    '今天发不了啦，18点前付的才当天出库。现在拍48小时内必出，最晚12号晚上8点多',
    '48小时内出库，16号还有好几天，赶得上的机会大',
  ])
    expect(wrong(text), text).toEqual([]);
  expect(wrong('最晚16号发')).toContain('by');
  expect(wrong('今天18点前就出库')).toContain('by');
});

it('[T274] an hour told as over and set as a condition is who paid before it, no hour of this customer', () => {
  expect(otherCases('现在过了18:00,今晚付的48小时内发;要是18:00前付的就当天出库')).toEqual([false, false, true]);
  expect(otherCases('要是18:00前付的就当天出库')).toEqual([false]);
  expect(otherCases('现在3点20,16点前付款今天就寄出,过了16点就明天')).toEqual([false, false, false]);
  expect(otherCases('现在过了18:00,今晚20:00前付的明天出库')).toEqual([false, false]);
});

it('[T284] who pays on another day is another customer, with what is said of them right behind', () => {
  expect(otherCases('现在付款48小时内出库;明天18点前付的,明天就出')).toEqual([false, true, true]);
  expect(otherCases('明天18点前付的话,明天就出。今天付的48小时内出库')).toEqual([true, true, false]);
  expect(otherCases('今天18点前付,明天就出')).toEqual([false, false]);
});

it('[T266] 还是 before a price says that it stays, and asks nothing', () => {
  const id = 'returning-customer/same-again-poshang';
  const content = prepare(contentFor(library, [id], cardOfSeed(0)).data);
  const { questions, points } = content.cases.get(id) ?? expect.fail('no case');
  const priceOf = (text: string): string | undefined => {
    const asked = { customer: '还有不 多少钱', points: [...points.keys()], questions: [...questions.keys()] };
    return answerRequest(content, oneTurn(id, text, asked)).judgement.points.find((point) => point.id === 'price')
      ?.state;
  };
  for (const text of ['有货，还是35.9元，用券满20减2到手33.9元', '有货，还是35.9元', '还是35.9元，满20减2到手33.9'])
    expect(priceOf(text), text).toBe('covered');
  expect(priceOf('有货，还是33.9元')).toBe('wrong');
  expect(priceOf('您要35.9元的还是23.9元的')).not.toBe('covered');
});
