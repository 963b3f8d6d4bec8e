/** The state of a drill: a fold of its events (`evolve`). Immutable; nothing here that the log doesn't say. */
import type { CheckedBack } from '#language/terms/verdicts.ts';
import type { ActionValues, CustomerDeed, OpenPlace, Order, WindowKind } from './content.ts';
import type {
  DrillMs,
  EndWhy,
  Fork,
  Mode,
  PlannedBubble,
  PlannedBystander,
  Provenance,
  QuestionState,
  ReactionKind,
  Status,
  StopWhy,
} from './events.ts';
import type { LeadState } from './lead.ts';
import type { OpenedProject } from './project.ts';
import type { RushState } from './rush.ts';
import type { PassedHere, Passing } from './transfer.ts';

export type TurnMessage =
  /**
   * `place`: where the customer had spoken last, as the desk showed it; absent in private. `endedWait`: since when the
   * customer had waited for it; absent where nobody waited.
   */
  | {
      id: string;
      at: DrillMs;
      kind: 'said';
      text: string;
      made: Provenance;
      place?: OpenPlace;
      endedWait?: DrillMs;
    }
  | { id: string; at: DrillMs; kind: 'card'; action: string };
export type TurnAction = { id: string; at: DrillMs; action: string; with: ActionValues; forbidden: number | null };

/** What the trainee has said and done since the customer last reacted or let a turn pass. */
export type OpenTurn = {
  number: number;
  messages: readonly TurnMessage[];
  actions: readonly TurnAction[];
  /** Null: nothing here wants a reaction (an action that gets none, RULES T8). */
  dueAt: DrillMs | null;
  latestAt: DrillMs | null;
};

/** `perhaps`, `likely`: perhaps, or likely, told before it was asked. */
export type PointState = 'open' | 'covered' | 'wrong' | 'unsure' | 'perhaps' | 'likely';
export type LedgerEntry = {
  question: string;
  beat: string;
  state: QuestionState;
  openedAt: DrillMs;
  /** The customer has asked back once in other words (RULES T6). */
  rephrased: boolean;
};

export type OpenWindow = { id: string; kind: WindowKind; beat: string | null; fromAt: DrillMs; untilAt: DrillMs };

