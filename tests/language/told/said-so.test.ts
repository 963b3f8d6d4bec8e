/** What says a point, whatever stands beside it: an hour that must be named, goods told by what wasn't done to them, a doubt that leans (RULES T219–T221). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { isEmbedded } from '#language/reading/embedded.ts';
import type { PointVerdict, PointWordings } from '#language/terms/verdicts.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { replayed } from '#scripts/fairness/replayed.ts';
import { library } from '#tests/support/library.ts';

const verdictOf = (point: PointWordings, customer: string, reply: string): PointVerdict | undefined =>
  judge({
    reply,
    customer,
    points: [compilePoint(point)],
    questions: [{ id: 'q', text: customer, pointIds: [point.id] }],
  }).points[0];

describe('[T219] a promise to be back by an hour', () => {
  const BACK: PointWordings = {
    id: 'back',
    says: '今晚20点前派没派都回您',
    also: [
      '八点前不管送没送都给您信',
      '二十点以前我来告诉您结果',
      '今晚八点前回您派没派',
      '晚上8点之前一定答复您',
      '19点前回您',
      '我去催，10分钟内回您',
    ],
    contradicts: ['今晚一定能送到', '您联系快递公司核实'],
  };
  const state = (reply: string) => verdictOf(BACK, '今晚送不送', reply)?.state;

  it.each(['今晚送不送我现在不敢跟你说死，刚查了物流，我这就催', '今晚我去催，催完回您'])(
    'is given by nobody who names none: %s',
    (reply) => expect(state(reply)).not.toBe('covered'),
  );
  it.each(['今晚20点前派没派我都来回您', '我去催，10分钟内给您回话'])('is given with one: %s', (reply) =>
    expect(state(reply)).toBe('covered'),
  );
});

describe('[T220] goods told by what wasn’t done to them', () => {
  const COLD: PointWordings = {
    id: 'where',
    says: '要冷藏',
    also: ['放冰箱冷藏', '搁冰箱里', '冰箱冷藏室放着', '得放冰箱'],
    contradicts: ['不用放冰箱', '别冷藏', '室温放着就行'],
  };
  const state = (reply: string) => verdictOf(COLD, '收到了搁哪儿好', reply)?.state;

  it('are no denial of what is said of them', () => {
    expect(state('没洗的铺开放冰箱冷藏，别摞着')).toBe('covered');
    expect(state('没洗的不用放冰箱')).toBe('wrong');
    expect(state('没有的话别冷藏')).not.toBe('covered');
  });
});

it('[T85] 怎么补我报班长了 reports, and asks nobody', () => {
  expect(isEmbedded('怎么补我报班长了')).toBe(true);
  expect(isEmbedded('怎么补')).toBe(false);
});

it('[T225] minutes are never meant for days', () => {
  const LATER: PointWordings = {
    id: 'later',
    says: '15天内坏了给您换新',
    also: ['15天里坏了换新的', '坏了15天内都换'],
    value: { kind: 'duration', is: '15天' },
    about: ['坏', '换', '用'],
  };
  const state = (reply: string) => verdictOf(LATER, '用两天坏了咋办', reply)?.state;
  expect(state('第一次用先空烧200℃10分钟，冒烟就断电停用')).not.toBe('wrong');
  expect(state('7天内坏了给您换新')).toBe('wrong');
});

it('[T221] what is not recognised and likelier wrong is asked again and not taken for right', () => {
  const replies = toReplies([
    {
      to: 'any',
      after: '30s',
      say: ['速干T 99一件', '应该能一起寄吧，你拍的时候备注下就行', '两单加一块够300了，满减也能用'],
    },
  ]);
  const { reactions } = replayed(library, 'order-change/add-one-suibu', replies, { card: 6 });
  expect(reactions[0]?.customer).toMatch(/那还能塞进昨天那箱|那塞得进一个箱不/);
});

it('[T223] a yes before words that only sound like the no is doubted', () => {
  const GONE: PointWordings = {
    id: 'can',
    says: '已经出库改不了',
    also: ['发走了改不成', '出库了，地址动不了', '货在路上改不到苏州'],
    contradicts: ['可以改的', '给您改到苏州', '能改，马上改'],
  };
  const verdict = (reply: string) => verdictOf(GONE, '我现在在苏州 能换吗', reply);
  expect(verdict('能的 出库了也没事')).toMatchObject({ state: 'not-recognised', leansWrong: true });
  expect(verdict('改不了，出库了，地址动不了')?.state).toBe('covered');
  expect(verdict('可以先拦一下，不过出库了，地址动不了')?.state).toBe('covered');
});

it('[T223] 您放心 beside a look-up is no yes to what is looked up', () => {
  const told = (...says: string[]): string[] => {
    const replies = toReplies(says.map((text) => ({ to: 'any', after: '12s', say: [text] })));
    const { events } = playedOnce(library, ['quality-claim/airfryer-smoke'], replies, { card: 1 });
    return events.flatMap((event) =>
      event.kind === 'turn-judged'
        ? event.judgement.points.flatMap(({ state, point }) => (state === 'covered' ? [point] : []))
        : [],
    );
  };
  const looks = '您放心，我在查这款炸锅第一次用有没有味，请稍等';
  expect(told('冒烟没有？', looks)).toEqual([]);
  expect(told('冒烟没有？', '您放心，第一次空烧有点味是正常的')).toEqual(['smell-ok']);
});

it('[T231] 寄不过去 denies what 能寄过去 says', () => {
  const NO: PointWordings = {
    id: 'no',
    says: '新疆不发鲜果',
    also: ['您那边寄不了', '这个发不了新疆'],
    contradicts: ['新疆能发', '可以寄到新疆'],
  };
  const stateOf = (reply: string) => verdictOf(NO, '寄乌鲁木齐 能送到吗', reply)?.state;
  expect(['您那边寄不过去', '这箱发不过去', '这个送不过来'].map(stateOf)).not.toContain('wrong');
  expect(stateOf('您那边能寄过去')).toBe('wrong');
});

it('[T234] [T239] a look-up that ends in 没有 tells nothing, nor does what is only supposed', () => {
  const STOPPED: PointWordings = {
    id: 'stopped',
    says: '已经拦住了',
    also: ['拦截成功了', '快递拦下来了'],
    contradicts: ['没拦住', '拦截失败了'],
  };
  const stateOf = (reply: string) => verdictOf(STOPPED, '不是拦了吗', reply)?.state;
  for (const reply of ['我看下拦截那边回话没有', '我查查拦住没有', '我问下快递拦住没'])
    expect(stateOf(reply), reply).not.toBe('wrong');
  expect(stateOf('我问了，没拦住')).toBe('wrong');
  // What is only supposed contradicts nothing either.
  expect(stateOf('没拦住的话可以拒收')).not.toBe('wrong');
  expect(stateOf('没拦住，可以拒收')).toBe('wrong');
});

it('[T249] what is left open, or denied to have been said, is no wrong answer', () => {
  const CHECKED: PointWordings = {
    id: 'verify',
    says: '要核对批号才能定',
    also: ['我不能凭图下结论得对批号', '要核实了才知道'],
    contradicts: ['没有过期', '不可能过期', '批号查到了，没有过期'],
  };
  const stateOf = (reply: string) => verdictOf(CHECKED, '你方意思是现在定不了 对吧', reply)?.state;
  for (const reply of [
    '我也不说没过期，等仓库查',
    '我没说没过期哈',
    '是过没过期现在都定不了',
    '算不算过期我不敢说，过没过期得等仓库回',
  ])
    expect(stateOf(reply), reply).not.toBe('wrong');
  for (const reply of ['没过期的', '这袋没有过期', '仓库说没过期']) expect(stateOf(reply), reply).toBe('wrong');
  // Where the outcome is known, leaving it open is what is wrong.
  const KNOWN: PointWordings = {
    id: 'known',
    says: '拦截成功了',
    also: ['已经拦下来了'],
    contradicts: ['拦没拦住还不知道', '拦没拦住说不准'],
  };
  expect(verdictOf(KNOWN, '拦住了吗', '拦没拦住我现在还不知道')?.state).toBe('wrong');
});

it('[T236] a number without a unit is no wrong length of time', () => {
  const HEAD: PointWordings = {
    id: 'head',
    says: '主管2小时内给您信',
    also: ['报主管批，2小时内回您', '我报给主管了，两小时内给您信'],
    value: { kind: 'duration', is: '2小时' },
    about: ['主管', '回您'],
  };
  const stateOf = (reply: string) => verdictOf(HEAD, '好像少了运动内衣', reply)?.state;
  expect(stateOf('129的件要主管点头才能补')).not.toBe('wrong');
  expect(stateOf('主管三天内给您信')).toBe('wrong');
});

it('[T238] how long the warranty runs is no wrong length of another right', () => {
  const ANEW: PointWordings = {
    id: 'anew',
    says: '签收15天内出毛病可以换新',
    also: ['15天内有质量问题给您换新', '十五天里坏了包换'],
    value: { kind: 'duration', is: '15天' },
    about: ['签收', '换', '坏'],
    contradicts: ['7天内才能换', '30天内换新'],
  };
  const stateOf = (reply: string) => verdictOf(ANEW, '以后坏了管不', reply)?.state;
  expect(stateOf('之后整机保1年，到明年11月18号')).not.toBe('wrong');
  expect(stateOf('签收30天内换新')).toBe('wrong');
});

it('[T237] the day of paying is no day by which anything goes out', () => {
  const BY: PointWordings = {
    id: 'by',
    says: '最晚明天发',
    also: ['明天这个点以前一定发', '最迟明天出库'],
    value: { kind: 'date', is: '明天' },
    about: ['最晚', '最迟', '前', '发'],
  };
  const stateOf = (reply: string) => verdictOf(BY, '拍完几时寄出来', reply)?.state;
  expect(stateOf('今晚付款48小时内发')).not.toBe('wrong');
  expect(stateOf('今晚前发')).toBe('wrong');
});
