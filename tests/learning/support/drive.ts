/** One customer's drill played on from any point of its log: what a trainee does first, then a replies list as before. */

import { nextDue } from '#engine/clocks/next-due.ts';
import { arrivals, DEFAULT_PACE } from '#engine/customer/arrivals.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import type { Command } from '#engine/model/commands.ts';
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs, Provenance } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { fold } from '#engine/state/evolve.ts';
import type { Reply } from '#library/schema/testplan.ts';

const KEY = 'c1';
const APART_MS = 2000;
const LONGEST_MS = 4 * 3600_000;
const TYPED: Provenance = { how: 'typed', quickReply: null, edited: 0, similarity: 0 };

type With = Readonly<Record<string, string | number>>;
export type Deed = { at: DrillMs; text: string; made: Provenance } | { at: DrillMs; action: string; with: With };
/** `by`: the reply from which each message or operation came; -1 for what was done first. */
export type Driven = { events: DrillEvent[]; by: ReadonlyMap<string, number> };

export const typed = (at: DrillMs, text: string): Deed => ({ at, text, made: TYPED });

/** The log of a drill just opened, with one case's customer on the way. */
export const opened = (ready: Content, scenario: string): DrillEvent[] => {
  const command: Command = {
    ...{ kind: 'open', at: 0, contentHash: 'h', seed: 1, mode: 'lesson', pace: DEFAULT_PACE },
    customers: arrivals([scenario]),
  };
  const decided = decideJudged(ready, emptyDrill, command);
  if (!decided.ok) throw new Error(decided.error.code);
  return decided.value;
};

/** Goes on behind `log` to the drill's end: `first` at its times, then those of `replies` that are not in `used`. */
export const drive = (
  ready: Content,
  log: readonly DrillEvent[],
  replies: readonly Reply[],
  { used = [], first = [] }: { used?: Iterable<number>; first?: readonly Deed[] } = {},
): Driven => {
  const events = [...log];
  let drill: Drill = fold(emptyDrill, log);
  const spent = new Set(used);
  const by = new Map<string, number>();
  let deeds: { deed: Deed; of: number }[] = first.map((deed) => ({ deed, of: -1 }));
  let anchor = 0;
  let count = 0;
  const hear = (news: readonly DrillEvent[]): void => {
    for (const e of news) {
      if (e.kind === 'customer-said' && e.last && e.why.kind !== 'silence') anchor = e.at;
      if (e.kind === 'beat-entered') anchor = Math.max(anchor, e.at);
    }
  };
  hear(log);
  let answered = first.length > 0 ? anchor : -1;
  const run = (command: Command): boolean => {
    const decided = decideJudged(ready, drill, command);
    if (!decided.ok) return false;
    drill = fold(drill, decided.value);
    events.push(...decided.value);
    hear(decided.value);
    return true;
  };
  const choose = (): void => {
    const c = drill.conversations[KEY];
    if (!c || c.status === 'queued' || c.status === 'closed' || deeds.length > 0) return;
    if (c.turn?.dueAt != null || c.pending.length > 0) return;
    const news = anchor > answered;
    const index = replies.findIndex((r, i) => {
      if (spent.has(i) && !r.repeat) return false;
      if (r.to === 'any') return r.repeat ? news : !c.ending || news;
      if (r.to === 'end') return c.ending !== null && (!r.repeat || news);
      return r.to === c.beat?.id && (!r.repeat || news);
    });
    const reply = replies[index];
    if (!reply) return;
    spent.add(index);
    answered = anchor;
    const start = Math.max(drill.at, anchor + Math.round(reply.afterS * 1000));
    deeds = deedsOf(ready, reply, start).map((deed) => ({ deed, of: index }));
  };
  run({ kind: 'start', at: drill.at });
  while (!drill.ended) {
    choose();
    const next = deeds[0];
    const due = nextDue(ready, drill);
    if (next && (due === null || next.deed.at < due)) {
      deeds = deeds.slice(1);
      const id = `${KEY}-d${log.length}-${++count}`;
      by.set(id, next.of);
      run(commandOf(next.deed, id));
    } else if (due !== null && due < LONGEST_MS) {
      if (!run({ kind: 'tick', at: due })) throw new Error('a tick was refused');
    } else throw new Error('the drill does not end');
  }
  return { events, by };
};

const commandOf = (deed: Deed, id: string): Command =>
  'action' in deed
    ? { kind: 'act', at: deed.at, id, conversation: KEY, action: deed.action, with: deed.with }
    : { kind: 'send', at: deed.at, id, conversation: KEY, text: deed.text, made: deed.made, anatomy: null };

/** What a reply comes to: its clicks, then its messages, two seconds apart. */
const deedsOf = (ready: Content, reply: Reply, start: DrillMs): Deed[] => {
  const phrases = ready.data.shops.flatMap((shop) => shop.quickReplies);
  const acts = reply.do.map((d, i): Deed => ({ at: start + i * APART_MS, action: d.action, with: d.with }));
  const said = reply.say.map((part, i): Deed => {
    const at = start + (acts.length + i) * APART_MS;
    if ('text' in part) return typed(at, part.text);
    const phrase = phrases.find((q) => q.id === part.quickReply);
    if (!phrase) throw new Error(`no quick reply ${part.quickReply}`);
    return { at, text: phrase.text, made: { how: 'quick-reply', quickReply: phrase.id, edited: 0, similarity: 1 } };
  });
  return [...acts, ...said];
};
