/**
 * What happened in a drill: past tense, private (it holds the answer key), the only truth about a drill.
 * `at` is drill time in milliseconds (RULES C1). Sequence numbers are positions in the log and stand in no event.
 * Conversation-level events carry the conversation's key (c1, c2 … in order of arrival).
 */
import type {
  ActionValues,
  Bubble,
  Bystander,
  CustomerDeed,
  OpenPlace,
  Order,
  Outcome,
  WindowKind,
} from './content.ts';
import type { LeadAnswer, OpenedLead } from './lead.ts';
import type { Handed, OpenedProject } from './project.ts';
import type { DialWhy, OpenedRush, QueueExit, ShopChange } from './rush.ts';
import type { Passed, ReturnWhy } from './transfer.ts';
import type { TurnJudgement } from './turn-judgement.ts';

export type DrillMs = number;
export type Mode = 'practice' | 'lesson' | 'exam';
export type StopWhy = 'freeze' | 'pause' | 'connection' | 'server' | 'not-started';
export type EndWhy = 'finished' | 'trainee' | 'teacher' | 'time';

/**
 * Stands for a quick reply in what a trainee greets with by a key: words of their own, kept on their device. It is a
 * phrase like the shop's, and no answer.
 */
export const OWN_GREETING = 'own-greeting';

/**
 * A reply of a person's own (我的话术) has its id behind this in a log. No content holds its words: what was sent stands in
 * the message, and how like it is to the stored ones beside it (RULES Q83).
 */
const PERSONAL_REPLY = 'mine:';
export const isPersonalReply = (quickReply: string): boolean => quickReply.startsWith(PERSONAL_REPLY);

/** How the words came to be, told by the client and checked against the library on the server. */
export type Provenance = {
  how: 'typed' | 'quick-reply' | 'pasted';
  /** The quick reply inserted or recognised. */
  quickReply: string | null;
  /** Characters changed since it was inserted. */
  edited: number;
  /** Likeness to the quick reply, 0–1. */
  similarity: number;
};

/** Client times in milliseconds since the round began; they inform the report and never a score. */
export type Anatomy = {
  seenMs: number | null;
  lookedUp: readonly { card: string; ms: number }[];
  firstKeyMs: number | null;
  typed: number;
  deleted: number;
};

export type Status = 'queued' | 'waiting' | 'active' | 'away' | 'closed';

export type QuestionState =
  | 'open'
  | 'clarifying'
  | 'partly'
  | 'vague'
  | 'evaded'
  | 'wrong'
  | 'unrecognised'
  | 'answered'
  /** Accepted after being not recognised twice: its points are 待核. */
  | 'provisional'
  /** Still open when the conversation or the beat was over. */
  | 'unanswered'
  /** The drill ended before it was due (RULES C5). */
  | 'void';

export type ReactionKind =
  | 'red-line'
  | 'hostile'
  | 'forbidden'
  | 'wrong'
  | 'believed'
  | 'cross-talk'
  | 'invited-early'
  | 'resolved'
  | 'covered'
  | 'leads'
  | 'undone'
  | 'partly'
  | 'asked-again'
  | 'rigid'
  | 'rephrase'
  | 'vague'
  | 'evaded'
  | 'cold'
  | 'hold'
  | 'dont-know'
  | 'fact'
  | 'taken'
  | 'none';

/**
 * `card`: the operation's id. `settled`: the matter was done, and the customer rates it; `early`: they waited for
 * something, or were angry; `again`: they had been asked before; `undecided`: nobody waited, and the story went on.
 */
export type ReviewInvitation = {
  card: string;
  verdict: 'settled' | 'early' | 'again' | 'undecided';
  /** What kept them, where it was early; `calm`: they were angry. */
  awaits: 'question' | 'operation' | 'calm' | null;
  /** The question they waited for. */
  question: string | null;
  /** Whether that question may have been answered. */
  unsure: boolean;
};

