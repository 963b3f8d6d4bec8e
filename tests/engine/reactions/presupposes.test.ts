/** Making sure the wrong way round presupposes nothing that the trainee never spoke of (RULES T96). */
import { describe, expect, it } from 'vitest';
import { presupposes } from '#engine/state/presupposes.ts';

const check = new Map([
  ['stop', '候拒收重买'],
  ['yes', ''],
]);
const heardIn = (customer: string, ...trainee: string[]) => ({
  lastBurst: [customer],
  said: trainee.map((text, at) => ({ id: `${at}`, text, at })),
});
const stopped = '亲亲已经帮您拦下来了，肯定能转到杭州的，放心交钥匙吧';

describe('a check the wrong way round', () => {
  it('[T96] presupposes what the trainee has not spoken of', () => {
    expect(presupposes(heardIn('那咋办啊', stopped), check, 'stop')).toBe(true);
    expect(presupposes(heardIn('那咋办啊', stopped, '到了您拒收就行'), check, 'stop')).toBe(false);
    expect(presupposes(heardIn('那咋办啊', stopped), check, 'yes')).toBe(false);
  });

  it('[T96] takes up nothing by the customer’s own words, nor by the trainee’s of long ago', () => {
    expect(presupposes(heardIn('能拒收吗', '拒收的事我看下'), check, 'stop')).toBe(true);
    expect(presupposes(heardIn('那咋办啊', '您拒收', '好', '好', '好', '好', '我看下'), check, 'stop')).toBe(true);
  });
});
