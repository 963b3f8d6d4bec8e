import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { toneByRules } from '#language/tone/tone-patterns.ts';

const toneOf = (reply: string): string => judge({ reply, customer: '我平时穿39，这双选多大的' }).tone;

describe('a bare question for a measure or a state is neutral', () => {
  it.each([
    '您脚长多少，脚背高不高',
    '亲，您脚长多少，脚背高不高呢',
    '您好，脚长多少厘米？脚背高不高？',
    '脚宽不宽',
    '手大不大',
    '您肚子大不大，腰围多少',
    '身高体重多少，肩宽不宽',
    '平时爱不爱出汗',
    '您腰粗不粗，腿长不长',
    '家里地板滑不滑',
    '孩子多大了，个子高不高',
    '您要不要发票，抬头是什么',
    '胸围多少，喜不喜欢紧身',
    '您头围多少，头发多不多',
    '您跑量大不大，体重多少',
    '外箱破没破，东西湿没湿',
    '鞋底磨没磨，吊牌断没断',
    '房间多大，门宽不宽',
    '脚长多少，平时穿多大码',
    '衣长多少，袖子长不长',
    '充满没充满，灯亮不亮',
    '您妈妈那台啥型号呀',
    '您妈那台啥型号',
    '别别 我瞎说的 没有确切消息',
    '您平时皮肤偏干还是偏油呀？',
    '请问您是什么肤质呀，干皮还是油皮？',
    '哈哈实诚。我就问一句：您咬之前，它是不是已经碎了？',
    '哦哦没得事 你是想要一箱还是两箱呀',
    '没别的问题就可以拍啦',
    '你可以问问他们是打什么测的 隔多远测的',
    '您妈妈平时穿多大呀，脚背高不高',
    '您妈妈的脚宽不宽呀',
    '您妈平时穿多大码',
    '一共能差多少',
  ])('%s', (reply) => {
    expect(['neutral', 'warm']).toContain(toneOf(reply));
  });

  it('脚宽不宽 is no short no and no fault, though 不宽 alone is cold', () => {
    expect(judge({ reply: '脚宽不宽' }).tone).toBe('neutral');
    expect(judge({ reply: '不宽' }).tone).toBe('cold');
  });
});

describe('a trainee who says that it isn’t theirs to decide is not impatient', () => {
  it.each(['赔多少我说了不算 主管6点前给您答复', '这个我说了不算，得班长点头'])('%s', (reply) => {
    expect(toneOf(reply)).not.toBe('impatient');
  });
  it('but 说了不退 is impatient', () => {
    expect(toneOf('都跟您说了不退')).toBe('impatient');
  });
});

describe('a rude question in the form of a plain one keeps its tone', () => {
  it.each([
    ['脸皮厚不厚', 'hostile'],
    ['你胖不胖', 'hostile'],
    ['爱买不买', 'hostile'],
    ['您识不识字', 'hostile'],
    ['您烦不烦', 'impatient'],
    ['我就问一句，您懂不懂', 'impatient'],
    ['您自己脚多大不知道', 'cold'],
    ['脚宽不宽，您自己不会量', 'hostile'],
    ['您眼睛瞎', 'hostile'],
    ['你妈怎么教你的', 'hostile'],
    ['妈的，烦死了', 'hostile'],
  ])('%s', (reply, tone) => {
    expect(toneOf(reply)).toBe(tone);
  });
});

describe('a question that may be any of the ill manners is one of them', () => {
  it.each(['您懂不懂', '您嘴硬不硬'])('%s', (reply) => {
    expect(['cold', 'impatient', 'hostile']).toContain(toneOf(reply));
  });
});

