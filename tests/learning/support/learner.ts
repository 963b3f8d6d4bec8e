/** Simulated trainees: one who knows each case by heart, on whatever road it takes, and habits that spoil the replies. */
import type { Beat, Scenario, WindowKind } from '#engine/model/content.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { library, repliesOf, scenarioOf } from './play.ts';

const says = (to: string, text: string, more: Partial<Reply> = {}): Reply => ({
  to,
  afterS: 10,
  do: [],
  say: [{ text }],
  repeat: false,
  ...more,
});

const AT_WINDOW: Readonly<Record<WindowKind, string>> = {
  'follow-up': '您是还有哪里不放心吗？说说看，我接着给您查',
  'order-prompt': '没别的要问就可以拍下啦，拍完我帮您核对',
  'payment-reminder': '您拍的那单还没付成，是规格拿不准，还是付款卡住了？',
  'recognise-regular': '又见到您了，上次买的用着还顺吗',
  goodbye: '有不合适随时找我，祝您生活愉快',
  return: '查好了，我说给您听',
  'confirm-order': '跟您核对一遍，规格没错，收货地址不变',
  'cross-sell': '您这个用途，店里有一件配得上的，一件就够',
};

/** What the case's own author would say in a beat: the models of its questions and what it needs done. */
export const authorsReply = (id: string, beat: Beat): Reply[] => {
  // A need names only the fields it checks; the testplans fill in the rest.
  const done = Object.values(library.testplans.get(id) ?? {}).flatMap((t) => t.replies.flatMap((r) => r.do));
  const deeds = beat.needs.flatMap((n) =>
    n.do === null ? [] : [done.find((d) => d.action === n.do) ?? { action: n.do, with: n.with }],
  );
  const asked = beat.asks.flatMap((q) => (q.model ? [q.model] : []));
  const points = (beat.window?.points ?? []).flatMap((id) => beat.points.filter((p) => p.id === id));
  const told = points.flatMap((p) => (p.says === '' ? [] : [p.says]));
  const text = [...asked, ...told].join('。') || (beat.window ? AT_WINDOW[beat.window.kind] : '');
  if (text === '') return [];
  return [says(beat.id, text, { do: deeds })];
};

/** The model trainee, who also has a reply in every beat that the model's own way leaves out. */
export const knowing = (id: string): Reply[] => {
  const model = repliesOf(id, 'model').filter((r) => r.to !== 'end');
  const goodbye = repliesOf(id, 'model').filter((r) => r.to === 'end');
  const known = new Set(model.map((r) => r.to));
  const others = scenarioOf(id).beats.filter((b) => !known.has(b.id));
  return [...model, ...others.flatMap((beat) => authorsReply(id, beat)), ...goodbye];
};

/** A way to spoil replies by one family of faults (docs/trade.md §3), applied or left out as a whole. */
export type Habit = {
  name: string;
  family: string;
  on: (scenario: Scenario, replies: readonly Reply[]) => Reply[];
};

const beatOf = (scenario: Scenario, to: string): Beat | null => scenario.beats.find((b) => b.id === to) ?? null;
const asksIn = (scenario: Scenario, to: string): boolean => (beatOf(scenario, to)?.asks.length ?? 0) > 0;

type Words = (scenario: Scenario, beat: string, nth: number) => Reply['say'] | null;

/** Says something useless first, so many times, in the first beats that ask; then what should have been said. */
const before =
  (words: Words, beats: number, times: number): Habit['on'] =>
  (scenario, replies) => {
    const done = new Set<string>();
    return replies.flatMap((reply) => {
      if (done.has(reply.to) || done.size >= beats || !asksIn(scenario, reply.to)) return [reply];
      const useless = Array.from({ length: times }, (_, i) => words(scenario, reply.to, done.size * times + i));
      done.add(reply.to);
      return [...useless.flatMap((say) => (say === null ? [] : [{ ...reply, do: [], say }])), reply];
    });
  };

const VAGUE = [
  '应该可以的吧，具体看情况',
  '大概差不多，可能会有点出入吧',
  '尽快哈，一般都没什么问题的',
  '这个不好说，多半是行的',
  '可能吧，到时候再看看',
  '估计问题不大，应该还好',
  '差不多就那样，大概齐吧',
  '或许可以，我也不太确定',
];
const RUDE = ['说了多少遍了，烦不烦。', '都跟你讲过了，怎么还问。', '你急什么急，催什么催。'];