/** Why a customer's bubble was said. */
export type SaidWhy =
  /** `instead`: in place of the question, which was told ahead or is restated at the end. */
  | { kind: 'opening'; beat: string; instead?: true }
  | { kind: 'reaction'; reaction: ReactionKind; turn: number }
  | { kind: 'fact'; fact: string }
  | { kind: 'passed'; beat: string }
  | { kind: 'silence'; step: 1 | 2 | 3 }
  | { kind: 'hold' }
  /** Words that change nothing were heard: no reaction, and nobody waits for an answer to it. */
  | { kind: 'nod'; turn: number }
  /** A person plays the customer and wrote this; `beat`: the case's line it stands for, null: words of their own. */
  | { kind: 'played'; beat: string | null }
  | { kind: 'ending'; ending: string };

/** `opens`: questions that open when it is said (RULES T2). */
export type PlannedBubble = {
  id: string;
  at: DrillMs;
  bubble: Bubble;
  why: SaidWhy;
  /** The last bubble of its burst. */
  last: boolean;
  opens: readonly { question: string; beat: string }[];
  /** Where others read along; absent in private, and in logs older than it is. */
  place?: OpenPlace;
};

/** A bystander's line to come. It opens nothing, and nobody waits for it. */
export type PlannedBystander = Bystander & { id: string; at: DrillMs; place?: OpenPlace };

/** One turn of an earlier drill done again, or the silence before it (RULES N7). */
export type Fork = { conversation: string; turn: number; fromAt: DrillMs };

type In<K extends string, P> = { kind: K; at: DrillMs; conversation: string } & P;
type Of<K extends string, P> = { kind: K; at: DrillMs } & P;

