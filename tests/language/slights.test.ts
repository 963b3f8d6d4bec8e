/** What a reply does to the customer: the weights are those its lines gave, and hands that nobody learned from are heard. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import WEIGHTS from '#language/tone/slights.json' with { type: 'json' };
import { slightsIn } from '#language/tone/slights.ts';
import { readBlindSlights, slightDigest } from '#scripts/train/slights.ts';

const heardIn = (reply: string) => slightsIn(readText(normalise(reply).text));
const surelyIn = (reply: string) => heardIn(reply).filter(({ chance }) => chance >= VERDICT_THRESHOLDS.slight.told);

describe('[M79] what a reply does to the customer', () => {
  it('is heard by the weights its labelled lines gave', () => {
    expect(WEIGHTS.lines, 'npm run train -- --own-files').toBe(slightDigest());
  });

  it('is heard in a third of the lines of writers nobody learned from, by its kind, and in next to none of their proper ones', () => {
    const lines = readBlindSlights();
    const slights = lines.filter(({ expect: label }) => label !== 'fine');
    const heard = slights.filter(({ reply }) => surelyIn(reply).length > 0);
    const ofKind = heard.filter(({ reply, expect: label }) => surelyIn(reply)[0]?.kind === label);
    const accused = lines.filter(({ reply, expect: label }) => label === 'fine' && surelyIn(reply).length > 0);
    expect(heard.length / slights.length).toBeGreaterThan(0.33);
    expect(ofKind.length / heard.length).toBeGreaterThan(0.9);
    expect(accused.length / lines.length).toBeLessThan(0.01);
  });

  it.each([
    ['blames', '标题头三个字就是型号，看都不看'],
    ['hurries', '别纠结了，赶紧拍了吧'],
    ['shifts', '仓库发错的，跟我们客服没关系'],
    ['begs', '给个五星好评呗，考核要看的'],
    ['fobs', '详情页下面有对照表，您自己往下翻一翻就知道了'],
    ['lures', '您加我微信，那边慢慢聊'],
  ])('%s: %s', (kind, reply) => {
    expect(surelyIn(reply)[0]?.kind).toBe(kind);
    // Among good bubbles it is heard all the same, and nothing else is quoted.
    const among = `亲在的\n${reply}\n单子我看到了`;
    const [first] = judge({ reply: among }).slights ?? [];
    expect(first?.kind).toBe(kind);
    expect(reply).toContain(among.slice(first?.start, first?.end).slice(0, 4));
  });

  it.each([
    '不怪您，是我们页面没写清楚',
    '不急，您慢慢挑，想好了再拍',
    '快递那头我来催，八点前给您信',
    '评价您照实写就好',
    '站点电话我来打，您不用跑',
    '订单的事只能跟下单的账号说哦',
  ])('%s is none', (reply) => expect(heardIn(reply)).toEqual([]));

  it('turns with who is at fault', () => {
    expect(surelyIn('标题都写着呢，是您自己没看清楚')[0]?.kind).toBe('blames');
    expect(heardIn('标题写太小了，是我们没写清楚')).toEqual([]);
  });
});

describe('[T226] who is asked for their own data', () => {
  const leaks = (reply: string) => heardIn(reply).some(({ kind }) => kind === 'leaks');
  it.each(['把成都的收件地址、姓名电话发在这里', '表姐收的话收件人写她的名字电话就行'])(
    'is told nobody’s: %s',
    (reply) => expect(leaks(reply)).toBe(false),
  );
});

describe('[T227] what leaves the choice to the customer', () => {
  const presses = (reply: string) => heardIn(reply).some(({ kind }) => kind === 'pressures' || kind === 'hurries');
  it.each(['逐峰3有42码，我把卡片发您，满意再拍，不满意咱不将就', '合适就现在拍，越早付越早排上'])(
    'presses nobody: %s',
    (reply) => expect(presses(reply)).toBe(false),
  );
  it('presses where none is left', () => expect(presses('别纠结了，赶紧拍了吧')).toBe(true));
});

describe('[T215] advice to who is in a hurry of their own', () => {
  const hurried = (reply: string) => heardIn(reply).some(({ kind }) => kind === 'hurries');
  it.each(['要赶就现在拍，早付早进打包', '手机快没电的话现在就付更稳妥', '您着急的话赶紧拍'])(
    'hurries nobody: %s',
    (reply) => expect(hurried(reply)).toBe(false),
  );

  it('hurries where no condition leaves it to them', () => {
    expect(hurried('别纠结了，赶紧拍了吧')).toBe(true);
  });
});
