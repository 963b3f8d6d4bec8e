import { describe, expect, test } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { inLanguage } from '#i18n/language.ts';
import { contentFor } from '#library/load.ts';
import { retriedTurn } from '#scoring/practice-advice/compare-attempts.ts';
import { retryPlaces } from '#scoring/practice-advice/retry-places.ts';
import { redone, type Words } from '#tests/classroom/support/redone.ts';
import { inTurn } from '#tests/learning/support/in-turn.ts';
import { goldenContent, goldenEvents, type Trainee } from '#tests/scoring/support/golden-logs.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'coupon-stack';
const content = goldenContent(CASE);
const D = 'd1';
const TURN = { conversation: 'c1', turn: 1, since: null, until: null, questions: [] };

const tried = (trainee: Trainee, turn: number, ...tries: Words[][]) => {
  const events = goldenEvents(CASE, trainee);
  const place = { ...TURN, turn };
  const logs = tries.map((words, i) => ({
    drill: `d${i + 2}`,
    endedAt: i,
    events: redone(content, events, { ...place, drill: D }, words),
  }));
  const found = retriedTurn(content, { drill: D, events, rulings: [] }, place, logs);
  if (found === null) throw new Error('no such turn');
  return found;
};
const once = (text: string): Words[] => [{ text, afterMs: 6000 }];

describe('[N7] tries of one turn', () => {
  test('tell what was said, what it hit, how the customer took it, and whether it went better', () => {
    const { original, tries } = tried(
      'poor',
      1,
      once('459加99是558，满减扣40，店铺券再扣15，到手503'),
      once('亲，现在满300减50，很划算'),
    );
    const [good, poor] = tries;
    expect(good).toMatchObject({
      drill: 'd2',
      than: 'better',
      grade: 'excellent',
      seconds: 6,
      faults: [],
      unsure: false,
    });
    expect(good?.said).toEqual(['459加99是558，满减扣40，店铺券再扣15，到手503']);
    const states = (of: typeof original | undefined) =>
      of?.questions.flatMap(({ points }) => points.map((p) => p.state));
    expect(new Set(states(good))).toEqual(new Set(['covered']));
    expect(good?.reaction).not.toBe('');
    expect(states(poor)).toContain('wrong');
    expect(poor?.faults).not.toEqual([]);
    expect(poor?.than).not.toBe('better');
    expect(original.said).toHaveLength(1);
  });

  test('name faults in the reader’s language', () => {
    const titles = () => tried('poor', 1, once('亲，现在满300减50，很划算')).tries.flatMap(({ faults }) => faults);
    const [chinese, english] = [titles(), inLanguage('en', titles)].map((all) => all.map(({ title }) => title));
    expect(chinese?.some((title) => title.includes('：'))).toBe(true);
    expect(english).toHaveLength(chinese?.length ?? 0);
    for (const title of english ?? []) expect(title.replace(/“[^”]*”/g, '')).not.toMatch(/[：\p{Script=Han}]/u);
  });

  test('without a word are never better, and have no fault of words', () => {
    const { original, tries } = tried('model', 1, []);
    expect(tries).toMatchObject([{ said: [], did: [], seconds: null, grade: 'fail', reaction: '', than: 'worse' }]);
    expect(tries[0]?.questions.map(({ question }) => question)).toEqual(
      original.questions.map(({ question }) => question),
    );
  });

  test('change nothing in the log they come from', () => {
    const events = goldenEvents(CASE, 'poor');
    const before = JSON.stringify(events);
    tried('poor', 2, once('好的'));
    expect(JSON.stringify(events)).toBe(before);
  });

  test('of a missing turn are null', () => {
    const events = goldenEvents(CASE, 'poor');
    const log = { drill: D, events, rulings: [] };
    expect(retriedTurn(content, log, { ...TURN, turn: 99 }, [])).toBeNull();
    expect(retriedTurn(content, log, { ...TURN, conversation: 'c9' }, [])).toBeNull();
  });
});

describe.each([...library.testplans.keys()])('[N7] a turn done again with the very same words, in %s,', (id) => {
  const { data, hash } = contentFor(library, [id]);
  test.each(inTurn(['model', 'poor'], id, 0))('is neither better nor worse: %s', (who) => {
    const replies = library.testplans.get(id)?.[who]?.replies ?? [];
    const events = playDrill(prepare(data), { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });
    const turns = retryPlaces(data, events, []).filter(({ since }) => since === null);
    const spoken = turns.filter(({ messages }) => messages.every((m) => said(events, m) !== null));
    expect(turns).not.toEqual([]);
    for (const place of spoken) {
      const lines = place.messages.flatMap((message) => said(events, message) ?? []);
      const from = lines[0]?.at ?? 0;
      const words = lines.map(({ text, at, made }) => ({ text, afterMs: at - from, made }));
      const again = { drill: 'd2', endedAt: 0, events: redone(data, events, { ...place, drill: D }, words) };
      const found = retriedTurn(data, { drill: D, events, rulings: [] }, place, [again]);
      const { than, drill: _, endedAt: __, seconds, ...attempt } = found?.tries[0] ?? {};
      const { seconds: ___, ...original } = found?.original ?? {};
      expect([place.turn, attempt]).toEqual([place.turn, original]);
      expect([place.turn, ['same', 'unsure'].includes(than ?? ''), seconds]).toEqual([place.turn, true, 0]);
    }
  });
});

const said = (events: readonly DrillEvent[], id: string): EventOf<'trainee-said'> | null => {
  const found = events.find((e) => e.kind === 'trainee-said' && e.id === id);
  return found?.kind === 'trainee-said' ? found : null;
};