export type DrillEvent =
  | Of<
      'drill-opened',
      {
        contentHash: string;
        seed: number;
        mode: Mode;
        /** Story minutes to one minute at the desk (RULES C2). */
        pace: number;
        /** `patienceMs`: of a rush, how long they stay in the queue; absent in all other logs. */
        customers: readonly { conversation: string; scenario: string; arrivesAt: DrillMs; patienceMs?: DrillMs }[];
        /** The drill this one was forked from (RULES N7). */
        forkedFrom: string | null;
        /** Of a fork: the turn to do again, and when it starts. */
        redo?: Fork;
        /** Of a rush; absent in all other logs. */
        rush?: OpenedRush;
        /** Of homework: drill time at which it ends (RULES H4); absent in all other logs. */
        limitMs?: DrillMs;
        /** A seat's part of a project task (RULES J38); absent in all other logs. */
        project?: OpenedProject;
        /** A person plays the customer (RULES J28); absent in all other logs. */
        rolePlay?: true;
        /** A person answers what is reported (RULES J46); absent in all other logs. */
        lead?: OpenedLead;
        /** Conversations may go to other seats of the run (RULES J110); absent in all other logs. */
        transfers?: true;
      }
    >
  /** So many customers come to a seat of a project task, those who came included: the teacher gave a role to another seat. */
  | Of<'customers-expected', { count: number }>
  /** Whoever plays the customer has read the card: the drill may start. */
  | Of<'player-ready', object>
  | Of<'clock-stopped', { why: StopWhy }>
  | Of<'clock-started', { why: StopWhy; stoppedMs: number }>
  | Of<'drill-ended', { why: EndWhy }>
  /**
   * 突发: a customer nobody planned for. Queued until `arrivesAt`. `handed`: handed over by another seat; `passed`: in mid-story,
   * so that it may be declined until then.
   */
  | In<'customer-added', { scenario: string; arrivesAt: DrillMs; handed?: Handed; passed?: Passed }>
  /** Offered to the seat `to`: nothing is said or due here until it has come there or is returned. */
  | In<'pass-offered', { id: string; to: string; note: string }>
  /** Whoever offered it wants it back. */
  | In<'pass-recalled', object>
  /** It stays here. `reason`: of the seat `by` that declined. */
  | In<'pass-returned', { why: ReturnWhy; reason?: string; by?: string }>
  /** Offered to this seat, which doesn't take it, or which doesn't get it any more. */
  | In<'pass-declined', { why: ReturnWhy; reason?: string }>
  /** The rush's minutes are over: nobody new comes, and whoever was in the queue has left it. */
  | Of<'rush-over', object>
  /** The desk is given more or fewer conversations from now on. */
  | Of<'dial-turned', { from: number; to: number; why: DialWhy }>
  /** The shift is over while customers are still there: no more is said, and they are handed over until then. */
  | Of<'shift-over', { until: DrillMs }>
  /** An offer of the shop has begun or is over, or a good has run out: its desks are told `text`. */
  | Of<'shop-changed', Omit<ShopChange, 'at'>>
  /** The customer has come while the seat was full. */
  | In<'customer-queued', object>
  /** The shop's machine has told them something. It is no reply: no clock and no turn hears of it. */
  | In<'greeting-sent', { text: string }>
  | In<'queue-left', { how: QueueExit }>
  /** What the shop tells its desks about an incident. */
  | In<'notice-shown', { text: string }>
  | In<
      'customer-arrived',
      {
        returning: boolean;
        visit: number;
        queuedMs: number;
        /** 0–100. */
        mood: number;
        orders: readonly Order[];
        /** The trainee took them out of the queue themselves; absent otherwise. */
        taken?: true;
      }
    >
  | In<'beat-entered', { beat: string; occurrence: number }>
  | In<
      'beat-left',
      {
        beat: string;
        how: 'resolved' | 'failed' | 'silent' | 'taken' | 'missed' | 'passed' | 'leads' | 'believed';
        to: string;
      }
    >
  /** A burst decided just now, bubble by bubble. Hidden from every viewer until each is said. */
  | In<
      'burst-planned',
      {
        bubbles: readonly PlannedBubble[];
        used: readonly string[];
        /** Bystanders' lines; absent where none speaks, and in logs older than they are. */
        others?: readonly PlannedBystander[];
      }
    >
  | In<'quiet-begun', { untilAt: DrillMs; away: boolean }>
  /** `last`: of its burst; `place`: as planned. */
  | In<'customer-said', { id: string; bubble: Bubble; why: SaidWhy; last: boolean; place?: OpenPlace }>
  /** Somebody standing by spoke: not the customer, so no question, round or turn comes of it (RULES T11). */
  | In<'bystander-said', Bystander & { id: string; place?: OpenPlace }>
  | In<'customer-did', { deed: CustomerDeed; orders: readonly Order[] }>
  | In<'question-opened', { question: string; beat: string; bubbleId: string }>
  | In<'question-changed', { question: string; from: QuestionState; to: QuestionState; turn: number | null }>
  /** `backBy`: with 挂起, when the trainee means to be back: for the desk's reminder alone. */
  | In<'trainee-said', { id: string; text: string; made: Provenance; anatomy: Anatomy | null; backBy?: DrillMs }>
  /** 取消挂起: the desk reminds no more. What was promised stands. */
  | In<'hold-dropped', object>
  | In<
      'action-done',
      {
        id: string;
        action: string;
        with: ActionValues;
        /** A card stands in the conversation. */
        sends: boolean;
        /** Index into the scenario's forbids. */
        forbidden: number | null;
        /** A need's `after` was not met. */
        unverified: boolean;
        wrongAmount: boolean;
        /** Orders as the panel shows them afterwards. */
        orders: readonly Order[];
        /** What the desk answers (check-order shows the inside notes). */
        result: readonly string[];
      }
    >
  /**
   * 撤回. `heard`: its turn had been judged by then, and what was heard stays heard; otherwise the customer never read
   * it. `empties`: nothing else was in its turn, which is as if it hadn't begun.
   */
  | In<'message-withdrawn', { message: string; heard: boolean; empties: boolean }>
  /** The customer is reading or waits for the trainee's typing: the turn closes then (RULES T1). */
  | In<'turn-due', { turn: number; dueAt: DrillMs; latestAt: DrillMs }>
  | In<'turn-judged', { judgement: TurnJudgement }>
  | In<'turn-closed', { turn: number; reaction: ReactionKind; detail: string | null; bad: boolean }>
  | In<'fact-told', { fact: string; how: 'asked' | 'action' | 'volunteered'; turn: number | null }>
  | In<'need-met', { beat: string | null; need: number; by: 'words' | 'action' }>
  | In<'hold-begun', { turn: number; untilAt: DrillMs; timed: boolean }>
  | In<'hold-ended', { returned: boolean }>
  | In<
      'window-opened',
      { window: string; windowKind: WindowKind; beat: string | null; fromAt: DrillMs; untilAt: DrillMs }
    >
  | In<
      'window-closed',
      {
        window: string;
        windowKind: WindowKind;
        how: 'taken' | 'missed' | 'spoiled' | 'void';
        by: string | null;
        why: string | null;
      }
    >
  /** A window's act was done, in a window or not: counted to tell pestering (RULES V2). */
  | In<'window-acted', { windowKind: WindowKind }>
  /** What an invitation to rate came to once its turn was judged (RULES V5). */
  | In<'review-invited', ReviewInvitation>
  /** A step of the ladder: first nudge, second nudge, leaving. */
  | In<'nudged', { step: 1 | 2 | 3 }>
  /** The trainee is typing when a nudge is nearly due: it waits until then. Logs older than it have none. */
  | In<'nudge-put-off', { until: DrillMs }>
  /** Story time skipped by a jump or by a wait in story minutes (RULES C3). */
  | In<'story-jumped', { text: string; minutes: number }>
  | In<'mood-moved', { from: number; to: number; why: string }>
  | In<'status-changed', { from: Status; to: Status }>
  | In<
      'ending-reached',
      {
        ending: string;
        outcome: Outcome;
        /** Cents the customer pays; null where nothing is sold. */
        sale: number | null;
        /** Cents given back or added; null where there are none. */
        amount: number | null;
        /** Of the complaint, 1–3; null where nobody complained. */
        level: number | null;
        /** Stars, 1–5. */
        rating: number;
        silent: boolean;
        /** What was planned isn't said any more: who plays the customer has left. Logs older than it have none. */
        drops?: true;
      }
    >
  | In<'return-due', { beat: string; dueAt: DrillMs; afterText: string }>
  /**
   * `note`: what the trainee tells the colleague or, after `shift-over`, the next shift, where it is a transfer; of a project
   * task what the next role is told. `handedTo`: that role's name; `passedTo`: the seat of the run that has them now.
   */
  | In<
      'conversation-closed',
      { by: 'trainee' | 'transfer' | 'drill-end'; note?: string; handedTo?: string; passedTo?: string }
    >
  /** The operation `ask` reports to the lead, who has until `dueAt`. */
  | In<'lead-asked', { ask: string; action: string; dueAt: DrillMs }>
  /** `by`: the lead's seat; null: nobody answered in time. `result`: what the shop says by itself then, or where it is passed up. */
  | In<
      'lead-answered',
      {
        ask: string;
        by: string | null;
        answer: LeadAnswer | null;
        result: readonly string[];
        /** The id with which the lead's page sent it; absent: an older page, or nobody answered. */
        request?: string;
      }
    >;

export type EventKind = DrillEvent['kind'];
export type EventOf<K extends EventKind> = Extract<DrillEvent, { kind: K }>;

/** Kinds that change a conversation that is there already. */
export type ConversationKind = Exclude<
  Extract<DrillEvent, { conversation: string }>['kind'],
  'customer-added' | 'lead-asked' | 'lead-answered'
>;
/** An event of these kinds. Written so that the compiler sees an event and the handler of its kind belong together. */
export type ConversationEvent<Kinds extends ConversationKind = ConversationKind> = {
  [K in Kinds]: EventOf<K> & { kind: K };
}[Kinds];
