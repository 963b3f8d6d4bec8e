/**
 * What must hold for whole drills, words to marks, over every shipped case: change one thing that can't help and the
 * score may not rise; change one that can't matter and nothing may differ.
 */
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { inTurn, isTurnOf } from '#tests/learning/support/in-turn.ts';
import { knowing, learner, slow, vague, wrong } from '#tests/learning/support/learner.ts';
import {
  addressedTo,
  CASES,
  dataOf,
  type Marks,
  marksIn,
  marksOf,
  type Played,
  play,
  repliesOf,
  scenarioOf,
} from '#tests/learning/support/play.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

/** The trainees tried in each case; their drills are good enough for a change to matter. */
const TRAINEES: readonly { who: string; replies: (id: string) => readonly Reply[] }[] = [
  { who: 'who knows it', replies: knowing },
  { who: 'of the second model', replies: (id) => repliesOf(id, 'second-model') },
  { who: 'in the middle', replies: (id) => repliesOf(id, 'middling') },
  { who: 'who is vague, then wrong', replies: (id) => learner(id, [vague(1), wrong(2), slow(35, 2)]) },
];

const played = new Map<string, Played>();
const original = (id: string, { who, replies }: (typeof TRAINEES)[number]): Played => {
  const known = played.get(`${id} ${who}`) ?? play([id], replies(id));
  played.set(`${id} ${who}`, known);
  return known;
};

/** The properties, by the place from which each goes round the trainees. */
const PROPERTIES = ['M1', 'M3', 'M4', 'M8', 'M8 twice', 'M2', 'C3'];
const PLACES = new Map(PROPERTIES.map((rule, i) => [rule, i]));
const placeOf = (rule: string): number => PLACES.get(rule) ?? 0;
/** Each property has every sixth case's turn. */
const EVERY = 6;
const traineesFor = (rule: string, id: string) => inTurn(TRAINEES, id, placeOf(rule), 1, EVERY);

type Report = Played['report'];
type Worth = (marks: Marks) => number;
const score: Worth = (marks) => marks.score;
/** The sure part of the score: an answer that nobody recognised is outside it until somebody rules (RULES M2). */
const certain: Worth = (marks) => marks.range[0];

/** Changes after which the drill is worth more, with both figures. */
const rises = (
  rule: string,
  id: string,
  change: (replies: readonly Reply[], report: Report) => readonly (readonly Reply[])[],
  worth: Worth = score,
  noise = 0,
): string[] =>
  traineesFor(rule, id).flatMap((trainee) => {
    const { report } = original(id, trainee);
    return change(trainee.replies(id), report).flatMap((changed, i) => {
      const after = worth(marksOf(id, changed));
      return after > worth(report) + noise
        ? [`the trainee ${trainee.who}, change ${i}: ${worth(report)} → ${after}`]
        : [];
    });
  });

const typed = (text: string): Reply['say'] => [{ text }];
const also = (replies: readonly Reply[], i: number, text: string): Reply[] =>
  replies.map((r, at) => (at === i ? { ...r, say: [...r.say, ...typed(text)] } : r));
const RED = ['你有病吧，爱买不买', '加我微信，我私下转给您', '投诉了就不给您处理了', '给五星好评返您10元'];
/** Replies changed one at a time in each list; every one would take too long. */
const CHANGED = 3;
const firstOf = (replies: readonly Reply[]): number[] => replies.slice(0, CHANGED).map((_, i) => i);

/** Messages that a merit quotes and no fault does. */
const earning = ({ findings, transcript }: Report): Set<string> => {
  const quoted = (merit: boolean): (string | undefined)[] =>
    findings.filter((f) => (f.severity === 'merit') === merit).map((f) => f.quoteAt?.message);
  const faults = quoted(false);
  const messages = quoted(true).filter((m) => m !== undefined && !faults.includes(m));
  return new Set(transcript.filter((t) => messages.includes(t.id)).map((t) => t.text));
};

const without = (replies: readonly Reply[], report: Report): Reply[][] => {
  const texts = [...earning(report)];
  return texts.map((text) => replies.filter((r) => !r.say.some((part) => 'text' in part && part.text === text)));
};

const dismissed = (finding: string) => ({
  id: 'r1',
  finding,
  point: null,
  verdict: 'dismissed' as const,
  score: null,
  reason: '判错了',
  by: '老师',
  at: 0,
  undone: null,
});

const essence = (report: Report) => ({
  score: report.score,
  range: report.range,
  findings: report.findings.map((f) => [f.code, f.marks, f.seconds]),
  platforms: report.platforms.map((p) => p.value),
});

const namesClockTime = (replies: readonly Reply[]): boolean =>
  replies.some(({ say }) =>
    say.some((part) => 'text' in part && valuesIn(folded(part.text)).some(({ kind }) => kind === 'clock')),
  );

