/** What a customer knows and nothing in the case wants (RULES T71). */
import { describe, expect, it } from 'vitest';
import type { Fact } from '#engine/model/content.ts';
import { sideFactsOf } from '#engine/prepare/side-facts.ts';
import { drive, of, type Played, say, tick, words } from '#tests/engine/support/drive.ts';
import { INSTEP, SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { burst, contentOf, fact, need } from '#tests/engine/support/tiny.ts';

const WHEN = fact({ id: 'needed', says: burst('周末要穿'), cues: ['哪天要穿', '您是急着哪天穿'] });
const SOCKS = fact({ id: 'socks', says: burst('薄袜子'), cues: ['袜子厚不厚', '穿厚袜子吗'] });
const WHERE = fact({ id: 'where', says: burst('江苏的'), cues: ['寄到哪个省', '您在哪个省'] });

const shoesKnowing = (knows: readonly Fact[], beat: Parameters<typeof sizeBeat>[0] = {}) =>
  contentOf([shoesWith({ beats: [sizeBeat(beat), shipBeat()], customer: { knows } as never })]);
const content = shoesKnowing([WHERE, SOCKS, WHEN]);
const bare = shoesKnowing([]);
const played = (knowing: typeof content, ...said: string[]): Played =>
  drive(knowing, [...said.map((text, i) => say(10_000 + i * 30_000, text)), tick(20_000 + said.length * 30_000)]);
const told = ({ log }: Played): string[] => of(log, 'fact-told').map((event) => event.fact);
const reactions = ({ log }: Played): string[] => of(log, 'turn-closed').map((event) => event.reaction);
const judged = ({ log }: Played) => of(log, 'turn-judged').map(({ judgement }) => judgement);

describe('a side fact', () => {
  it('is one without a model that no need and no question wants, whether or not a beat tells it [T71]', () => {
    const scenario = shoesWith({
      beats: [sizeBeat({ needs: [need({ ask: 'socks' })], tells: ['needed'] }), shipBeat()],
      customer: { knows: [INSTEP, SOCKS, WHEN, { ...WHERE, do: 'request-photo' }] } as never,
    });
    expect([...sideFactsOf(scenario)]).toEqual(['needed']);
  });

  it('is told before the reaction to a turn that answers and asks, and changes nothing else [T71]', () => {
    const asking = played(content, `${SAID.size}。您是急着哪天穿呀？`);
    const without = played(bare, `${SAID.size}。您是急着哪天穿呀？`);
    const said = words(asking.log);
    expect(said[said.indexOf('周末要穿') + 1]).toBe('resolved 1');
    expect(said.filter((line) => line !== '周末要穿')).toEqual(words(without.log));
    expect(reactions(asking)).toEqual(reactions(without));
  });

  it('answers a question in place of putting it off, and the turn counts as one that was put off [T71]', () => {
    const asking = played(content, '您是急着哪天穿呀？', '您平时穿厚袜子吗？', '您在哪个省呀？');
    const without = played(bare, '您是急着哪天穿呀？', '您平时穿厚袜子吗？', '您在哪个省呀？');
    expect(told(asking)).toEqual(['needed', 'socks', 'where']);
    expect(reactions(asking)).toEqual(['dont-know', 'dont-know', 'evaded']);
    expect(reactions(asking)).toEqual(reactions(without));
    expect(words(asking.log).some((line) => line.startsWith('dont-know') || line.startsWith('asked-'))).toBe(false);
    expect(judged(asking).map(({ questions }) => questions)).toEqual(judged(without).map(({ questions }) => questions));
    expect(judged(asking).flatMap(({ asked }) => asked)).toEqual([]);
  });

  it('is told with one other at most, in the order asked [T71]', () => {
    const asking = played(content, '您是急着哪天穿呀？袜子厚不厚？您在哪个省？');
    expect(told(asking)).toEqual(['needed', 'socks']);
    expect(told(played(content, '您在哪个省？您是急着哪天穿呀？'))).toEqual(['where', 'needed']);
  });

  it('gives way to wanted facts, which are all told [T71]', () => {
    const wanted = shoesKnowing(
      [INSTEP, { ...SOCKS, model: '袜子厚不厚？' }, { ...WHERE, model: '寄到哪个省？' }, WHEN],
      {
        needs: [need({ ask: 'instep' }), need({ ask: 'socks' }), need({ ask: 'where' })],
      },
    );
    const asking = played(wanted, '您是急着哪天穿呀？您脚背高不高？袜子厚不厚？寄到哪个省？');
    expect(told(asking)).toEqual(['instep', 'socks', 'where']);
  });

  it('is not drawn by what asks nobody, nor by a rude turn [T71]', () => {
    expect(told(played(content, '哪天要穿都行，您定'))).toEqual([]);
    expect(told(played(content, '您把袜子换成薄的'))).toEqual([]);
    const wish = shoesKnowing([fact({ id: 'wish', says: burst('能换就换'), cues: ['换新还是修', '您要换还是修'] })]);
    expect(told(played(wish, '您要换新还是修？'))).toEqual(['wish']);
    expect(told(played(wish, '换新还是修您来定'))).toEqual([]);
    expect(told(played(content, '你有病吧，哪天要穿？'))).toEqual([]);
  });

  it('asked for once more is said to have been told, and costs nothing [T71]', () => {
    const asking = played(content, '您是急着哪天穿呀？', '您是急着哪天穿呀？');
    expect(told(asking)).toEqual(['needed']);
    expect(reactions(asking)).toEqual(['dont-know', 'dont-know']);
    expect(words(asking.log).at(-1)).toBe('asked-again 1');
    expect(judged(asking).flatMap(({ askedAgain }) => askedAgain)).toEqual([]);
  });

  it('is told no more once the customer’s story has been over for three turns [T71]', () => {
    const asking = played(content, SAID.size, SAID.ship, '好的，您慢用', '您是急着哪天穿呀？', '在的', '袜子厚不厚？');
    expect(told(asking)).toEqual(['needed']);
  });
});
