/** A decision in the making: the events so far and the drill with them folded in. Local to one `decide`. */

import type { Beat } from '#engine/model/content.ts';
import type { Conversation, Drill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { Judged, JudgeRequest } from '#engine/model/judge-request.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import { evolve } from './evolve.ts';

export type DecisionContext = {
  readonly content: Content;
  drill: Drill;
  readonly events: DrillEvent[];
  /** The judgements made so far of turns that close in this step. */
  readonly judged: readonly Judged[];
  /**
   * The first turn that had to close and isn't judged. Once it is set this decision is dropped and made anew with the
   * judgement.
   */
  needs: JudgeRequest | null;
};

export const emit = (context: DecisionContext, event: DrillEvent): void => {
  context.events.push(event);
  context.drill = evolve(context.drill, event);
};

/** The conversation as it stands now; read it again after every `emit`. */
export const conversationIn = (context: DecisionContext, key: string): Conversation => {
  const found = context.drill.conversations[key];
  if (!found) throw new Error(`no conversation ${key}`);
  return found;
};

export const preparedCaseOf = (context: DecisionContext, key: string): PreparedCase =>
  preparedCaseIn(context.content, conversationIn(context, key).scenario);

/** The beat the customer has entered last; null before the first. */
export const currentBeat = (context: DecisionContext, key: string): Beat | null => {
  const id = conversationIn(context, key).beat?.id;
  return id === undefined ? null : (preparedCaseOf(context, key).beats.get(id) ?? null);
};

export const seedOf = (context: DecisionContext): number => context.drill.opened?.seed ?? 0;
export const paceOf = (context: DecisionContext): number => context.drill.opened?.pace ?? 20;

/** Whether a person plays the customer: the case says and does nothing by itself then (RULES J28). */
export const isRolePlay = ({ drill }: Pick<DecisionContext, 'drill'>): boolean => drill.opened?.rolePlay !== undefined;

/** Moves a mood, clamped to 0–100. Falls are multiplied by the persona's swing, rises are not (they overshoot). */
export const moveMood = (context: DecisionContext, key: string, at: DrillMs, points: number, why: string): void => {
  if (points === 0) return;
  const from = conversationIn(context, key).mood;
  const swing = points < 0 ? preparedCaseOf(context, key).persona.swing : 1;
  const to = Math.max(0, Math.min(100, Math.round(from + points * swing)));
  if (to !== from) emit(context, { kind: 'mood-moved', at, conversation: key, from, to, why });
};

export const setStatus = (context: DecisionContext, key: string, at: DrillMs, to: Conversation['status']): void => {
  const from = conversationIn(context, key).status;
  if (from !== to) emit(context, { kind: 'status-changed', at, conversation: key, from, to });
};