/** The case's first beat that asks for two things, its answer said in one order and in the other. */
const bothOrders = (id: string): Reply[][] => {
  const beat = scenarioOf(id).beats.find((b) => b.asks.flatMap((q) => q.points).length >= 2);
  const says = beat?.asks.flatMap((q) => q.points.map((p) => p.says)).slice(0, 2) ?? [];
  const replies = knowing(id);
  const at = replies.findLastIndex((r) => r.to === beat?.id);
  return [says, says.toReversed()].map((order) =>
    replies.map((r, i) => (i === at ? { ...r, say: typed(`${order.join('。')}。`) } : r)),
  );
};

/**
 * Cases in which a few trainees still gain by such a change, because the customer goes another way through the story after
 * a different verdict: the greatest gain seen, in marks. The list only shrinks, and a case that no longer gains must leave it.
 * Two grew by 2 and 3 marks in 0.8.5, when these customers got enough lines to answer every turn, and by 8 and 7 since no
 * customer stays for thirty pasted quick replies: they leave before the one that crosses a red line. Three grew by 1 and 9
 * marks since a bonus and an unneeded question are offered only where they were told or asked (M17, M19), so that the same
 * words weigh more. Two left it in 0.8.10 and five came, since a point that was spoken of passes as a doubt (T40).
 */
const KNOWN: Readonly<Record<string, number>> = {
  // A point perhaps told stays in doubt without the turn that settles it; the gain was 4 while such a point was asked
  // for.
  'M8 product-advice/retinol-pregnant': 6,
  'M8 returning-customer/callback-after-exchange': 9,
  'M3 account-security/colleague-invoice': 58,
  'M4 account-security/colleague-invoice': 17,
  'M4 complaint-escalation/wrong-size-abuse': 22,
  // The score falls from 79 to 77; a doubt goes with the repetition, and the lower end of the range rises.
  // With a reply less or a red line more the customer passes over a point, which is then in doubt (T40), and most of a
  // doubt counts as told: two ranges reach lower than before, and a customer asks for a point that was left out.
  'M8 shipping-urge/ship-by-when': 6,
  // A trainee who told something wrong: with a red line the customer takes a shorter way through the story.
  'M3 community/group-commission': 9,
  // A wrong figure beside a red line isn't repeated as told (M68), the question comes again, and it is answered right then.
  'M3 returning-customer/third-pair': 8,
  // Slower replies meet another customer line, so that fewer questions are asked (T50, T51).
  'M1 payment-reminder/unpaid-ten-to-ten': 1,
  'M1 complaint-escalation/incident-two-days-silent': 3,
  'M1 returning-customer/third-pair': 1,
};

/** Expects the gains in marks (`rises` tells them as 「… 11 → 59」) to be none, or no more than KNOWN has. */
const expectNoRise = (
  rule: string,
  id: string,
  change: Parameters<typeof rises>[2],
  worth: Worth = score,
  noise = 0,
): void => {
  const told = rises(rule, id, change, worth, noise);
  const gains = told.map((one) => {
    const [, from = 0, to = 0] = /(\d+) → (\d+)$/.exec(one)?.map(Number) ?? [];
    return to - from;
  });
  const most = KNOWN[`${rule} ${id}`];
  if (most === undefined) expect(told).toEqual([]);
  else {
    if (sweepsAll) expect(gains.length, 'no longer gains: take it from the list').toBeGreaterThan(0);
    expect(Math.max(0, ...gains), told.join('\n')).toBeLessThanOrEqual(most);
  }
};

/** Fifty minutes towards noon, so that a story that jumps past midnight still does, as platforms count by days. */
const anotherHour = (time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const all = hours * 60 + minutes + (hours < 12 ? 50 : -50);
  return [Math.floor(all / 60), all % 60].map((part) => `${part}`.padStart(2, '0')).join(':');
};

