/** Facts asked for, by meaning: the blind lines, moods that ask nothing, and what is asked for again by its name. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsOf } from '#engine/prepare/prepare.ts';
import { sideFactsOf } from '#engine/prepare/side-facts.ts';
import { compileRequestDetectors, nearlyAsks } from '#language/asked/asked.ts';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { library } from '#tests/support/library.ts';

const { scenarios } = library;
const facts = new Map([...scenarios].map(([id, scenario]) => [id, compileRequestDetectors(factsOf(scenario))]));
const askedBy = (id: string, reply: string, customer = ''): string[] =>
  judge({ reply, customer, facts: facts.get(id) }).asked.map((one) => one.id);

type Line = { case: string; customer: string; reply: string; expect: string[] };

describe('a fact is asked for', () => {
  it('in other words than the example questions: four in five of the blind lines, and at most one in sixteen wrongly', () => {
    const lines = readFileSync('tests/language/lines/asked-blind.jsonl', 'utf8').trim().split('\n');
    let [found, wanted, told] = [0, 0, 0];
    for (const line of lines.map((text) => JSON.parse(text) as Line)) {
      const asked = askedBy(line.case, line.reply, line.customer);
      const expected = line.expect.filter((id) => facts.get(line.case)?.some((fact) => fact.id === id));
      found += asked.filter((id) => expected.includes(id)).length;
      told += asked.length;
      wanted += expected.length;
    }
    expect(lines.length).toBeGreaterThan(300);
    expect(found / wanted).toBeGreaterThan(0.78);
    expect(found / told).toBeGreaterThan(0.92);
  });

  it.each([
    ['payment-reminder/unpaid-forgot', '麻烦报一下身高跟体重', 'build'],
    ['payment-reminder/unpaid-forgot', '个子多高 几斤', 'build'],
    ['payment-reminder/unpaid-forgot', '身高体重报我一下就能定码', 'build'],
    ['product-advice/shoe-half-size', '您脚有多长，量过没', 'foot'],
    ['logistics-complaint/signed-not-seen', '门口保安那儿您问过没', 'guard'],
    ['order-change/swap-colour', '码还是42对吧', 'want'],
  ])('%s: %s', (id, reply, fact) => {
    expect(askedBy(id, reply)).toContain(fact);
  });

  it.each([
    ['return-dispute/allergy-no-record', '去看的话告诉大夫您在喂奶'],
    ['product-advice/shoe-half-size', '脚背高可以把鞋带松一格'],
    ['product-advice/shoe-half-size', '到手试试，勒脚告诉我'],
    ['shipping-urge/ship-by-when', '今天走不走，晚上九点前告诉您'],
  ])('%s, and not by: %s', (id, reply) => {
    expect(askedBy(id, reply)).toEqual([]);
  });

  it('quotes the clause that asks', () => {
    const reply = '😊在的。您脚长多少厘米？';
    const [asked] = judge({ reply, facts: facts.get('product-advice/shoe-half-size') }).asked;
    expect(reply.slice(asked?.start, asked?.end)).toBe('您脚长多少厘米');
  });

  it('again, when it was told before, by a question with its name', () => {
    const again = (reply: string) => judge({ reply, told: ['订单号'] }).askedAgain.map((one) => one.id);
    expect(again('订单号是多少？')).toEqual(['订单号']);
    expect(again('订单号我看到了')).toEqual([]);
  });
});

it('a shipped case writes at most three example questions for a fact, and eight for a side fact [T71]', () => {
  for (const scenario of scenarios.values())
    for (const { id, cues } of scenario.customer.knows)
      expect(cues.length, `${scenario.id} ${id}`).toBeLessThanOrEqual(sideFactsOf(scenario).has(id) ? 8 : 3);
});

it('[T137] 哪儿难受马上去医院 asks nothing: whatever it is, the customer is to go at once', () => {
  const askedOf = (reply: string): string[] => askedBy('complaint-escalation/expired-biscuit', reply);
  const told = ['哪儿难受马上去医院', '哪里不舒服赶紧去看', '您吃了一片，先别再吃，哪儿难受立刻去医院'];
  expect(told.filter((reply) => askedOf(reply).length > 0)).toEqual([]);
  expect(askedOf('您哪儿难受？')).toContain('eaten');
  expect(askedOf('吃了多少，难受吗？')).toContain('eaten');
});

describe('[M159] who asks for the same picture once more has come near asking for it', () => {
  const nearly = (reply: string): boolean => {
    const fact = { id: 'batch', says: '喷码出厂就是糊的', asks: ['月份认不出的话，侧着光再拍一张行吗？', '侧着光'] };
    return nearlyAsks(readText(folded(reply)), compileRequestDetectors([fact]), 'batch');
  };

  it.each(['喷码您方便的话换个亮处再拍一张，能认出来就更快', '糊了，麻烦重新拍一下'])('%s', (reply) =>
    expect(nearly(reply)).toBe(true),
  );
  it.each(['这张认得出，不用再拍一张了', '券到了下个月再拍', '再拍个两箱'])('not: %s', (reply) =>
    expect(nearly(reply)).toBe(false),
  );
});
