/** What people standing by say, in a live stream's public screen or a group (RULES T11). */

import type { Beat } from '#engine/model/content.ts';
import type { DrillMs, PlannedBystander } from '#engine/model/events.ts';
import { idAt, randomAt } from '#engine/model/random.ts';
import { fillLine } from '#engine/model/story-time.ts';
import { conversationIn, type DecisionContext, emit, preparedCaseOf, seedOf } from '#engine/state/decision-context.ts';
import type { BurstDraft } from './draft.ts';

/** Adds the bystanders' lines of one of the beat's alternatives, behind all parts the draft holds so far. */
export const addBystanders = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  beat: Beat,
  occurrence: number,
): void => {
  const choices = beat.others ?? [];
  if (choices.length === 0) return;
  const pick = Math.floor(randomAt(seedOf(context), key, beat.id, occurrence, 'others') * choices.length);
  for (const line of choices[pick] ?? [])
    draft.bystanderLines.push({ ...line, beat: beat.id, occurrence, behind: draft.parts.length, place: beat.place });
};

/**
 * Plans when bystanders speak: 1–2.5 s after the part of the burst they stand behind, and after one another. The
 * customer's bubbles are never put off for them. `ends`: drill time at the burst's start and at the end of each part.
 */
export const planBystanders = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  ends: readonly DrillMs[],
  today: string,
): PlannedBystander[] => {
  const { scenario } = preparedCaseOf(context, key);
  const seed = seedOf(context);
  let before = conversationIn(context, key).bystanders.at(-1)?.at ?? 0;
  return draft.bystanderLines.map(({ name, text, beat, occurrence, behind, place }, index) => {
    const gap = 1000 + Math.floor(randomAt(seed, key, beat, occurrence, `other-gap${index}`) * 1500);
    before = Math.max(before, ends[behind] ?? 0) + gap;
    return {
      id: idAt(seed, key, beat, occurrence, `other${index}`),
      at: before,
      name,
      text: fillLine(text, scenario, today),
      ...(place && { place }),
    };
  });
};

/** The next bystander's line. The customer's words, clocks and turns go on as if it weren't there. */
export const emitBystanderLine = (context: DecisionContext, key: string, at: DrillMs): void => {
  const next = conversationIn(context, key).bystanders[0];
  if (!next) return;
  const { id, name, text, place } = next;
  emit(context, { kind: 'bystander-said', at, conversation: key, id, name, text, ...(place && { place }) });
};

/** Says the bystanders' remaining lines as a beat is left: the next beat may be held where they don't hear it. */
export const emitBystanderLines = (context: DecisionContext, key: string, at: DrillMs): void => {
  for (const _ of conversationIn(context, key).bystanders) emitBystanderLine(context, key, at);
};
