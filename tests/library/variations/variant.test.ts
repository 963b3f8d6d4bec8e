import { describe, expect, test } from 'vitest';
import { authoredVariant, readCase } from '#library/reading/read-case.ts';
import { plainOf, scenarioOn } from '#library/reading/variant-scenario.ts';
import { coveringVariants, type Layout, variantAt } from '#library/variations/case-template.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import { unusedParts } from '#library/variations/unused-parts.ts';

const SHOP: ShopFacts = {
  id: 'mini',
  goods: {
    cup: { id: 'cup', name: '陶瓷杯', called: '杯子', unit: '只', cents: 2000 },
    pan: { id: 'pan', name: '小奶锅', called: '奶锅', unit: '口', cents: 8900 },
  },
  coupons: { five: { amount: 500, least: 3000 } },
  rules: { 'ship.at': { kind: 'clock', minutes: 960 }, 'ship.card': { kind: 'word', text: 'm-ship' } },
};
const FACTS = new Map([['mini', SHOP]]);

const CASE = `
id: product-advice/mini
type: product-advice
level: 1
title: 【货】多少钱
minutes: 3
teaches: 算清再说
shop: mini
story: {date: 【今天 iso】, time: 【时刻】}
vary:
  draw:
    今天: {date: ["2026-11-12", "2026-11-30"]}
    货: {goods: [cup, pan]}
    时刻: {clock: ["15:20", "17:40"]}
    城: {rows: [{旧: 南京, 新: 苏州}, {旧: 武汉, 新: 长沙}]}
  reckon:
    券: {coupon: {id: five, of: 货.price}}
    到手: {minus: [货.price, 券]}
    减了: {is: 券 > 0}
    赶上: {is: 时刻 < 截止}
    发货日: {when: 赶上, use: {same: 今天}, else: {date: {from: 今天, days: 1}}}
  dress:
    网名: [小满, 立夏]
  answer: [到手, 赶上]
customer: {persona: plain, name: 【网名】}
beats:
  - id: ask
    says: {any: [一【货.unit】【货】多少钱, "【货】到手多少 ⏎ 寄【城.新】", 到手价报我]}
    asks:
      - id: q
        question: 多少钱
        points:
          - id: net
            must: true
            says: 到手【到手】元
            also: [一共【到手 汉】, {when: 减了, use: [用券减【券】, 券后【到手】]}]
            contradicts: [{other: 到手, says: [到手【别的】]}]
            value: {kind: amount, is: 【到手】元}
          - {when: 赶上, id: day, says: 今天发}
          - {when: not 赶上, id: day, says: 【发货日 号】发}
    then: {resolved: {when: 减了, use: paid, else: asks}, silent: gone}
  - {when: not 减了, id: asks, says: 没有券吗, then: paid}
endings:
  paid: {outcome: paid, sale: 【到手 分】}
  gone: {outcome: lost}
`.replace('    赶上:', '    截止: {rule: ship.at}\n    赶上:');
const PLAN = `
model:
  replies:
    - {to: ask, say: 到手【到手】，{when}}
    - {to: asks, say: 这款没有券}
    - {when: 减了, to: end, say: 券用上了}
  expect: {score: [90, 100], ending: paid}
`.replace('，{when}', '');

const read = (text = CASE) => readCase({ file: 'mini.yaml', text }, { file: 'mini.testplan.yaml', text: PLAN }, FACTS);
const varying = () => {
  const { varying: found, scenario } = read();
  if (found === null) throw new Error(scenario.diagnostics.map(({ message }) => message).join('\n'));
  return found;
};
const layout = (): Layout => {
  const [first] = varying().layouts;
  if (first === undefined) throw new Error('no shop');
  return first;
};
const at = (card: number) => {
  const variant = variantAt(layout(), { deck: '', card });
  if (variant === null) throw new Error('no variant');
  return variant;
};
const texts = (node: unknown): string[] =>
  typeof node === 'string'
    ? [node]
    : typeof node === 'object' && node !== null
      ? Object.values(node).flatMap(texts)
      : [];