export type Conversation = {
  key: string;
  scenario: string;
  status: Status;
  arrivesAt: DrillMs;
  /** How long they stay in the queue of a rush; null: until a colleague takes them. */
  patienceMs: DrillMs | null;
  /** Since when they are in the queue; null: not come yet, or at the desk, or gone. */
  queuedAt: DrillMs | null;
  /** Whether the desks were told what the shop did before this customer came. */
  isNoticeShown: boolean;
  visit: number;
  /** `bad`: bad turns so far; `softs`: times undone or partly was said; `unknowns`: times the trainee asked what the customer doesn't know; `idle`: turns that changed nothing. */
  beat: {
    id: string;
    enteredAt: DrillMs;
    occurrence: number;
    bad: number;
    softs: number;
    unknowns: number;
    idle: number;
  } | null;
  /** Times each beat was entered. */
  entered: Readonly<Record<string, number>>;
  pending: readonly PlannedBubble[];
  /** Bystanders' lines to come, apart from the customer's: nothing waits for them. */
  bystanders: readonly PlannedBystander[];
  /** Bubbles planned so far; makes their ids differ. */
  planned: number;
  /** The last burst, as text bubbles, for judging what a reply answers. */
  lastBurst: readonly string[];
  /** More bubbles of the last burst are to come. */
  burstOpen: boolean;
  lastLineAt: DrillMs;
  /** Where the customer spoke last, when others read along. Bystanders don't move it (RULES T11). */
  place: OpenPlace | null;
  turn: OpenTurn | null;
  turns: number;
  /** First customer bubble not yet answered by a human (RULES T1, docs/trade.md §2). */
  waitingSince: DrillMs | null;
  ledger: Readonly<Record<string, LedgerEntry>>;
  points: Readonly<Record<string, PointState>>;
  wrongIds: readonly string[];
  told: readonly string[];
  /** When the last words that tell a fact were out; none of what an opening tells. */
  toldAt: Readonly<Record<string, DrillMs>>;
  /** Keys "beat:index" of met needs, ":index" for duties. */
  met: readonly string[];
  done: readonly { action: string; with: ActionValues; forbidden: number | null; at: DrillMs }[];
  windows: readonly OpenWindow[];
  /** Times a window of each kind was acted on, to tell pestering. */
  acted: Readonly<Partial<Record<WindowKind, number>>>;
  /** Invitations to rate that were judged by now, and when the last one was; null: none. */
  invited: { times: number; at: DrillMs } | null;
  hold: { turn: number; fromAt: DrillMs; untilAt: DrillMs; timed: boolean } | null;
  /** The trainee has put the reminder of their last words' time aside. Logs of before have none. */
  isHoldDropped: boolean;
  /** When the trainee promised in words to be back by a later hour or day; null: no such promise is open (RULES J173). */
  callBackAt: DrillMs | null;
  /** When a remark or ticket last told the next shift by when somebody is to be called (RULES J195). */
  callNotedAt: DrillMs | null;
  bareHolds: number;
  /** Holds in a row with nothing told or newly done since the first. */
  heldOn: number;
  /** Silence: the step reached (0 none) and the time from which the next is counted. */
  ladder: { step: 0 | 1 | 2 | 3; from: DrillMs; factor: number } | null;
  /** No nudge before then: the trainee is typing. */
  typingUntil: DrillMs;
  quietUntil: DrillMs | null;
  mood: number;
  orders: readonly Order[];
  deeds: readonly CustomerDeed[];
  /** Uses of each list of alternatives, by key. */
  used: Readonly<Record<string, number>>;
  /** How often each bubble of the customer's was planned, by its words: people don't say the same line again. */
  spoken: Readonly<Record<string, number>>;
  /** The point the customer has just checked back, until a turn answers. */
  checked: CheckedBack | null;
  /** Figures the trainee told where others are right, by the point they may be about. */
  figures: Readonly<Record<string, string>>;
  /** Points perhaps told that were not heard, with the one figure told of them, and the turn. */
  touched: Readonly<Record<string, { turn: number; figure?: string; other?: true }>>;
  /** The telling characters of all the trainee has told by now, each once. */
  topics: string;
  /** Points that were perhaps told, and are likelier told wrong than right. */
  leaning: readonly string[];
  /** By point perhaps told once it was asked for: the latest turn that did. */
  unsureIn: Readonly<Record<string, number>>;
  /** By point perhaps told: whether the words said that something can be done, or that it can't. */
  senses: Readonly<Record<string, 'can' | 'cannot'>>;
  /** Points told wrong before, of which the trainee has since said something that may be right. */
  mended: readonly string[];
  /** Operations told as done that weren't, by id. */
  claimed: readonly string[];
  /** Operations that the trainee has spoken of as theirs to do, by id. */
  promised: readonly string[];
  /** Of the figures that the customer's lines repeat, those told or shown by now. */
  heard: readonly string[];
  /** The trainee has told something wrong, crossed a red line, or told as done what wasn't: no line thanks them for honesty. */
  misled: boolean;
  /** The customer's last line was a nod: they wait for nothing new. */
  nodded: boolean;
  /** The trainee took leave in their last turn, and the customer has said nothing since but a nod. */
  tookLeave: boolean;
  /** A turn was surely cold, impatient or hostile. */
  curt: boolean;
  /** A turn scolded the customer, and none has apologised since: no line of theirs is warm. */
  scolded: boolean;
  quickReplies: readonly string[];
  /** The latest messages, for telling repeated words. */
  said: readonly { id: string; text: string; at: DrillMs }[];
  /** Ids of the latest messages taken back, whether heard or not. */
  withdrawn: readonly string[];
  /** `turns`: turns closed by then. */
  ending: { id: string; at: DrillMs; rating: number; silent: boolean; turns: number } | null;
  /** Drill time when its last window shut or it was closed. */
  overAt: DrillMs | null;
  /** A goodbye was said after the ending. */
  farewell: boolean;
  returnDue: { at: DrillMs; beat: string; text: string } | null;
  returned: boolean;
  /** Story minutes skipped by jumps (RULES C3). */
  storySkippedMin: number;
  lastReaction: ReactionKind | null;
  /** Offered to another seat, which hasn't got it yet; null: it isn't. */
  passing: Passing | null;
  /** It was passed here by another seat; null: it began here. */
  passed: PassedHere | null;
};

export type Drill = {
  /** Length of the log. */
  seq: number;
  /** Time of the last event. */
  at: DrillMs;
  opened: {
    contentHash: string;
    seed: number;
    mode: Mode;
    pace: number;
    forkedFrom: string | null;
    redo: Fork | null;
    /** Drill time at which it ends; absent: it has no such end. */
    limitMs?: DrillMs;
    /** Absent: no project task. `comes` is the latest count. */
    project?: OpenedProject;
    /** A person plays the customer; `isReady`: they have read the card. Absent: the case plays itself. */
    rolePlay?: { isReady: boolean };
    /** A person answers what is reported. Absent: the shop does. */
    lead?: LeadState;
    /** Conversations may go to other seats of the run. Absent: they may not. */
    transfers?: true;
  } | null;
  clock: { running: true } | { running: false; why: StopWhy };
  ended: EndWhy | null;
  rush: RushState | null;
  order: readonly string[];
  conversations: Readonly<Record<string, Conversation>>;
};

export const emptyDrill: Drill = {
  seq: 0,
  at: 0,
  opened: null,
  clock: { running: false, why: 'not-started' },
  ended: null,
  rush: null,
  order: [],
  conversations: {},
};
