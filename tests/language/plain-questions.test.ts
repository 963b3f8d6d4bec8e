import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { asksPlainly } from '#language/tone/plain-questions.ts';
import { toneByRules } from '#language/tone/tone-signs.ts';

const toneOf = (reply: string): string => judge({ reply, customer: '我平时穿39，这双选多大的' }).tone;

describe('a bare question for a measure or a state has no manner', () => {
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
  ])('%s', (reply) => {
    expect(['neutral', 'warm']).toContain(toneOf(reply));
  });

  it('the short no of 脚宽不宽 is none, and no fault hangs on it', () => {
    expect(judge({ reply: '脚宽不宽' }).tone).toBe('neutral');
    expect(judge({ reply: '不宽' }).tone).toBe('cold');
  });
});

describe('what only looks like one keeps its tone', () => {
  it.each([
    ['脸皮厚不厚', 'hostile'],
    ['你胖不胖', 'hostile'],
    ['爱买不买', 'hostile'],
    ['您识不识字', 'hostile'],
    ['您懂不懂', 'impatient'],
    ['您烦不烦', 'impatient'],
    ['我就问一句，您懂不懂', 'impatient'],
    ['您自己脚多大不知道', 'cold'],
    ['您嘴硬不硬', 'cold'],
    ['一共能差多少', 'cold'],
    ['脚宽不宽，您自己不会量', 'hostile'],
    ['您眼睛瞎', 'hostile'],
  ])('%s', (reply, tone) => {
    expect(toneOf(reply)).toBe(tone);
  });

  it.each(['还要不要发票', '到底多大', '摸摸看干没干', '差不了多少', '脚宽不宽啊，看详情页', '您脾气大不大', ''])(
    '%s isn’t taken for one',
    (reply) => {
      expect(asksPlainly(normalise(reply).text)).toBe(false);
    },
  );
});

describe('what an agent won’t do is no ill manners', () => {
  it('不跟你瞎说 promises not to', () => {
    const tone = (reply: string) => toneByRules(readText(normalise(reply).text), false).tone;
    expect(tone('我手上没准信，不跟你瞎说')).toBe('neutral');
    expect(tone('您瞎说什么')).toBe('hostile');
  });
});

describe('both sides named, with a word that nobody can tell, state something', () => {
  const asks = (reply: string) => readText(normalise(reply).text).clauses.some((clause) => clause.question);
  it.each([
    '15号到不到我不敢跟您保证',
    '站点周日开不开门我这里不知道',
    '周六能不能到现在说不准',
    '几点开门我不清楚',
    '今晚20点前回您拦没拦住',
  ])('%s', (reply) => expect(asks(reply)).toBe(false));
  it.each(['能不能到', '您知不知道', '站点几点开门', '周日开不开门您不清楚吗', '我看看，您要不要换'])(
    '%s still asks',
    (reply) => expect(asks(reply)).toBe(true),
  );
});
