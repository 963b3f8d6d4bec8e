/** A headless drill in virtual time: a replies list plays the trainee (docs/writing-a-case.md §10). */
import type { RushRound } from '#drills/catalog/rush-round.ts';
import { checkProvenance } from '#drills/runner/provenance.ts';
import { nextDue } from '#engine/clocks/next-due.ts';
import { arrivals, DEFAULT_PACE } from '#engine/customer/arrivals.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import type { Command, RejectionCode } from '#engine/model/commands.ts';
import { type Conversation, type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs, Mode } from '#engine/model/events.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import { fold } from '#engine/state/evolve.ts';
import type { Reply } from '#library/schema/testplan.ts';

export type Play = {
  scenarios: readonly string[];
  replies: readonly Reply[];
  seed: number;
  mode: Mode;
  contentHash: string;
  /** A rush: its customers are those of `scenarios`. Left out: they come twenty seconds apart. */
  rush?: RushRound;
  /** Commands that come from outside (stops, an early end), in order of time. */
  befalls?: readonly Command[];
  /**
   * From which line of the customer `after` of an entry `to: any` counts: the last of any kind, which a person who
   * plays step by step has seen, or the last that says something new, as plays were recorded before 0.8.9.
   */
  after?: 'last-line' | 'last-news';
};

/** Actions, and messages of one turn, are two seconds apart. */
const APART_MS = 2000;
/** No drill of a case lasts this long: one that does is taken as endless. */
const LONGEST_MS = 4 * 3600_000;

type Deed =
  | { at: DrillMs; reply: number; kind: 'act'; action: string; with: Readonly<Record<string, string | number>> }
  | { at: DrillMs; reply: number; kind: 'say'; part: Reply['say'][number] };
type Seat = {
  used: Set<number>;
  deeds: Deed[];
  /** `anchor`: when the customer last said something new. `answered`: its value when the last entry was chosen. */
  anchor: DrillMs;
  answered: DrillMs;
  /**
   * `heard`: when the customer last said anything, a nod or an impatient line too. `seen`: its value when the last
   * entry was done.
   */
  heard: DrillMs;
  seen: DrillMs;
  count: number;
};

/** Whether an entry answers the customer's last line of any kind, as a person does who plays step by step. */
const answersLast = (reply: Reply, play: Play): boolean =>
  play.after !== 'last-news' && reply.to === 'any' && !reply.repeat;

const addressedKey = (to: string, preparedCase: PreparedCase): string | null => {
  const { id } = preparedCase.scenario;
  const name = id.split('/').at(-1) ?? id;
  for (const prefix of [`${id}/`, `${name}/`]) if (to.startsWith(prefix)) return to.slice(prefix.length);
  return to.includes('/') ? null : to;
};

/** Whether the customer has said all they have to say for now and waits for words. */
const canBeAnswered = ({ status, turn, pending }: Conversation): boolean =>
  status !== 'queued' && status !== 'closed' && turn?.dueAt == null && pending.length === 0;

/** The first entry that fits where the story stands now. */
const pickEntry = (
  replies: readonly Reply[],
  conversation: Conversation,
  preparedCase: PreparedCase,
  seat: Seat,
  play: Play,
): number => {
  const hasNews = seat.anchor > seat.answered;
  return replies.findIndex((reply, i) => {
    const key = addressedKey(reply.to, preparedCase);
    if (key === null || (seat.used.has(i) && !reply.repeat)) return false;
    if (key === 'any') {
      if (reply.repeat) return hasNews;
      // Who plays step by step says goodbye after a bare 嗯, too: it is no news, and the customer is still there.
      return !conversation.ending || hasNews || (answersLast(reply, play) && seat.heard > seat.seen);
    }
    if (key === 'end') return conversation.ending !== null && (!reply.repeat || hasNews);
    return key === conversation.beat?.id && (!reply.repeat || hasNews);
  });
};

const deedsOf = (reply: Reply, index: number, start: DrillMs): Deed[] => {
  const acts = reply.do.map(
    (deed, i): Deed => ({ at: start + i * APART_MS, reply: index, kind: 'act', action: deed.action, with: deed.with }),
  );
  const spoken = reply.say.map(
    (part, i): Deed => ({ at: start + (acts.length + i) * APART_MS, reply: index, kind: 'say', part }),
  );
  return [...acts, ...spoken];
};

const commandOf = (deed: Deed, conversation: Conversation, preparedCase: PreparedCase, id: string): Command | null => {
  const { at } = deed;
  if (deed.kind === 'act')
    return { kind: 'act', at, id, conversation: conversation.key, action: deed.action, with: deed.with };
  const { part } = deed;
  const quickReply =
    'quickReply' in part
      ? preparedCase.shop.quickReplies.find((question) => question.id === part.quickReply)
      : undefined;
  if ('quickReply' in part && !quickReply) return null;
  const typed = 'text' in part ? part.text : '';
  const text = quickReply ? quickReply.text : typed;
  const command = checkProvenance(preparedCase.shop, preparedCase.quickReplies, text, {
    how: quickReply ? 'quick-reply' : 'typed',
    quickReply: quickReply?.id ?? null,
  });
  return { kind: 'send', at, id, conversation: conversation.key, text, made: command, anatomy: null };
};

