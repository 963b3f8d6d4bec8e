/** Nobody owes a goodbye to a customer who has just gone to take the picture they were asked for (RULES T151). */
import { describe, expect, it } from 'vitest';
import type { Beat, Scenario } from '#engine/model/content.ts';
import { contentFor } from '#library/load.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { asked, codes } from '#tests/scoring/support/reading.ts';
import { library } from '#tests/support/library.ts';

const CARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const CONTENT = ['paid', 'kept', 'returned', 'exchanged'];

/** The beats after which a story is over, and well. */
const lastBeats = ({ beats, endings }: Scenario): Beat[] =>
  beats.filter(({ then }) => endings.some(({ id, outcome }) => id === then.resolved && CONTENT.includes(outcome)));

const wantsPicture = (beat: Beat): boolean => beat.needs.some((need) => need.do === 'request-photo');

/** A trainee who answers as the case's model does, with every operation it wants, and says nothing afterwards. */
const partingFrom = (id: string, card: number): { lines: string; found: string[] } | null => {
  const scenario = contentFor(library, [id], cardOfSeed(card)).data.scenarios[0];
  const beat = scenario && lastBeats(scenario).find(wantsPicture);
  if (!beat) return null;
  const deeds = beat.needs.flatMap((need) => (need.do === null ? [] : [{ action: need.do, ...need.with }]));
  const say = beat.asks.map(({ model }) => model).join('\n');
  const later = toReplies([
    { to: 'any', after: '9s', do: deeds, say },
    { to: 'any', after: '9s', say: '不急，拍好丢这儿就成' },
  ]);
  const { events, report } = playedOnce(library, [id], later, { card });
  const ended = events.findIndex(({ kind }) => kind === 'ending-reached');
  const lines = events.flatMap((event, at) =>
    event.kind === 'customer-said' && at > ended && event.bubble.kind === 'text' ? [event.bubble.text] : [],
  );
  return { lines: lines.join(' '), found: report.findings.map(({ code }) => code) };
};

describe('[T151] a customer who goes to take the picture that was asked for', () => {
  const ids = [...library.short.keys()];
  const parted = ids.flatMap((id) => CARDS.flatMap((card) => partingFrom(id, card) ?? []));

  it('is owed no goodbye, in all cases that end so', () => {
    expect(parted.length).toBeGreaterThan(30);
    expect(
      parted.filter(({ lines }) => !/[拍照]|等下发|(?:晚点|忙完)就?传/.test(lines)).map(({ lines }) => lines),
    ).toEqual([]);
    expect(parted.filter(({ found }) => found.includes('no-goodbye')).map(({ lines }) => lines)).toEqual([]);
  });

  const answered = (): Log =>
    asked()
      .replies(5, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' })
      .changes(9, 'q-size', 'answered', 1);
  const end = (log: Log, line: string): string[] =>
    codes(
      log.ends(30, 'kept', 'paid').opensWindow(30, 'goodbye', 90).says(30, line).closesWindow(90, 'goodbye', 'missed')
        .events,
    );
  const wanted = (): Log => answered().acts(20, 'request-photo');

  it.each(['好呀 我去拍', '中 等我照一张', '行 我拍给你', '行 等下发'])('has not parted with %s', (line) => {
    expect(end(wanted(), line)).not.toContain('no-goodbye');
  });

  it('is none who was asked for no picture: 拍 is to buy there', () => {
    expect(end(answered(), '行 那我拍了')).toContain('no-goodbye');
  });

  it('is none who speaks of something else, or has sent the picture', () => {
    expect(end(wanted(), '好 那就放心了')).toContain('no-goodbye');
    expect(end(wanted(), '那你们早点发货')).toContain('no-goodbye');
    expect(end(wanted().shows(25, 'rotten'), '拍给你了')).toContain('no-goodbye');
  });
});