/** The case's wrong answers to a beat's musts, without those the customer believes: these lead the story elsewhere. */
const wrongWords = (scenario: Scenario, to: string): string[] => {
  const points = beatOf(scenario, to)?.asks.flatMap((q) => q.points) ?? [];
  return points
    .filter((p) => p.must)
    .flatMap((p) => [
      ...(p.wrongs ?? []).filter((w) => !p.wrongReacts[w.id]?.then).flatMap((w) => w.says),
      ...(p.contradicts ?? []),
    ]);
};

/** Every `nth` reply takes `afterS`. */
export const slow = (afterS: number, nth = 1): Habit => ({
  name: `every ${nth} reply after ${afterS} s`,
  family: 'late',
  on: (_, replies) => replies.map((r, i) => (i % nth === 0 ? { ...r, afterS: Math.max(r.afterS, afterS) } : r)),
});

export const vague = (beats: number, times = 1): Habit => ({
  name: `vague ${times} × in ${beats}`,
  family: 'evading',
  on: before((_s, _b, nth) => [{ text: VAGUE[nth % VAGUE.length] ?? '' }], beats, times),
});

export const wrong = (beats: number, times = 1): Habit => ({
  name: `wrong ${times} × in ${beats}`,
  family: 'wrong',
  on: before(
    (scenario, to, nth) => {
      const texts = wrongWords(scenario, to);
      const text = texts[nth % Math.max(1, texts.length)];
      return text === undefined ? null : [{ text }];
    },
    beats,
    times,
  ),
});

export const canned = (beats: number, quickReply: string): Habit => ({
  name: `quick reply ${quickReply} in ${beats}`,
  family: 'quick-replies',
  on: before(() => [{ quickReply }], beats, 1),
});

/** Says the right thing with rude words before it. */
export const rude = (beats: number): Habit => ({
  name: `rude in ${beats}`,
  family: 'manner',
  on: (scenario, replies) => {
    let done = 0;
    return replies.map((reply) => {
      const first = reply.say[0];
      if (done >= beats || !asksIn(scenario, reply.to) || !first || !('text' in first)) return reply;
      const text = `${RUDE[done % RUDE.length] ?? ''}${first.text}`;
      done += 1;
      return { ...reply, say: [{ text }, ...reply.say.slice(1)] };
    });
  },
});

/** Says nothing where nothing is asked: no follow-up, no order prompt, no goodbye. */
export const passesBy = (): Habit => ({
  name: 'lets windows pass',
  family: 'not-valuing',
  on: (scenario, replies) =>
    replies.filter(({ to }) => {
      const beat = beatOf(scenario, to);
      return to !== 'end' && (beat === null || beat.window === null || beat.asks.length > 0);
    }),
});

/** Leaves out operations that no beat waits for; for the others the customer would ask until they are done. */
export const forgets = (): Habit => ({
  name: 'forgets actions',
  family: 'operation',
  on: (scenario, replies) => {
    const awaited = scenario.beats.flatMap((b) => b.needs.filter((n) => !n.untilEnd).map((n) => n.do));
    return replies
      .map((reply) => ({ ...reply, do: reply.do.filter((d) => awaited.includes(d.action)) }))
      .filter((reply) => reply.say.length + reply.do.length > 0);
  },
});

/** The knowing trainee with these habits. */
export const learner = (id: string, habits: readonly Habit[]): Reply[] =>
  habits.reduce<Reply[]>((replies, habit) => habit.on(scenarioOf(id), replies), knowing(id));

/** The number of replies that only one of two lists has: the effort to get from one list to the other. */
export const effort = (from: readonly Reply[], to: readonly Reply[]): number => {
  const left = from.map((r) => JSON.stringify(r));
  let added = 0;
  for (const reply of to.map((r) => JSON.stringify(r))) {
    const at = left.indexOf(reply);
    if (at < 0) added += 1;
    else left.splice(at, 1);
  }
  return Math.max(added, left.length);
};
