/** A trainee who says anything: model replies, halves of them, other cases' replies, vague words, holds. Seeded. */

import { nextDue } from '#engine/clocks/next-due.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import type { Command } from '#engine/model/commands.ts';
import { type Conversation, type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent, Provenance } from '#engine/model/events.ts';
import { randomAt } from '#engine/model/random.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { fold } from '#engine/state/evolve.ts';
import type { Testplan } from '#library/schema/testplan.ts';

const TYPED: Provenance = { how: 'typed', quickReply: null, edited: 0, similarity: 0 };
/** Seconds a trainee takes for a reply. */
const REPLY_MS = 7000;

export const HOLDS = ['稍等', '亲，稍等一下哦', '我查一下，您稍等', '10分钟内一定给您回复', '帮您问下同事，等我一分钟'];
export const VAGUE = ['会尽快的', '亲，具体看情况哦', '一般来说差不多吧', '您放心', '我们会处理的', '以页面为准哦'];
export const COURTESIES = ['在的亲', '好的', '嗯嗯', '抱歉让您久等了', '收到', '您在订单页点一下申请就行'];

export type Turn = {
  closed: Extract<DrillEvent, { kind: 'turn-closed' }>;
  text: string;
  /** The conversation right after it closed. */
  after: Conversation;
  /** Ms until the customer's next words; null when none came before the trainee spoke again. */
  answeredAfter: number | null;
};
export type Run = { drill: Drill; log: DrillEvent[]; turns: Turn[]; replies: number };

/** The words and deeds a testplan's model trainee has for each beat. */
export type Pools = {
  own: Map<string, string[]>;
  strange: readonly string[];
  actions: readonly { action: string; with: Record<string, string | number> }[];
};

const saidIn = (plan: Testplan, name: string): { to: string; text: string }[] =>
  (plan[name]?.replies ?? []).flatMap((r) =>
    r.say.flatMap((part) => ('text' in part ? [{ to: r.to, text: part.text }] : [])),
  );

export const poolsOf = (plan: Testplan, others: readonly Testplan[]): Pools => {
  const own = new Map<string, string[]>();
  for (const { to, text } of [...saidIn(plan, 'model'), ...saidIn(plan, 'second-model')])
    own.set(to, [...(own.get(to) ?? []), text]);
  return {
    own,
    strange: others.flatMap((one) => saidIn(one, 'model').map(({ text }) => text)),
    actions: (plan.model?.replies ?? []).flatMap((r) => r.do.map((d) => ({ action: d.action, with: { ...d.with } }))),
  };
};

const clauses = (text: string): string[] => text.split(/[，。；！？\n]/u).filter((one) => one !== '');
const half = (text: string, at: number): string => {
  const all = clauses(text);
  return all.filter((_, i) => all.length === 1 || (i + Math.floor(at * 2)) % 2 === 0).join('，');
};

export type Habit = (draw: (purpose: string) => number, c: Conversation, pools: Pools) => string;

const from = (list: readonly string[], at: number): string => list[Math.floor(at * list.length)] ?? '好的';

/** A bit of everything. */
export const anything: Habit = (draw, c, pools) => {
  const what = draw('what');
  const which = draw('which');
  const own = pools.own.get(c.beat?.id ?? 'end') ?? [];
  const all = [...pools.own.values()].flat();
  if (what < 0.3) return from(own.length > 0 ? own : all, which);
  if (what < 0.5) return half(from(own.length > 0 ? own : all, which), draw('half'));
  if (what < 0.6) return from(all, which);
  if (what < 0.7) return from(pools.strange, which);
  if (what < 0.8) return from(VAGUE, which);
  if (what < 0.9) return from(HOLDS, which);
  return from(COURTESIES, which);
};

/** Plays one customer until the drill ends or so many replies are said. */
export const playAt = (
  content: Content,
  scenario: string,
  pools: Pools,
  habit: Habit,
  { seed, most, acts = 0.3 }: { seed: number; most: number; acts?: number },
): Run => {
  const log: DrillEvent[] = [];
  const turns: Turn[] = [];
  let drill: Drill = emptyDrill;
  let replies = 0;
  const here = (): Conversation | undefined => drill.conversations.c1;
  const run = (command: Command): void => {
    const decided = decideJudged(content, drill, command);
    if (!decided.ok) return;
    for (const event of decided.value) {
      drill = fold(drill, [event]);
      log.push(event);
      const last = turns.at(-1);
      if (event.kind === 'turn-closed')
        turns.push({
          closed: event,
          text: textOf(log, event.turn),
          after: drill.conversations.c1 as Conversation,
          answeredAfter: null,
        });
      else if (last) last.after = settled(last, drill.conversations.c1, event);
      if (event.kind === 'customer-said' && last && last.answeredAfter === null)
        last.answeredAfter = event.at - last.closed.at;
    }
  };
  run({
    kind: 'open',
    at: 0,
    contentHash: 'x',
    seed,
    mode: 'lesson',
    pace: 20,
    customers: [{ scenario, arrivesAt: 0 }],
  });
  run({ kind: 'start', at: 0 });
  let free = 0;
  while (!drill.ended) {
    const c = here();
    // No reply is sent to a customer whose story is over.
    const may =
      c &&
      c.ending === null &&
      c.status !== 'queued' &&
      c.status !== 'closed' &&
      c.turn?.dueAt == null &&
      c.pending.length === 0;
    const due = nextDue(content, drill);
    if (may && free < Math.max(c.lastLineAt, c.said.at(-1)?.at ?? 0)) free = Math.max(c.lastLineAt, drill.at);
    const at = Math.max(drill.at, free + REPLY_MS);
    if (may && replies < most && (due === null || at < due)) {
      const draw = (purpose: string): number => randomAt(seed, scenario, String(replies), 0, purpose);
      const deed = pools.actions[Math.floor(draw('deed') * pools.actions.length)];
      if (deed && draw('act') < acts)
        run({ kind: 'act', at, id: `a${replies}`, conversation: 'c1', action: deed.action, with: deed.with });
      const text = habit(draw, c, pools);
      run({ kind: 'send', at, id: `m${replies}`, conversation: 'c1', text, made: TYPED, anatomy: null });
      replies += 1;
      free = at;
    } else if (due !== null && drill.at < 4 * 3600_000) run({ kind: 'tick', at: due });
    else break;
  }
  return { drill, log, turns, replies };
};

const textOf = (log: readonly DrillEvent[], turn: number): string =>
  log.findLast((e) => e.kind === 'turn-judged' && e.judgement.turn === turn)?.kind === 'turn-judged'
    ? (log.findLast((e) => e.kind === 'turn-judged') as Extract<DrillEvent, { kind: 'turn-judged' }>).judgement.text
    : '';

/** Events at the moment the turn closed belong to the state right after it. */
const settled = (last: Turn, now: Conversation | undefined, event: DrillEvent): Conversation =>
  now && event.at === last.closed.at ? now : last.after;

/** Whether nobody need answer: gone, done, or told to wait. */
export const excused = ({ after }: Turn): boolean =>
  after.ending !== null || after.status === 'away' || after.status === 'closed' || after.hold !== null;
