import type { WindowKind } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Dimension } from '#engine/model/rubric.ts';

/** Where in the drill a loss can be looked at. */
export type LossPlace = { conversation: string; at: DrillMs };

/** An opportunity to earn marks in one dimension (RULES M8). */
export type Opportunity = {
  /** Identifies the opportunity; a finding that explains its loss has the same key in `explainedKeys`. */
  key: string;
  dimension: Dimension;
  at: DrillMs;
  /** What it offers, in the rubric's units. */
  worth: number;
  /** What was earned of `worth`. */
  credit: number;
  /** 待核: counted in the mark by the rubric's `doubted` share, whole at both ends of the range (RULES M2). */
  unsure: boolean;
  /** Of one in doubt: what is still earned where it is ruled against; nothing where it isn't told (RULES M252). */
  creditIfLost?: number;
  /** What is in doubt, as the row that sums doubts up names it (in-doubt.ts). */
  inDoubt?: string | undefined;
  /** The turn whose words are in doubt, where they are a first answer. */
  doubtTurn?: number;
  /** A bonus that nobody owes: while it is in doubt it lowers no mark. */
  isBonus?: boolean;
  /** Part of what a conversation's end cut off (ahead.ts). */
  isAhead?: boolean;
  /** Lost in part, and put right by the trainee: the loss weighs its share alone (RULES M20). */
  isPutRight?: boolean;
  /**
   * Neither offered nor lost here: charged in another place (RULES M15), in one row with all that lay ahead (M18), or a
   * reply in time whose words are charged (M78).
   */
  chargedElsewhere?: 'dearer' | 'ahead' | 'words';
  /** Left open by who gave up waiting, and charged in place of their leaving: it weighs more (RULES M261). */
  isForLeaving?: boolean;
  /** The row's text in the table of dimensions where no finding explains the loss. Losses with the same text are one row. */
  text: string;
  /** Which of the row's losses this is, named after its text: of which customer, and what. */
  part?: { of: string; what: string };
  /** The kind of window, if the opportunity was one. */
  windowKind?: WindowKind;
  /** Keys of questions, windows and turns where the fault behind this loss would be, if there is one. */
  nearKeys?: readonly string[];
};

/** The conversation of an opportunity: the part of its key after the kind. */
export const conversationOf = (key: string): string => key.split(':')[1] ?? '';

export const roundKey = (conversation: string, round: number): string => `round:${conversation}:${round}`;
export const firstKey = (conversation: string, visit: number): string => `first:${conversation}:${visit}`;
export const turnKey = (conversation: string, turn: number): string => `turn:${conversation}:${turn}`;
/** A turn owed and never given, by the round that waited for it. */
export const owedKey = (conversation: string, round: number): string => `owed:${conversation}:${round}`;
export const pointKey = (conversation: string, question: string, point: string): string =>
  `point:${conversation}:${question}:${point}`;
/** Whether a key is a point's, as `pointKey` makes it. */
export const isOfPoint = (key: string): boolean => key.startsWith('point:');
/** A reply to a beat that was never reached. */
export const aheadKey = (conversation: string, beat: string): string => `ahead:${conversation}:${beat}`;
/** Names a question for `nearKeys` alone. */
export const questionKey = (conversation: string, question: string): string => `question:${conversation}:${question}`;
export const needKey = (conversation: string, beat: string | null, need: number): string =>
  `need:${conversation}:${beat ?? ''}:${need}`;
export const windowKey = (conversation: string, window: string): string => `window:${conversation}:${window}`;
