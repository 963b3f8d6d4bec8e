/** Chooses the line of a reaction and plans a burst bubble by bubble (RULES T1). */
import type { Beat, Burst, Reaction, Reactions } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs, PlannedBubble, ReactionKind, SaidWhy } from '#engine/model/events.ts';
import { idAt, randomAt } from '#engine/model/random.ts';
import { fillBubble, storyAt } from '#engine/model/story-time.ts';
import {
  conversationIn,
  currentBeat,
  type DecisionContext,
  emit,
  preparedCaseOf,
  seedOf,
} from '#engine/state/decision-context.ts';
import { asIfSaid, sayableBursts } from '#engine/state/heard-figures.ts';
import { holdResponse } from '#engine/state/still-on-it.ts';
import { withoutThanks } from '#engine/state/thanks.ts';
import { asksNoTimeJustNamed, isTrueByNow, quotesOnlySaidHedges, supposesOnlySaid } from '#engine/state/true-lines.ts';
import { inOwnOrder } from './begun-lines.ts';
import { planBystanders } from './bystanders.ts';
import type { BurstDraft } from './draft.ts';
import { nextBurst } from './next-burst.ts';
import { withoutSameQuestion } from './opening-replacements.ts';

/** Adds a burst to be said where the present beat is held. Words that lead out of the beat are said there too. */
export const addInBeat = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  burst: Burst,
  why: SaidWhy,
): void => {
  draft.parts.push({ burst, why, place: currentBeat(context, key)?.place });
};

/** The reaction for a slot: the beat's, else the case's, else the persona's. */
export const reactionFor = (
  context: DecisionContext,
  key: string,
  pickReaction: (reacts: Reactions) => Reaction | undefined,
): { reaction: Reaction; from: string } | null => {
  const preparedCase = preparedCaseOf(context, key);
  const beat = currentBeat(context, key);
  const own = beat && pickReaction(beat.reacts);
  if (own) return { reaction: own, from: `beat:${beat.id}` };
  const ofCase = pickReaction(preparedCase.scenario.reacts);
  if (ofCase) return { reaction: ofCase, from: 'case' };
  const ofPersona = pickReaction(preparedCase.persona.reacts);
  return ofPersona ? { reaction: ofPersona, from: 'persona' } : null;
};

/** The reactions to a slot of the beat, the case and the persona: where one has run out of lines the next one speaks. */
export const reactionLevels = (
  context: DecisionContext,
  key: string,
  pickReaction: (reacts: Reactions) => Reaction | undefined,
): Reaction[] => {
  const preparedCase = preparedCaseOf(context, key);
  const beat = currentBeat(context, key);
  return [beat?.reacts, preparedCase.scenario.reacts, preparedCase.persona.reacts].flatMap(
    (reacts) => (reacts && pickReaction(reacts)) ?? [],
  );
};

/** Reactions that take up what was answered, not what is missing of it. */
const TAKING_UP: readonly ReactionKind[] = ['resolved', 'covered', 'leads', 'believed'];
const takesUpAnswer = (why: SaidWhy): boolean => why.kind === 'reaction' && TAKING_UP.includes(why.reaction);

/** Whether the reaction minds that nothing definite was said. */
const mindsVagueness = (why: SaidWhy): boolean => why.kind === 'reaction' && why.reaction === 'vague';
const doubts = (why: SaidWhy): boolean => why.kind === 'reaction' && why.reaction === 'wrong';
const waitsForLookUp = (why: SaidWhy): boolean => why.kind === 'reaction' && why.reaction === 'hold';

/**
 * 行 等 to a time that was named waits for nothing before that time: a nod, or whoever is back by it would be late (RULES
 * X28). Where no time was named, and to a second 稍等, the customer wants to hear something.
 */
const whySaid = (conversation: Conversation, why: SaidWhy): SaidWhy => {
  const { hold } = conversation;
  const isTimed = waitsForLookUp(why) && hold?.timed === true && holdResponse(conversation) === 'waits';
  return isTimed && why.kind === 'reaction' && why.turn === hold.turn ? { kind: 'nod', turn: why.turn } : why;
};

/**
 * Adds a reaction's next alternative to the draft; where all were said, one of `more`. No line is said again while there
 * is another, and none a third time. False when nothing is said.
 */