describe('a trainee’s words about what they won’t or can’t do', () => {
  it('are neutral in 不跟你瞎说', () => {
    const tone = (reply: string) => toneByRules(readText(normalise(reply).text), false).tone;
    expect(tone('我手上没准信，不跟你瞎说')).toBe('neutral');
    expect(tone('您瞎说什么')).toBe('hostile');
    expect(tone('哦私下不行 我刚瞎说的')).not.toBe('hostile');
    expect(tone('我看你是瞎')).toBe('hostile');
    expect(tone('您还在吗？')).not.toBe('cold');
  });
  it('are not rude in 我说了不算', () => {
    const tone = (reply: string) => toneByRules(readText(normalise(reply).text), false).tone;
    expect(tone('这个我说了不算，得主管批')).toBe('neutral');
    expect(tone('我说了不行')).toBe('impatient');
    expect(tone('有有有，你是187')).not.toBe('impatient');
  });
  it('are not cold in 不用找快递, which takes a burden off the customer', () => {
    const tone = (reply: string) => toneByRules(readText(normalise(reply).text), false).tone;
    for (const reply of ['找我们就行，不用找快递', '不用检测', '不用寄']) expect(tone(reply)).toBe('neutral');
    for (const reply of ['您自己找快递', '不用了', '不用的']) expect(tone(reply)).toBe('cold');
  });
});

describe('a hedge and a scolding with the same characters', () => {
  it('differ: 也不是说绝对 takes something back, 不是说了吗 scolds', () => {
    const tone = (reply: string) => toneByRules(readText(normalise(reply).text), false).tone;
    expect(tone('啊也不是说绝对哈 我也不敢保证的')).not.toBe('impatient');
    expect(tone('不是说了吗')).toBe('impatient');
  });
});

describe('a yes-or-no form with a word that nobody can tell is a statement', () => {
  const asks = (reply: string) => readText(normalise(reply).text).clauses.some((clause) => clause.isQuestion);
  it.each([
    '15号到不到我不敢跟您保证',
    '站点周日开不开门我这里不知道',
    '周六能不能到现在说不准',
    '明天到不到我说不死',
    '几点开门我不清楚',
    '今晚20点前回您拦没拦住',
  ])('%s', (reply) => expect(asks(reply)).toBe(false));
  it.each([
    '能不能到',
    '您知不知道',
    '站点几点开门',
    '周日开不开门您不清楚吗',
    '我看看，您要不要换',
    '哥您这鞋穿出去过没呀',
  ])('%s still asks', (reply) => expect(asks(reply)).toBe(true));
});

it.each(['我还在问呢，没有单子我也不能乱说', '这边我还问着呢'])(
  'a trainee’s words about their own asking are not impatient: %s',
  (reply) => {
    expect(judge({ reply, customer: '你把单子发我' }).tone).not.toBe('impatient');
  },
);

describe('a verb with its outcome and 没有 behind it asks', () => {
  const asks = (reply: string): boolean => readText(normalise(reply).text).clauses.at(-1)?.isQuestion ?? false;

  it.each([
    '管口那层铝膜揭开没有呢',
    '封条拆掉没',
    '一盒吃完没有呀',
    '杯子摔坏没有呢',
    '吊牌剪断没',
    '货收到没呢',
    '插头拔好没有呢',
  ])('%s', (reply) => expect(asks(reply)).toBe(true));

  it.each(['优惠没有呢', '这款还没有呢', '到现在都还没呢', '库存暂时没有呢', '货还没发呢'])(
    'and so doesn’t %s',
    (reply) => expect(asks(reply)).toBe(false),
  );

  it('and tells no point of a case, which would be passed over as if it were answered', () => {
    const sealed = {
      id: 'sealed',
      says: '铝膜拆了不能无理由退',
      also: ['瓶口那层膜揭了不支持退', '拆了铝膜就不属于无理由'],
    };
    const heard = (reply: string) =>
      judge({ reply, customer: '退一下', points: [compilePoint(sealed)], questions: [] }).points[0]?.state;
    expect(heard('另外管口那层铝膜揭开没有呢')).not.toBe('covered');
    expect(heard('铝膜拆了不能无理由退')).toBe('covered');
  });
});

describe('a verb of direction with 没有 behind it asks', () => {
  const asksAny = (text: string): boolean =>
    readText(normalise(text).text).clauses.some(({ isQuestion }) => isQuestion);

  it.each(['您寄出来没有', '寄出来没', '拿下来没有呀', '快递来没有', '包裹退回去没'])('%s', (text) => {
    expect(asksAny(text)).toBe(true);
  });

  it.each(['这款本来没有', '从来没有', '看起来没有', '后来没有', '您还没有寄出来', '原来没有'])(
    'but not %s',
    (text) => {
      expect(asksAny(text)).toBe(false);
    },
  );
});
