/** Which units of which wordings each clause of a reply says. */

import type { QuestionContext } from '#language/points/wordings/question-context.ts';
import { charWeight } from '#language/points/wordings/text-units.ts';
import { contentOf, denialCountOf, payerOf } from '#language/points/wordings/wording.ts';
import type { WordingIndex } from '#language/points/wordings/wording-index.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import type { PolarityValue } from '#language/reading/lexicon.ts';
import { valuesOfClause } from '#language/reading/values-of.ts';
import type { Party } from '#language/terms/party.ts';
import { type BareObject, bareAnswer, bareObjectOf } from './bare-answers.ts';
import { MASKS_PER_CELL, type Match } from './match.ts';
import { markUnits } from './unit-masks.ts';

/** One clause as judged, apart from the units it shares with wordings. */
export type ComparedClause = {
  /** Nothing in it tells anything: it asks, gives back the customer's words, or is taken back. */
  readonly isMute: boolean;
  readonly isQuestion: boolean;
  readonly content: string;
  readonly charSigns: Int8Array;
  /** Weight of its characters, and of those the question has too. */
  readonly weight: number;
  readonly echoedWeight: number;
  readonly values: readonly StatedValue[];
  readonly payer: Party | null;
  readonly actor: Party | null;
  readonly denialCount: number;
  readonly isHedged: boolean;
  readonly isConditional: boolean;
  /** 1 or -1 for a yes or no that takes its object from the question; else 0. */
  readonly bareSign: PolarityValue;
  readonly start: number;
  readonly end: number;
};

export type ComparedReply = {
  readonly reading: Reading;
  readonly question: QuestionContext;
  readonly wordingIndex: WordingIndex;
  readonly clauses: readonly ComparedClause[];
  readonly masks: Int32Array;
  /** Per slot: 1 when any clause has a unit of it. */
  readonly touchedSlots: Uint8Array;
  /** Per slot and window the match, once worked out. */
  readonly matches: (Match | undefined)[];
  /** Per point and clause how near its right wordings come, once worked out. */
  readonly scoresByPoint: (Float64Array | undefined)[];
  /** Per slot the units the question says: chars, grams, words. */
  readonly questionBits: Int32Array;
  /** Whether a point belongs to a question that is open. */
  readonly isAsked: (point: string) => boolean;
  /** The reply asks something itself. */
  readonly hasQuestion: boolean;
  /** The reply is a yes or no and nothing else. */
  readonly isBareAnswer: boolean;
};

/** Compares a reply with open wordings and with what the customer asked; `asked` null: every point is asked for. */
export function compareReply(
  reading: Reading,
  question: QuestionContext,
  wordingIndex: WordingIndex,
  askedPointIds: ReadonlySet<string> | null,
): ComparedReply {
  const clauseCount = reading.clauses.length;
  const slotCount = wordingIndex.wordings.length;
  const isBareAnswer = bareAnswer(reading) !== null;
  const bareObject = bareObjectOf(reading, question, isBareAnswer);
  const clauses = reading.clauses.map((clause, index) => comparedClause(reading, question, clause, index, bareObject));
  const reply: ComparedReply = {
    reading,
    question,
    wordingIndex,
    clauses,
    masks: new Int32Array(slotCount * clauseCount * MASKS_PER_CELL),
    touchedSlots: new Uint8Array(slotCount),
    matches: [],
    scoresByPoint: [],
    questionBits: questionBitsOf(question, wordingIndex),
    isAsked: (point) => askedPointIds?.has(point) ?? true,
    hasQuestion: reading.clauses.some((clause) => clause.isQuestion),
    isBareAnswer,
  };
  if (slotCount > 0) markUnits(reply, bareObject);
  return reply;
}

function comparedClause(
  reading: Reading,
  question: QuestionContext,
  clause: Clause,
  index: number,
  bareObject: BareObject | null,
): ComparedClause {
  const takesObject = bareObject !== null && bareObject.clauseIndex === index;
  const ownContent = contentOf(reading, clause, index);
  const content = takesObject ? bareObject.content : ownContent.text;
  const charSigns = takesObject
    ? new Int8Array(content.length).fill(clause.barePolarity?.sign ?? 1)
    : ownContent.charSigns;
  let weight = 0;
  let echoedWeight = 0;
  for (let index = 0; index < content.length; index++) {
    const charCode = content.charCodeAt(index);
    weight += charWeight(charCode);
    if (question.charCodes.has(charCode)) echoedWeight += charWeight(charCode);
  }
  const bareSign = takesObject ? (clause.barePolarity?.sign ?? 0) : 0;
  const values = valuesOfClause(reading, index);
  return {
    isMute: clause.isQuestion || clause.isRetracted,
    isQuestion: clause.isQuestion,
    content,
    charSigns,
    weight,
    echoedWeight,
    values: takesObject && bareSign > 0 ? [...values, ...bareObject.values] : values,
    payer: payerOf(clause),
    actor: clause.actor,
    denialCount: denialCountOf(clause),
    isHedged: clause.isHedged,
    isConditional: clause.isConditional,
    bareSign,
    start: clause.start,
    end: clause.end,
  };
}

const QUESTION_BITS = new WeakMap<QuestionContext, WeakMap<WordingIndex, Int32Array>>();

/** Kept, because a question comes with the same open points again and again. */
function questionBitsOf(question: QuestionContext, open: WordingIndex): Int32Array {
  const byIndex = QUESTION_BITS.get(question) ?? new WeakMap<WordingIndex, Int32Array>();
  QUESTION_BITS.set(question, byIndex);
  const cached = byIndex.get(open);
  if (cached) return cached;
  const questionBits = new Int32Array(open.wordings.length * 3);
  open.wordings.forEach((wording, slot) => {
    [wording.chars, wording.bigrams, wording.concepts].forEach(({ ids }, kind) => {
      ids.forEach((id, bit) => {
        if (question.unitIds.has(id))
          questionBits[slot * 3 + kind] = (questionBits[slot * 3 + kind] as number) | (1 << bit);
      });
    });
  });
  byIndex.set(open, questionBits);
  return questionBits;
}