describe('a variant', () => {
  test('of the first card has the first value of every draw and the first wording [K1]', () => {
    const { scenario } = read();
    expect(scenario.diagnostics).toEqual([]);
    expect(scenario.value).toMatchObject({
      title: '杯子多少钱',
      story: { date: '2026-11-12', time: '15:20' },
      customer: { name: '小满' },
      beats: [{ says: '一只杯子多少钱' }, { id: 'asks' }],
      endings: { paid: { sale: 2000 } },
    });
  });

  test('is the same for the same card, whoever asks [K2]', () => {
    const { template } = varying();
    const card = { deck: 'lesson', card: 5 };
    expect(scenarioOn(template, FACTS, card)).toEqual(scenarioOn(varying().template, FACTS, card));
    expect(scenarioOn(template, FACTS, card).variant).toMatchObject({ ...card, template: template.hash });
  });

  test('leaves no slot, condition or choice of wordings behind, on any card [K4]', () => {
    for (const variant of coveringVariants(layout(), 100)) {
      const both = [variant.scenario.value, variant.testplan?.value];
      expect(texts(both).filter((text) => /[【】]|undefined|NaN/.test(text))).toEqual([]);
      expect(JSON.stringify(both)).not.toMatch(/"(when|any|use|else|other)":/);
      expect([variant.scenario.faults, variant.testplan?.faults]).toEqual([[], []]);
    }
  });

  test('has figures that follow from what was drawn [K4]', () => {
    for (const variant of coveringVariants(layout(), 100)) {
      const { scenario, testplan } = plainOf(varying().template, variant);
      const isPan = variant.mark.drawn.货 === '奶锅';
      const isInTime = variant.mark.drawn.时刻 === '15:20';
      const net = isPan ? 8400 : 2000;
      expect(scenario.endings.find(({ id }) => id === 'paid')?.sale).toBe(net);
      const [point, day] = scenario.beats[0]?.asks[0]?.points ?? [];
      expect(point?.says).toBe(`到手${net / 100}元`);
      expect(point?.also).toEqual(isPan ? ['一共八十四', '用券减5', '券后84'] : ['一共二十']);
      expect(point?.contradicts).toEqual([`到手${isPan ? 20 : 84}`]);
      const next = variant.mark.drawn.今天 === '30号' ? '1号发' : '13号发';
      expect(day?.says).toBe(isInTime ? '今天发' : next);
      expect(scenario.beats.map(({ id }) => id)).toEqual(isPan ? ['ask'] : ['ask', 'asks']);
      expect(testplan?.model?.replies.map(({ to }) => to)).toEqual(isPan ? ['ask', 'end'] : ['ask', 'asks']);
    }
  });

  test('takes no wrong figure that is right somewhere else in it', () => {
    const wrongs = (text: string) => {
      const { varying: found } = read(text);
      const [only] = found?.layouts ?? [];
      if (found === null || only === undefined) throw new Error('not read');
      const made = coveringVariants(only, 100).map((variant) => plainOf(found.template, variant).scenario);
      return [...new Set(made.flatMap(({ beats }) => beats[0]?.asks[0]?.points[0]?.contradicts ?? []))].sort();
    };
    const text = CASE.replace('contradicts: [{other: 到手', 'contradicts: [{other: 货.price');
    expect(wrongs(text)).toEqual(['到手20', '到手89']);
    // Beside the cup stands what the pan costs, and the other way round: neither is wrong in its variant.
    const beside = '邻价: {when: 减了, use: {money: 2000}, else: {money: 8900}}\n    发货日:';
    expect(wrongs(text.replace('发货日:', beside))).toEqual([]);
  });

  test('shares no opening line with the next card [K3]', () => {
    const said = [...Array(12).keys()].map((card) =>
      JSON.stringify(plainOf(varying().template, at(card)).scenario.beats[0]?.says),
    );
    expect(said.filter((line, index) => line === said[index - 1])).toEqual([]);
  });

  test('names the template’s line for what is wrong in it', () => {
    const lineOf = (part: string) => CASE.split('\n').findIndex((line) => line.includes(part)) + 1;
    const found = varying();
    const late = coveringVariants(layout(), 100).find(({ mark }) => mark.drawn.时刻 === '17:40');
    if (late === undefined) throw new Error('no late variant');
    const { scenario } = authoredVariant(found, late);
    // In this variant the second of the two points of one id is the first that is there.
    expect(scenario.source.locate(['beats', 0, 'asks', 0, 'points', 1]).line).toBe(lineOf('when: not 赶上, id: day'));
  });
});

test('a point called when keeps its reaction', () => {
  const text = CASE.replace(
    '    then: {resolved:',
    '    reacts: {wrong: {net: 贵了, when: 那天不行}}\n    then: {resolved:',
  );
  expect(read(text).scenario.value?.beats[0]?.reacts).toEqual({ wrong: { net: '贵了', when: '那天不行' } });
});

test('a fact called when keeps what is said and what it rests on', () => {
  const fact = { says: '今晚用', cues: ['哪天用'] };
  const text = CASE.replace(
    'customer: {persona: plain, name: 【网名】}',
    'grounds: {when: {m-ship: 当天发}}\ncustomer: {persona: plain, name: 【网名】, knows: {when: {says: 今晚用, cues: [哪天用]}}}',
  );
  const { scenario } = read(text);
  expect(scenario.diagnostics).toEqual([]);
  expect(scenario.value?.customer.knows).toEqual({ when: fact });
  expect(scenario.value?.grounds).toEqual({ when: { 'm-ship': '当天发' } });
});

test('a variable that stands as a key only is used, one that stands nowhere isn’t [K1]', () => {
  const unused = (text: string) => {
    const found = read(text).varying;
    if (found === null) throw new Error('no variants');
    return unusedParts(found.template, found.layouts).flatMap(({ code, name }) =>
      code === 'variable-unused' ? [name] : [],
    );
  };
  const named = CASE.replace('    减了:', '    卡: {rule: ship.card}\n    减了:');
  expect(unused(named)).toEqual(['卡']);
  expect(unused(named.replace('customer:', 'grounds: {remark: {【卡】: 今天发}}\ncustomer:'))).toEqual([]);
});
