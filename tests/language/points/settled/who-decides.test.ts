/** Whose answer decides is told (RULES T291), and the hour at which something begins is no end of it (RULES T292). */
import { describe, expect, it } from 'vitest';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { areRivals, isSameValue } from '#language/reading/same-value.ts';
import { stateOf } from '#tests/language/support/state-of.ts';

const STOPPED = {
  id: 'depends',
  says: '不敢保证一定拦得住',
  also: [
    '不一定拦得下',
    '有可能拦不住',
    '要等快递回复',
    '拦截结果要看快递',
    '拦不拦得下来得等快递的信',
    '成不成要等快递回复',
  ],
  about: ['快递', '拦'],
  yes: ['为准', '看快递', '等快递', '快递回复', '不一定'],
  contradicts: ['肯定能拦下来', '肯定拦得住', '一定拦得住', '保证拦得住'],
};
const TILL = {
  id: 'till',
  says: '22点前付款照活动价',
  also: ['活动到22点', '22:00截止', '十点结束'],
  contradicts: ['活动到24点', '活动到20点', '20:00截止'],
};
const BEGINS = {
  id: 'now',
  says: '11月1日20点起就能付尾款',
  also: ['一号晚上八点就开始付了'],
  contradicts: ['现在不能付'],
};

describe('[T291] whose answer decides', () => {
  const DECIDED = [
    '拦没拦住以快递回复为准',
    '成不成以快递回复为准',
    '以快递回复为准',
    '拦没拦住，以快递的回复为准',
    '不敢说肯定拦得住，以快递回复为准',
  ];
  it.each(DECIDED)('is told by %s', (reply) => expect(stateOf(STOPPED, reply, '还能取消吗')).toBe('covered'));
  it.each(['肯定拦得住，以快递回复为准', '一定拦得住', '以页面为准', '您看下页面说明'])('isn’t told by %s', (reply) =>
    expect(stateOf(STOPPED, reply, '还能取消吗')).not.toBe('covered'),
  );
  it.each(['以页面为准', '以实物为准', '以详情页为准'])('%s only sends the customer off to read', (text) =>
    expect(readText(folded(text)).clauses.map(({ isQuestion }) => isQuestion)).toEqual([true]),
  );
});

describe('[T292] the hour at which something begins', () => {
  it.each(['有活动20:00起', '活动20点就开始了', '活动晚上八点开抢'])('is no wrong end: %s', (reply) =>
    expect(stateOf(TILL, reply, '活动到几点')).not.toBe('wrong'),
  );
  it.each(['活动22:00起', '活动22点开始'])('is no right one either: %s', (reply) =>
    expect(stateOf(TILL, reply, '活动到几点')).not.toBe('covered'),
  );
  it.each(['活动20:00到22:00截止', '活动20:00开始，22:00结束'])('leaves the end behind it: %s', (reply) =>
    expect(stateOf(TILL, reply, '活动到几点')).toBe('covered'),
  );
  it.each(['活动20:00停', '活动到20点', '活动22:00开始，24:00结束'])(
    'isn’t told by %s, which is a wrong end',
    (reply) => expect(stateOf(TILL, reply, '活动到几点')).toBe('wrong'),
  );
  it('is told as it is where the point speaks of it', () =>
    expect(stateOf(BEGINS, '11月1日20点开始付', '尾款现在能付吗')).toBe('covered'));
  it('is neither the same hour as an end nor one in its place', () => {
    const [from, until, plain] = ['20:00起', '到20:00', '20:00'].map((text) => readText(text).values[0]);
    const later = readText('到22:00').values[0];
    if (!from || !until || !plain || !later) throw new Error('no hour');
    expect([isSameValue(from, until), areRivals(from, later), isSameValue(from, plain)]).toEqual([false, false, true]);
    expect(areRivals(until, later)).toBe(true);
  });
});
