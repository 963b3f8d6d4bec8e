/** Words that ask the customer to wait while something is looked up (RULES T7), and words that look alike and don't. */
import { describe, expect, it, test } from 'vitest';
import { holdIn } from '#language/answers/hold.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import lines from '#tests/language/holds/holds.json' with { type: 'json' };

const isHold = (text: string): boolean => holdIn(readText(folded(text))) !== null;

test.each(lines.holds)('[T7] asks to wait: %s', (text) => {
  expect(isHold(text)).toBe(true);
});

test.each(lines.others)('[T7] asks nobody to wait: %s', (text) => {
  expect(isHold(text)).toBe(false);
});

// What stands around the words must not matter.
test.each(lines.holds)('[T7] asks to wait after a greeting and before 哈 as well: %s', (text) => {
  expect(isHold(`在的亲，${text}`)).toBe(true);
  expect(isHold(`${text.replace(/哈$/, '')}哈`)).toBe(true);
});

it('[T197] an hour in a clause before takes nothing from words that look something up, one in their own clause does', () => {
  expect(isHold('昨晚20:16付的组合，我查下付款排第几')).toBe(true);
  expect(isHold('下午四点前我查下给您回电')).toBe(false);
});

it('[T7] asks to wait whichever word for looking and for how it uses', () => {
  const looks = ['看看', '看一下', '瞅瞅', '瞅一眼', '瞧瞧', '瞧一眼', '查一下'].flatMap((look) =>
    ['怎么', '咋'].map((how) => `我${look}这回${how}发的`),
  );
  expect(looks.filter((text) => !isHold(text))).toEqual([]);
});

describe('[J133] what is looked up once somebody comes or orders asks nobody to wait, and what is looked up now does', () => {
  it.each([
    ['他本人来我马上查', '我马上查'],
    ['您老公来问我，我这就查', '您老公没来问我，我这就查'],
    ['单子的事点下客服进私聊，进来我帮你查', '来了来了，我帮你查'],
    ['到私聊我给你查', '单子在，我给你查'],
    ['要是看好了就下单，下好我帮您对一下', '看好了别急着走，我帮您对一下'],
    ['您把尺码选好后我帮您核实一下', '尺码表在这，我帮您核实一下'],
    ['拍了我给您查一下', '拍的图收到，我给您查一下'],
  ])('%s', (once, now) => {
    expect(isHold(once)).toBe(false);
    expect(isHold(now)).toBe(true);
  });
});

describe('[T259] what is looked up once the customer has told something, or under a condition, asks nobody to wait', () => {
  it.each([
    ['要是想换个码，报个身高体重，我帮您看', '身高体重您报得清楚，我帮您看'],
    ['订单号发我，我马上帮您查', '订单号您发我了，我马上帮您查'],
    ['您说下要哪个色，我查下库存', '您说的那个色，我查下库存'],
    ['您要是着急，我帮您催一下', '看您着急，我帮您催一下'],
    ['要是还想要，我帮您查下库存', '您还想要，我帮您查下库存'],
  ])('%s', (once, now) => {
    expect(isHold(once)).toBe(false);
    expect(isHold(now)).toBe(true);
    expect(isHold(`${once}，稍等两分钟`)).toBe(true);
  });
});

describe('[J243] what is done only in another case asks nobody to wait', () => {
  it.each([
    ['在我们店用过一次的，才要报班长，10分钟内回您', '这个要报班长，10分钟内回您'],
    ['超过200元才得问主管，10分钟内回您', '刚才要的我去问主管，10分钟内回您'],
  ])('%s', (other, now) => {
    expect(isHold(other)).toBe(false);
    expect(isHold(now)).toBe(true);
  });
});