export const addReaction = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  reaction: Reaction,
  name: string,
  why: SaidWhy,
  fallbacks: readonly Reaction[] = [],
): boolean => {
  const conversation = conversationIn(context, key);
  const sayableOf = (list: Reaction['bursts']): readonly Burst[] => {
    // What is left behind a time that was named has an order of its own among the customers of a rush (RULES J249).
    const left = (list ?? []).filter((burst) => !waitsForLookUp(why) || asksNoTimeJustNamed(conversation, burst));
    return sayableBursts(conversation, preparedCaseOf(context, key), inOwnOrder(context, key, left)).filter(
      (burst) =>
        isTrueByNow(conversation, burst) &&
        (!doubts(why) || supposesOnlySaid(conversation, burst)) &&
        (!mindsVagueness(why) || quotesOnlySaidHedges(conversation, burst)),
    );
  };
  const sayable = sayableOf(reaction.bursts);
  const isUnsayable = sayable.length === 0 && (reaction.bursts ?? []).length > 0;
  // None of the lines that take up the answer may be said, mostly because their figure was never told: the persona's
  // plain line is said, which takes nothing up.
  const plainReaction =
    isUnsayable && takesUpAnswer(why) ? preparedCaseOf(context, key).persona.reacts.slots.passed : undefined;
  const plain = plainReaction?.bursts;
  const own = plain ? inOwnOrder(context, key, plain) : sayable;
  const fallbackBursts = fallbacks.filter((other) => other !== reaction).flatMap(({ bursts }) => sayableOf(bursts));
  if (own.length + fallbackBursts.length === 0) return false;
  const { used, spoken } = conversation;
  const count = (used[name] ?? 0) + draft.used.filter((line) => line === name).length;
  const burst = nextBurst(spoken, own, count, fallbackBursts);
  draft.used.push(name);
  if (!burst) return false;
  addInBeat(context, key, draft, burst, whySaid(conversation, why));
  return true;
};

/** Adds the bubbles of a beat's own line that are `left` (their indices), with the questions that open at them (RULES T2). */
export const addOpening = (draft: BurstDraft, beat: Beat, left: readonly number[]): void => {
  const { says, asks, id, place } = beat;
  if (!says) return;
  const why = { kind: 'opening', beat: id } as const;
  const burst = left.flatMap((index) => says[index] ?? []);
  if (asks.length === 0) {
    draft.parts.push({ burst, why, place });
    return;
  }
  draft.parts.push({
    burst,
    why,
    place,
    opens: (bubble) =>
      asks
        .filter(({ at }) => Math.min(at ?? says.length, says.length) === (left[bubble - 1] ?? 0) + 1)
        .map((question) => ({ question: question.id, beat: id })),
  });
};

/** Adds what a beat opens with in place of its question; the questions open all the same. */
export const addReplacement = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  beat: Beat,
  { reaction, lineName }: { reaction: Reaction; lineName: string },
  before: Burst,
): boolean => {
  const conversation = conversationIn(context, key);
  const burst = nextBurst(
    conversation.spoken,
    sayableBursts(
      asIfSaid(conversation, beat.says ?? []),
      preparedCaseOf(context, key),
      inOwnOrder(context, key, reaction.bursts ?? []),
    ),
    conversation.used[lineName] ?? 0,
    [],
  );
  if (!burst) return false;
  const opens = beat.asks.map(({ id }) => ({ question: id, beat: beat.id }));
  draft.used.push(lineName);
  const { place } = beat;
  const left = withoutSameQuestion(before, burst);
  if (left.length > 0) draft.parts.push({ burst: left, why: { kind: 'opening', beat: beat.id }, place });
  draft.parts.push({
    burst,
    why: { kind: 'opening', beat: beat.id, instead: true },
    place,
    opens: (bubble, length) => (bubble === length ? opens : []),
  });
  return true;
};

/** Milliseconds between two bubbles: so many at least, and by chance up to so many more. */
const GAP_MS = 1000;
const MORE_GAP_MS = 1500;

/** Plans the draft's bubbles: the first after the draft's wait, the others 1–2.5 s apart. Returns the drill time of the last. */
export const planBurst = (context: DecisionContext, key: string, at: DrillMs, draft: BurstDraft): DrillMs => {
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  const occurrence = conversation.beat?.occurrence ?? 0;
  const beatId = conversation.beat?.id ?? '';
  // The story's own day, jumps included (RULES C3).
  const today = storyAt(
    preparedCase.scenario,
    Math.max(0, at - conversation.arrivesAt),
    conversation.storySkippedMin,
  ).date;
  // A burst in which a question opens stands as written.
  const parts = draft.parts.map((part) =>
    part.opens ? part : { ...part, burst: withoutThanks(part.burst, conversation) },
  );
  const total = parts.reduce((sum, part) => sum + part.burst.length, 0);
  const after = conversation.pending.at(-1)?.at ?? 0;
  let time = Math.max(at + draft.waitMs, after === 0 ? 0 : after + GAP_MS);
  let index = 0;
  const bubbles: PlannedBubble[] = [];
  const ends = [time];
  for (const part of parts) {
    part.burst.forEach((bubble, i) => {
      if (index > 0)
        time +=
          GAP_MS +
          Math.floor(
            randomAt(seedOf(context), key, beatId, occurrence, `gap${conversation.planned + index}`) * MORE_GAP_MS,
          );
      index += 1;
      bubbles.push({
        id: idAt(seedOf(context), key, beatId, occurrence, `say${conversation.planned + index}`),
        at: time,
        bubble: fillBubble(bubble, preparedCase.scenario, today),
        why: part.why,
        last: index === total,
        opens: part.opens?.(i + 1, part.burst.length) ?? [],
        ...(part.place && { place: part.place }),
      });
    });
    ends.push(time);
  }
  const others = planBystanders(context, key, draft, ends, today);
  const plan = { bubbles, used: draft.used, ...(others.length > 0 ? { others } : {}) };
  if (bubbles.length > 0 || draft.used.length > 0 || others.length > 0)
    emit(context, { kind: 'burst-planned', at, conversation: key, ...plan });
  return time;
};
