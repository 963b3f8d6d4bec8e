/** What a turn's words bring about besides an answer: facts the customer tells when asked, needs met by words. */

import { addInBeat } from '#engine/customer/bursts.ts';
import type { BurstDraft } from '#engine/customer/draft.ts';
import type { OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs, TurnJudgement } from '#engine/model/events.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  moveMood,
  preparedCaseOf,
} from '#engine/state/decision-context.ts';

/** Tells the facts that this turn asks for or draws out by an action; each becomes a line of its own. */
export const tellFacts = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  turn: OpenTurn,
  judgement: TurnJudgement,
  draft: BurstDraft,
): string[] => {
  const told: string[] = [];
  for (const fact of preparedCaseOf(context, key).facts.values()) {
    if (conversationIn(context, key).told.includes(fact.id)) continue;
    const isAsked = judgement.asked.some((ask) => ask.fact === fact.id);
    const isShownByClick = fact.do !== null && turn.actions.some(({ action }) => action === fact.do);
    if (!isAsked && !isShownByClick) continue;
    emit(context, {
      kind: 'fact-told',
      at,
      conversation: key,
      fact: fact.id,
      how: isAsked ? 'asked' : 'action',
      turn: judgement.turn,
    });
    if (fact.mood !== null) moveMood(context, key, at, fact.mood, `fact:${fact.id}`);
    addInBeat(context, key, draft, fact.says, { kind: 'fact', fact: fact.id });
    told.push(fact.id);
  }
  return told;
};

/** Needs met by words: a fact asked for, or an act said, in its beat or, where it has until the end, in any. */
export const meetNeedsByWords = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  judgement: TurnJudgement,
): void => {
  const { scenario } = preparedCaseOf(context, key);
  const meet = (beat: string | null, index: number, isMet: boolean): void => {
    if (isMet && !conversationIn(context, key).met.includes(`${beat ?? ''}:${index}`))
      emit(context, { kind: 'need-met', at, conversation: key, beat, need: index, by: 'words' });
  };
  const here = conversationIn(context, key).beat?.id;
  for (const beat of scenario.beats) {
    beat.needs.forEach((need, i) => {
      const { told } = conversationIn(context, key);
      meet(
        beat.id,
        i,
        (need.ask !== null && told.includes(need.ask)) ||
          (need.act !== null && (need.untilEnd || beat.id === here) && judgement.acts.includes(need.act)),
      );
    });
  }
  scenario.duties.forEach((need, i) => {
    meet(
      null,
      i,
      (need.ask !== null && conversationIn(context, key).told.includes(need.ask)) ||
        (need.act !== null && judgement.acts.includes(need.act)),
    );
  });
};
