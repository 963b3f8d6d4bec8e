/** Compares a reply with the wordings of a turn's open points. */

import type { QuestionContext } from '#language/points/wordings/question-context.ts';
import { charWeight } from '#language/points/wordings/text-units.ts';
import { contentOf, denialCountOf, payerOf } from '#language/points/wordings/wording.ts';
import type { WordingIndex } from '#language/points/wordings/wording-index.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import { valuesOfClause } from '#language/reading/values-of.ts';
import { type BareObject, bareAnswer, bareObjectOf } from './bare-answers.ts';
import type { ComparedClause, ComparedReply } from './compared-reply.ts';
import { MASKS_PER_CELL } from './match.ts';
import { setUnitBits } from './unit-masks.ts';

/** Compares a reply with open wordings and with what the customer asked; `askedPointIds` null: every point is asked for. */
export const compareReply = (
  reading: Reading,
  question: QuestionContext,
  wordingIndex: WordingIndex,
  askedPointIds: ReadonlySet<string> | null,
): ComparedReply => {
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
  if (slotCount > 0) setUnitBits(reply, bareObject);
  return reply;
};

/** A figure of the question that a yes agrees to: it stands where the yes does, and none of the reply's words tell it. */
const agreedTo =
  ({ start, end }: Clause) =>
  (value: StatedValue): StatedValue => ({ ...value, start, end, isAgreedTo: true });

const comparedClause = (
  reading: Reading,
  question: QuestionContext,
  clause: Clause,
  index: number,
  bareObject: BareObject | null,
): ComparedClause => {
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
    isOfOtherCase: clause.isOfOtherCase,
    isQuestion: clause.isQuestion,
    content,
    charSigns,
    weight,
    echoedWeight,
    values: takesObject && bareSign > 0 ? [...values, ...bareObject.values.map(agreedTo(clause))] : values,
    payer: payerOf(clause),
    actor: clause.actor,
    denialCount: denialCountOf(clause),
    isHedged: clause.isHedged,
    isConditional: clause.isConditional,
    bareSign,
    start: clause.start,
    end: clause.end,
  };
};

const QUESTION_BITS = new WeakMap<QuestionContext, WeakMap<WordingIndex, Int32Array>>();

/** Kept, because a question comes with the same open points again and again. */
const questionBitsOf = (question: QuestionContext, open: WordingIndex): Int32Array => {
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
};