describe.each(CASES)('%s', (id) => {
  const itFor = (rule: string) => it.runIf(isTurnOf(id, placeOf(rule), EVERY));

  itFor('M2')('is worth what its report says', () => {
    for (const trainee of traineesFor('M2', id)) {
      const { data, events, report } = original(id, trainee);
      expect([trainee.who, marksIn(data, events)]).toEqual([trainee.who, { score: report.score, range: report.range }]);
    }
  });

  itFor('M1')('[M1] is never worth more when every reply takes longer', () => {
    const stretched = (replies: readonly Reply[]): Reply[][] =>
      [1.5, 2.5, 5].map((times) => replies.map((r) => ({ ...r, afterS: r.afterS * times })));
    expectNoRise('M1', id, stretched);
  });

  itFor('M3')('[M3] is never worth more for a red line, nor above the cap', () => {
    const marred = (replies: readonly Reply[]): Reply[][] =>
      firstOf(replies).map((i) => also(replies, i, RED[i % RED.length] ?? ''));
    expectNoRise('M3', id, marred);
    const { report } = play([id], also(knowing(id), 0, RED[1] ?? ''));
    expect(report.score).toBeLessThanOrEqual(dataOf([id]).rubric.cap);
    expect(report.cappedBy).toBe('red-line:offsite');
  });

  itFor('M4')('[M4] is never worth more by pasting every quick reply', () => {
    const phrases = dataOf([id]).shops.flatMap((s) => s.quickReplies.map((q) => q.id));
    const pasted = phrases.map(
      (quickReply): Reply => ({ to: 'any', afterS: 8, do: [], say: [{ quickReply }], repeat: false }),
    );
    expectNoRise('M4', id, (replies) => [pasted, [...pasted, ...replies]]);
  });

  itFor('M8')('[M8] is never worth more without the words that earned a merit', () => {
    // Merits that stand without a doubt: the shortest case has three of them to take away.
    if (sweepsAll)
      expect(TRAINEES.flatMap((t) => without(t.replies(id), original(id, t).report)).length).toBeGreaterThan(2);
    expectNoRise('M8', id, without);
  });

  itFor('M8 twice')('[M8] is never worth more, doubts aside, for saying it twice', () => {
    const twice = (replies: readonly Reply[]): Reply[][] =>
      firstOf(replies).flatMap((i) => [
        replies.flatMap((r, at) => (at === i ? [r, { ...r, do: [] }] : [r])),
        replies.map((r, at) => (at === i ? { ...r, say: [...r.say, ...r.say] } : r)),
      ]);
    // Of longer words the tone may be read a little differently: one turn's tone is worth a mark at most.
    expectNoRise('M8 twice', id, twice, certain, 1);
  });

  it.runIf(isTurnOf(id, 1, 2))('[T3] is worth the same whichever of two facts in a message comes first', () => {
    const [one, other] = bothOrders(id).map((replies) => marksOf(id, replies).score);
    expect(other).toBe(one);
  });

  itFor('M2')('[M2] is never worth less when a fault is dismissed', () => {
    for (const trainee of traineesFor('M2', id)) {
      const { data, events, report } = original(id, trainee);
      for (const fault of report.findings.filter((f) => f.severity !== 'merit')) {
        const ruled = makeReport(data, events, data.scenarios, [dismissed(fault.key)]);
        expect(ruled.score, `${trainee.who}: ${fault.code} 「${fault.quote}」`).toBeGreaterThanOrEqual(report.score);
      }
    }
  });

  itFor('C3')('[C3] reads the same under another name and at another hour within platform hours', () => {
    const data = dataOf([id]);
    const changed: ContentData = {
      ...data,
      scenarios: data.scenarios.map((s) => ({
        ...s,
        story: { date: s.story?.date ?? '2026-11-12', time: anotherHour(s.story?.time ?? '11:20') },
        customer: { ...s.customer, name: '别的名字' },
      })),
    };
    for (const trainee of traineesFor('C3', id)) {
      // 18点前回您 is another span from another hour (T62).
      if (namesClockTime(trainee.replies(id))) continue;
      const { report } = play([id], trainee.replies(id), { data: changed });
      expect([trainee.who, essence(report)]).toEqual([trainee.who, essence(original(id, trainee).report)]);
    }
  });
});

describe('two customers on one desk', () => {
  const PAIRS = CASES.slice(1).map((id, i) => [CASES[i] ?? '', id] as const);

  it.each(PAIRS.filter(([, id]) => isTurnOf(id, 0, EVERY)))(
    '%s and %s: have the same report whichever key of the log belongs to whom',
    (...pair) => {
      const replies = pair.flatMap((id) => addressedTo(id, repliesOf(id, 'middling')));
      const { data, events, report } = play(pair, replies);
      const keys = report.conversations.map((c) => c.conversation);
      const other = new Map(keys.map((key, i) => [key, keys[keys.length - 1 - i] ?? key]));
      const renamed: DrillEvent[] = events.map((event) => {
        if (event.kind === 'drill-opened') {
          const customers = event.customers.map((c) => ({ ...c, conversation: other.get(c.conversation) ?? '' }));
          return { ...event, customers };
        }
        return 'conversation' in event ? { ...event, conversation: other.get(event.conversation) ?? '' } : event;
      });
      const inOrder = (r: Report) => r.findings.map((f) => `${f.at} ${f.code} ${f.marks} ${f.quote}`).toSorted();
      const again = makeReport(data, renamed);
      expect([again.score, again.range, inOrder(again)]).toEqual([report.score, report.range, inOrder(report)]);
    },
  );
});
