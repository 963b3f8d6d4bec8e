/** A decision in the making: the events so far and the drill with them folded in. Local to one `decide`. */
import type { Conversation, Drill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { Judged, JudgeRequest } from '#engine/model/judge-request.ts';
import type { Cast, Content } from '#engine/prepare/cast.ts';
import { castIn } from '#engine/prepare/prepare.ts';
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

export const emit = (step: DecisionContext, event: DrillEvent): void => {
  step.events.push(event);
  step.drill = evolve(step.drill, event);
};

/** The conversation as it stands now; read it again after every `emit`. */
export const conversationIn = (step: DecisionContext, key: string): Conversation => {
  const found = step.drill.conversations[key];
  if (!found) throw new Error(`no conversation ${key}`);
  return found;
};

export const castOf = (step: DecisionContext, key: string): Cast =>
  castIn(step.content, conversationIn(step, key).scenario);

export const seedOf = (step: DecisionContext): number => step.drill.opened?.seed ?? 0;
export const paceOf = (step: DecisionContext): number => step.drill.opened?.pace ?? 20;

/** Moves a mood, clamped to 0–100. Falls are multiplied by the persona's swing, rises are not (they overshoot). */
export const moveMood = (step: DecisionContext, key: string, at: DrillMs, points: number, why: string): void => {
  if (points === 0) return;
  const from = conversationIn(step, key).mood;
  const swing = points < 0 ? castOf(step, key).persona.swing : 1;
  const to = Math.max(0, Math.min(100, Math.round(from + points * swing)));
  if (to !== from) emit(step, { kind: 'mood-moved', at, conversation: key, from, to, why });
};

export const setStatus = (step: DecisionContext, key: string, at: DrillMs, to: Conversation['status']): void => {
  const from = conversationIn(step, key).status;
  if (from !== to) emit(step, { kind: 'status-changed', at, conversation: key, from, to });
};