/** Whether the customer says anything more, if the trainee waits. */
const speaksAgain = (content: Content, from: Drill, key: string): boolean => {
  let drill = from;
  for (
    let dueBursts = nextDue(content, drill);
    dueBursts !== null && dueBursts < LONGEST_MS;
    dueBursts = nextDue(content, drill)
  ) {
    const decided = decideJudged(content, drill, { kind: 'tick', at: dueBursts });
    if (!decided.ok) return false;
    if (decided.value.some((e) => e.kind === 'customer-said' && e.conversation === key && e.last)) return true;
    drill = fold(drill, decided.value);
    if (drill.ended || drill.conversations[key]?.status === 'closed') return false;
  }
  return false;
};

/**
 * Plays to the end and returns the whole log. Throws when the drill doesn't end, when the shop lacks a quick reply of
 * the replies list, or when an action is refused.
 */
export const playDrill = (content: Content, play: Play): DrillEvent[] => {
  const events: DrillEvent[] = [];
  let drill: Drill = emptyDrill;
  const seats = new Map<string, Seat>();
  /** Runs a command. Returns why it was refused; null when it was done. */
  const run = (command: Command): RejectionCode | null => {
    const decided = decideJudged(content, drill, command);
    if (!decided.ok) return decided.error.code;
    drill = fold(drill, decided.value);
    events.push(...decided.value);
    for (const event of decided.value) {
      const hasNews =
        event.kind === 'customer-said' && event.last && event.why.kind !== 'silence' && !onlyAcknowledges(event);
      if (hasNews) seatOf(event.conversation).anchor = event.at;
      if (event.kind === 'customer-said' && event.last) seatOf(event.conversation).heard = event.at;
      if (event.kind === 'beat-entered')
        seatOf(event.conversation).anchor = Math.max(seatOf(event.conversation).anchor, event.at);
    }
    return null;
  };
  const seatOf = (key: string): Seat => {
    const seat = seats.get(key) ?? {
      used: new Set(),
      deeds: [],
      anchor: 0,
      answered: -1,
      heard: 0,
      seen: -1,
      count: 0,
    };
    seats.set(key, seat);
    return seat;
  };
  const chooseEntry = (key: string): void => {
    const conversation = drill.conversations[key];
    const seat = seatOf(key);
    if (!conversation || !canBeAnswered(conversation) || seat.deeds.length > 0) return;
    const index = pickEntry(play.replies, conversation, preparedCaseIn(content, conversation.scenario), seat, play);
    const reply = play.replies[index];
    if (!reply) return;
    // A person who plays step by step waits for the customer's next burst, whatever it says, and writes after it.
    const isStepwise = answersLast(reply, play);
    if (isStepwise && seat.heard <= seat.seen && speaksAgain(content, drill, key)) return;
    const from = isStepwise ? Math.max(seat.anchor, seat.heard) : seat.anchor;
    seat.used.add(index);
    seat.answered = seat.anchor;
    seat.deeds = deedsOf(reply, index, Math.max(drill.at, from + Math.round(reply.afterS * 1000)));
  };
  run({
    kind: 'open',
    at: 0,
    contentHash: play.contentHash,
    seed: play.seed,
    mode: play.mode,
    pace: DEFAULT_PACE,
    customers: play.rush?.customers ?? arrivals(play.scenarios),
    ...(play.rush && { rush: play.rush.opened }),
  });
  run({ kind: 'start', at: 0 });
  const befalls = [...(play.befalls ?? [])];
  while (!drill.ended) {
    for (const key of drill.order) chooseEntry(key);
    const ownEvents = drill.order
      .map((key) => ({ key, deed: seatOf(key).deeds[0] }))
      .flatMap(({ key, deed }) => (deed ? [{ key, deed }] : []));
    const first = ownEvents.reduce<(typeof ownEvents)[number] | null>(
      (a, b) => (a && a.deed.at <= b.deed.at ? a : b),
      null,
    );
    const dueAt = nextDue(content, drill);
    const othersEvents = befalls[0];
    if (othersEvents && othersEvents.at <= Math.min(first?.deed.at ?? LONGEST_MS, dueAt ?? LONGEST_MS)) {
      befalls.shift();
      const refused = run(othersEvents);
      if (refused) throw new Error(`${othersEvents.kind} at ${othersEvents.at} is refused: ${refused}`);
    } else if (first && (dueAt === null || first.deed.at < dueAt)) {
      const seat = seatOf(first.key);
      seat.deeds.shift();
      const conversation = drill.conversations[first.key];
      const command =
        conversation &&
        commandOf(
          first.deed,
          conversation,
          preparedCaseIn(content, conversation.scenario),
          `${first.key}-p${++seat.count}`,
        );
      if (!command) throw new Error(`replies[${first.deed.reply}] names a quick reply that the shop doesn't have`);
      const refused = run(command);
      if (seat.deeds.length === 0) seat.seen = seat.heard;
      // A customer who is gone can be sent nothing, so that refusal is no error; another one is a slip in the replies list.
      if (refused && refused !== 'conversation-closed' && command.kind === 'act')
        throw new Error(`replies[${first.deed.reply}]: action ${command.action} is refused`);
    } else if (dueAt !== null && dueAt < LONGEST_MS) run({ kind: 'tick', at: dueAt });
    else throw new Error('the drill does not end');
  }
  return events;
};
