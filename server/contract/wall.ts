/** The teacher's live view of all seats. Times are milliseconds; waits stand still while a seat's clock does. */
import type { MoodWord } from './wire-events.ts';

export type FaultFamily = 'late' | 'quick-replies' | 'not-valuing' | 'evading' | 'wrong' | 'operation' | 'manner';

/** A fault seen as it happens. It only says where to look: the report decides whether it counts. */
export type LiveFault = {
  /** Stable within the drill. */
  id: string;
  /** Epoch milliseconds. */
  at: number;
  code: string;
  family: FaultFamily;
  grave: boolean;
  redLine: boolean;
  title: string;
  /** The trainee's words, or what was seen instead. */
  quote: string;
  conversation: string;
  /** Null when the fault is a silence. */
  message: string | null;
};

export type TileConversation = {
  key: string;
  name: string;
  status: 'queued' | 'waiting' | 'active' | 'away' | 'closed';
  /** Milliseconds the customer has waited for words, at `WallTiles.now`; null = answered. */
  waitMs: number | null;
  mood: MoodWord;
  /** On hold: milliseconds until the trainee is to be back, at `WallTiles.now`, below zero since then. Absent: not on hold. */
  backMs?: number;
};

export type WallTile = {
  seat: string;
  no: string;
  name: string;
  /** `absent`: never came. `lost`: was here, the connection is down. */
  link: 'absent' | 'online' | 'lost';
  lostMs: number | null;
  /** Another device asks for this seat; the teacher decides. */
  asking: boolean;
  drill: string | null;
  /** `running`: this seat's clock runs. */
  state: 'none' | 'opened' | 'running' | 'stopped' | 'ended';
  conversations: TileConversation[];
  /** Answered rounds, their mean and the first responses' mean; null without any. */
  rounds: number;
  meanMs: number | null;
  firstMs: number | null;
  faults: number;
  families: Partial<Record<FaultFamily, number>>;
  redLines: number;
  /** Customers who left. */
  left: number;
  /** The latest, newest first, at most 5. */
  latest: LiveFault[];
  /** Milliseconds between the drill's begin and the trainee's joining. */
  lateMs: number;
  attempt: number;
  /** Injected customers. */
  injected: number;
  /**
   * Of a rush, absent in every other drill: conversations given to the seat and whether they follow the trainee, how many
   * are open and how many wait in the queue, and whether nobody new comes any more. `conversations` are then those of
   * customers who have come.
   */
  rush?: { capacity: number; dial: boolean; open: number; queue: number; over: boolean };
  /** The shift is over, and the trainee writes to the next one who is left; absent otherwise. */
  handingOver?: true;
  /** The seat leads others and has no drill; absent otherwise. */
  leads?: true;
  /** The seat plays the customer of whom this names, and that talk isn't over; absent otherwise. */
  plays?: { name: string };
  /** The seat's answer in the stage `redo`. */
  redo: 'none' | 'open' | 'answered';
};

/** Changed seats only; the first message has all. */
export type WallTiles = { runId: string; now: number; all: boolean; tiles: WallTile[] };
