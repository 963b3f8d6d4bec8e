/** A turn that denies one of two remedies offers no choice between them (RULES T147). */
import { describe, expect, it } from 'vitest';
import { stateOf } from '#tests/language/support/state-of.ts';

const CHOOSE = {
  id: 'choose',
  says: '换新还是维修由您选',
  also: [
    '您挑换新还是维修',
    '换新或者维修都行，您定',
    '可以换新也可以修，您选一样',
    '换新的也行，修也行',
    '换和修两样您选',
  ],
  about: ['换新', '换台', '换一台', '维修', '修好', '修'],
  yes: ['您选', '您挑', '您定', '听您的', '看您', '您说了算', '都可以', '都行', '由您'],
  contradicts: ['只能维修', '只修不换', '只能换新不能修', '先修，修不好再换', '您自己拿去修'],
};
const REPAIR = {
  id: 'fix',
  says: '给您免费修',
  also: ['免费维修', '修不收您钱'],
  contradicts: ['维修要收费', '不给修'],
};

const DENIED = [
  '只能给您修，换新就换不了啦',
  '只能修，换不了新',
  '换不了新，修可以的',
  '修可以，换新不行',
  '修是可以修的，换新就换不了啦',
  '只能换不能修',
];
const BEFORE = ['', '还在2年质保里，', '您别急，我给您看了，还在保修里的，', '在保的，我们管，'];
const OFFERED = [
  '换新还是维修由您选',
  '换新也行修也行',
  '只能换新或者维修，退款退不了',
  '退款退不了，可以换新也可以修',
  '不换新也可以修，您选一样',
  '换新换不了？不会的，换新或者维修都行，您定',
];

describe('[T147] a choice between two remedies', () => {
  const denied = BEFORE.flatMap((before) => DENIED.map((words) => before + words));
  it.each(denied)('%s denies one, which is wrong and no choice', (reply) =>
    expect(stateOf(CHOOSE, reply, '坏了 保修吗')).toBe('wrong'),
  );
  it.each(OFFERED)('%s offers it', (reply) => expect(stateOf(CHOOSE, reply, '坏了 保修吗')).toBe('covered'));
  it.each(['换新换不了，修由您定时间', '修不了的话给您换新', '您要是不想修，换新也可以', '不是只能修，换新也可以'])(
    '%s denies none for sure: no more than a doubt, as before',
    (reply) => expect(stateOf(CHOOSE, reply, '坏了 保修吗')).not.toBe('covered'),
  );
  it('is no matter of a point of which one wording leaves it', () => {
    const all = { id: 'all', says: '整箱全退', also: ['45.9全给您退', '坏过一半全额退款', '全退或者补一箱您挑'] };
    expect(stateOf(all, '过半了整箱全退，补就补不了啦', '怎么赔')).toBe('covered');
  });
  it('is no matter of a point that leaves none', () =>
    expect(stateOf(REPAIR, '免费维修，换新就换不了啦', '修要钱吗')).toBe('covered'));
});
