/** What a turn's words bring about besides an answer: facts the customer tells when asked, needs met by words. */

import { addInBeat } from '#engine/customer/bursts.ts';
import type { BurstDraft } from '#engine/customer/draft.ts';
import { isStillAnswered, turnsSinceEnd } from '#engine/model/after-the-end.ts';
import type { Fact } from '#engine/model/content.ts';
import type { OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  moveMood,
  preparedCaseOf,
} from '#engine/state/decision-context.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

/**
 * Tells the facts that this turn asks for or draws out by an action; each becomes a line of its own. Gives the ids of
 * those told, side facts (RULES T71) apart.
 */
export const tellFacts = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  turn: OpenTurn,
  judgement: TurnJudgement,
  draft: BurstDraft,
): { facts: string[]; sideFacts: string[] } => {
  const drawn = factsDrawn(context, key, turn, judgement);
  for (const { fact, how } of drawn) {
    emit(context, { kind: 'fact-told', at, conversation: key, fact: fact.id, how, turn: judgement.turn });
    if (fact.mood !== null) moveMood(context, key, at, fact.mood, `fact:${fact.id}`);
    addInBeat(context, key, draft, fact.says, { kind: 'fact', fact: fact.id });
  }
  const idsOf = (side: boolean): string[] => drawn.filter(({ isSide }) => isSide === side).map(({ fact }) => fact.id);
  return { facts: idsOf(false), sideFacts: idsOf(true) };
};

type Drawn = { fact: Fact; how: 'asked' | 'action'; isSide: boolean; at: number };

/** More characters than a message has: places in a turn are counted message by message. */
const MESSAGE_SPAN = 10_000;
/** Most facts told in a turn that asks for side facts: a customer doesn't answer a questionnaire. */
const MOST_TOLD = 2;

/**
 * The facts that the turn draws. All that are wanted are told, in the author's order; with side facts among them they
 * stand in the order asked, what a click shows last, and side facts are told only up to two in all (RULES T71).
 */
const factsDrawn = (context: DecisionContext, key: string, turn: OpenTurn, judgement: TurnJudgement): Drawn[] => {
  const { told, status, ending, turns } = conversationIn(context, key);
  const isOver = ending !== null && !isStillAnswered(turnsSinceEnd({ ending }, turns + 1));
  const isTalking = status !== 'away' && status !== 'closed' && !isOver;
  const isRude =
    (judgement.tone === 'impatient' || judgement.tone === 'hostile') &&
    judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told;
  const place = ({ message, start }: Quote): number => judgement.messages.indexOf(message) * MESSAGE_SPAN + start;
  const drawn = [...preparedCaseOf(context, key).facts.values()].flatMap((fact): Drawn[] => {
    if (told.includes(fact.id)) return [];
    const ask = judgement.asked.find((ask) => ask.fact === fact.id);
    if (ask) return [{ fact, how: 'asked', isSide: false, at: place(ask.quote) }];
    const sideAsk = isTalking && !isRude && judgement.sideAsked?.find((ask) => ask.fact === fact.id);
    if (sideAsk) return [{ fact, how: 'asked', isSide: true, at: place(sideAsk.quote) }];
    const isShownByClick = fact.do !== null && turn.actions.some(({ action }) => action === fact.do);
    return isShownByClick ? [{ fact, how: 'action', isSide: false, at: Number.MAX_SAFE_INTEGER }] : [];
  });
  if (!drawn.some(({ isSide }) => isSide)) return drawn;
  const inOrder = drawn.toSorted((a, b) => a.at - b.at);
  let room = MOST_TOLD - inOrder.filter(({ isSide }) => !isSide).length;
  return inOrder.filter(({ isSide }) => !isSide || room-- > 0);
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
