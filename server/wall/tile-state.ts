/** The state that the wall keeps of one drill: enough for its tile, and no more when the log grows. */

import type { FaultFamily, LiveFault } from '#contract/wall.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillMs, Status } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import type { ActionSpec } from '#engine/model/shop.ts';
import { NO_HOLD, type ShownPromises } from '#engine/reactions/shown-promise.ts';
import { isFamily } from '#scoring/marks/families.ts';

/** What belongs to one wait of a customer, and is over when it is answered or nobody waits any more. */
export type Wait = {
  /** When the first bubble came that is not answered yet; null: all are answered. */
  since: DrillMs | null;
  /** One of the waiting bubbles must be answered (RULES C5). */
  isOwed: boolean;
  /** The clock stood for longer than ten seconds meanwhile: outside the figures (RULES C4). */
  wasInterrupted: boolean;
  /** This wait is on record as late. */
  isLate: boolean;
};

export const NO_WAIT: Wait = { since: null, isOwed: false, wasInterrupted: false, isLate: false };

/** A message or card of the open turn; `ended`: the wait it ended, with whether it was the first of a visit. */
export type Sent = {
  id: string;
  at: DrillMs;
  /** Null for a card. */
  words: string | null;
  ended: (Wait & { since: DrillMs; isFirstOfVisit: boolean }) | null;
};

/** One customer on a tile. */
export type TileConversation = Wait & {
  key: string;
  scenario: string;
  status: Status;
  /** They came to the desk or to its queue: before that a rush's tile names nobody (RULES Q22). */
  hasCome: boolean;
  /** In the queue before a desk that is full. */
  isQueued: boolean;
  /** Leave was taken: they don't count at the desk any more (RULES T53). */
  farewell: boolean;
  mood: number;
  /** The customer is at the desk and their story hasn't ended: what they say wants an answer. */
  isHere: boolean;
  /** The next answer is the first of a visit. */
  isFirstOfVisit: boolean;
  /** Messages of the open turn, by id. */
  words: Readonly<Record<string, string>>;
  /** Messages and cards of the open turn, oldest first. */
  sent: readonly Sent[];
  /** The latest turns' words as `plainText` gives them, to tell repeated ones. */
  said: readonly string[];
  bareHolds: number;
  /** When somebody said they are back. */
  promises: ShownPromises;
  /** On the way to another seat. */
  isPassing: boolean;
  /** The turn judged last, until it is closed. */
  judged: { turn: number; message: string | null; text: string; mayEvade: boolean } | null;
};

/** An operation, to be named when the fault is shown. */
type NamedAction = Pick<ActionSpec, 'id' | 'title'>;

/** What a fault was seen by: the trainee's own words, or what happened instead of them. */
export type Evidence =
  | { kind: 'words'; text: string }
  | { kind: 'waiting'; seconds: number }
  | { kind: 'late'; seconds: number; text: string }
  | { kind: 'late-card'; seconds: number }
  | { kind: 'clicked'; action: NamedAction }
  | { kind: 'window-missed' }
  | { kind: 'gave-up' };

/** A fault as the wall keeps it: its evidence is put into words when a tile is sent. */
export type TileFault = Omit<LiveFault, 'quote'> & { evidence: Evidence };

export type TileState = {
  at: DrillMs;
  clock: 'opened' | 'running' | 'stopped' | 'ended';
  order: readonly string[];
  conversations: Readonly<Record<string, TileConversation>>;
  rounds: number;
  roundsMs: number;
  firsts: number;
  firstsMs: number;
  faults: number;
  families: Readonly<Partial<Record<FaultFamily, number>>>;
  redLines: number;
  left: number;
  injected: number;
  /** Null: no rush. `capacity`: conversations given to the seat now. */
  rush: { capacity: number; dial: boolean; isOver: boolean } | null;
  /** The shift is over, and the trainee writes to the next one who is left. */
  isHandingOver: boolean;
  /** Newest first. */
  latest: readonly TileFault[];
};

export const LATEST = 5;

export const emptyTile: TileState = {
  at: 0,
  clock: 'opened',
  order: [],
  conversations: {},
  rounds: 0,
  roundsMs: 0,
  firsts: 0,
  firstsMs: 0,
  faults: 0,
  families: {},
  redLines: 0,
  left: 0,
  injected: 0,
  rush: null,
  isHandingOver: false,
  latest: [],
};

export const newTileConversation = (key: string, scenario: string): TileConversation => ({
  key,
  scenario,
  status: 'queued',
  ...{ hasCome: false, isQueued: false, farewell: false },
  mood: 50,
  isHere: false,
  ...NO_WAIT,
  isFirstOfVisit: true,
  words: {},
  sent: [],
  said: [],
  bareHolds: 0,
  promises: NO_HOLD,
  isPassing: false,
  judged: null,
});

/** When whoever keeps a customer waiting is to be back, as their desk reminds of it; null: nobody is waited for. */
export const backByOf = ({ status, isPassing, promises: { held } }: TileConversation): DrillMs | null =>
  held !== null &&
  held.endedBy === null &&
  !held.isDropped &&
  !isPassing &&
  (status === 'waiting' || status === 'active')
    ? held.backBy
    : null;

/**
 * The state made anew field by field. An event is folded by a few copies made by `...`, and V8 gives the copy of such a copy
 * a hidden class of its own: without an end to that each takes several times as long (engine/state/new-conversation.ts).
 */
export const copyOfTile = (tile: TileState): TileState => ({
  at: tile.at,
  clock: tile.clock,
  order: tile.order,
  conversations: tile.conversations,
  rounds: tile.rounds,
  roundsMs: tile.roundsMs,
  firsts: tile.firsts,
  firstsMs: tile.firstsMs,
  faults: tile.faults,
  families: tile.families,
  redLines: tile.redLines,
  left: tile.left,
  injected: tile.injected,
  rush: tile.rush,
  isHandingOver: tile.isHandingOver,
  latest: tile.latest,
});

/** The same of one customer. */
export const copyOfTileConversation = (one: TileConversation): TileConversation => ({
  key: one.key,
  scenario: one.scenario,
  status: one.status,
  hasCome: one.hasCome,
  isQueued: one.isQueued,
  farewell: one.farewell,
  mood: one.mood,
  isHere: one.isHere,
  since: one.since,
  isOwed: one.isOwed,
  wasInterrupted: one.wasInterrupted,
  isLate: one.isLate,
  isFirstOfVisit: one.isFirstOfVisit,
  words: one.words,
  sent: one.sent,
  said: one.said,
  bareHolds: one.bareHolds,
  promises: one.promises,
  isPassing: one.isPassing,
  judged: one.judged,
});

/** The tables that the fold looks things up in, made once for each pinned content. */
export type TileFacts = {
  tiers: Rubric['tiers'];
  names: ReadonlyMap<string, string>;
  /** Operations by id, as content calls them. */
  actions: ReadonlyMap<string, NamedAction>;
  rules: ReadonlyMap<string, { family: FaultFamily; title: string; grave: boolean }>;
};

export const tileFacts = ({ scenarios, rubric, actions }: ContentData): TileFacts => ({
  tiers: rubric.tiers,
  actions: new Map(actions.map(({ id, title }) => [id, { id, title }])),
  names: new Map(scenarios.map(({ id, customer }) => [id, customer.name])),
  rules: new Map(
    rubric.findings.flatMap(({ code, family, title, severity }) => {
      // Praise is told in the report; a tile shows faults.
      if (!isFamily(family) || family === 'merit') return [];
      return [[code, { family, title, grave: severity === 'grave' }] as const];
    }),
  ),
});
