/** 我这就给您登记, and then nothing: an operation undertaken and never done is a broken promise (RULES T72). */
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { givenRuling } from '#tests/scoring/support/given-ruling.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { all, asked, codes, one } from '#tests/scoring/support/reading.ts';
import { contentWith, need } from '#tests/scoring/support/shoe-shop.ts';
import { library } from '#tests/support/library.ts';

const WORDS = '我这就给您登记';
const NAMED: Record<string, string[]> = { remark: ['备注', '登记'], 'send-product': ['链接…发'] };
const base = contentWith({ duties: [] });
const shop: ContentData = {
  ...base,
  actions: base.actions.map((action) => ({ ...action, named: NAMED[action.id] ?? [] })),
};
const noNeeds: ContentData = {
  ...shop,
  scenarios: shop.scenarios.map((scenario) => ({
    ...scenario,
    beats: scenario.beats.map((beat) => ({ ...beat, needs: [] })),
  })),
};

const promised = (log: Log = asked(), { actions = ['remark'], anew = false, words = WORDS, at = 10 } = {}): Log => {
  const quote = { message: log.nextMessage, start: 0, end: words.length };
  return log.replies(at, words, {
    undertakes: [{ actions, anew, quote }],
    answers: { 'q-size': 'answered' },
    points: [{}],
  });
};
const ended = (log: Log) => log.ends(60, 'kept', 'paid').finishes(70).events;
const has = (log: Log, of = noNeeds): boolean => codes(ended(log), of).includes('false-promise');

describe('[T72] an operation undertaken', () => {
  it('and never done is one finding that quotes the promise', () => {
    expect(one(ended(promised()), 'false-promise', noNeeds)).toMatchObject({
      title: '许了没做到：说了，没有点「备注」',
      quote: WORDS,
      turn: 1,
      unsure: true,
      why: expect.stringContaining('到这一场完也没有点'),
    });
    const twice = promised(promised().says(15, '好'), { at: 20 });
    expect(codes(ended(twice), noNeeds).filter((code) => code === 'false-promise')).toHaveLength(1);
  });

  it('costs nothing once it is done, before or after, or any of what the words may mean', () => {
    expect(has(promised().acts(40, 'remark'))).toBe(false);
    expect(has(promised(asked().acts(5, 'remark')))).toBe(false);
    expect(has(promised(asked(), { actions: ['ticket', 'remark'] }).acts(40, 'remark'))).toBe(false);
    expect(has(promised(asked(), { actions: ['ticket', 'remark'] }))).toBe(true);
  });

  it('[M231] waits for the picture that its bubble asked for, as long as none comes', () => {
    const words = '拍一张发我，我这就给您登记';
    const asking = () => promised(asked().acts(9, 'request-photo'), { words });
    expect(has(asking())).toBe(false);
    expect(has(asking().shows(20, 'p1'))).toBe(true);
    expect(has(promised(asked(), { words }))).toBe(true);
    expect(has(promised(asked().acts(9, 'request-photo')))).toBe(true);
  });

  it('says why it may have been met or taken back: done before, another operation, 不用了, a later denial', () => {
    const why = (log: Log) => all(ended(log), noNeeds).find(({ code }) => code === 'false-promise')?.why;
    const plain = why(promised().says(20, '嗯').replies(25, '好的', {}));
    expect(plain).toContain('到这一场完也没有点');
    for (const log of [
      promised(asked().acts(3, 'remark').replies(4, '好的', {}).says(6, '那个呢'), { anew: true }),
      promised(asked(), { actions: ['ticket'] }).acts(40, 'send-product'),
      promised().says(20, '不用了'),
      promised().says(20, '嗯').replies(25, '这个没法登记', {}),
    ])
      expect(why(log)).not.toContain('到这一场完也没有点');
  });

  it('takes no marks while nobody has looked at it, and widens the range until somebody dismisses it', () => {
    const events = ended(promised());
    const { range, findings } = makeReport(noNeeds, events);
    const found = findings.find(({ code }) => code === 'false-promise');
    expect(found?.marks).toBe(0);
    const ruling = givenRuling({ finding: found?.key ?? '' });
    const ruled = makeReport(noNeeds, events, noNeeds.scenarios, [ruling]).range;
    expect(ruled[1] - ruled[0]).toBeLessThan(range[1] - range[0]);
  });

  it('that the case wants is charged as left undone, once, and names the promise', () => {
    const wanted: ContentData = {
      ...noNeeds,
      scenarios: noNeeds.scenarios.map((scenario) => ({ ...scenario, duties: [need({ do: 'remark' })] })),
    };
    expect(has(promised(), wanted)).toBe(false);
    expect(one(ended(promised()), 'missing-action', wanted).why).toContain(`你说过「${WORDS}」`);
    const honest = asked().replies(10, '好的', { answers: { 'q-size': 'answered' }, points: [{}] });
    expect(one(ended(honest), 'missing-action', wanted).why).not.toContain('你说过');
  });

  it('is void where the drill was cut off before there was time to click', () => {
    expect(codes(promised().finishes(20, ['c1'], 'time').events, noNeeds)).not.toContain('false-promise');
  });
});

describe('[T72] in a stranger’s play', () => {
  const plays = readRounds().flatMap((round) => round.plays);
  const play = plays.find(({ id }) => id === 'a-airfryer-smoke-good');
  const brokenIn = (replies: NonNullable<typeof play>['replies']) =>
    playedOnce(library, [play?.scenario ?? ''], toReplies(replies), { after: play?.after, card: play?.card })
      .report.findings.filter(({ code }) => code === 'false-promise')
      .map(({ quote, unsure }) => ({ quote, unsure }));

  it('我一块报 after one report is a doubt, and gone where it is reported again', () => {
    const replies = play?.replies ?? [];
    expect(brokenIn(replies)).toEqual([{ quote: '我一块报', unsure: true }]);
    const [last] = replies.slice(-1);
    const again = { action: 'escalate-3', note: '鸡的票据一并报' };
    const kept = [...replies.slice(0, -1), { ...last, do: [again] }] as typeof replies;
    expect(brokenIn(kept)).toEqual([]);
  });
});
