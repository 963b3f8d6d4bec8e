/** What a bare yes or no says of a point: alone, or where more stands behind it (RULES T223). */

import type { ComparedReply } from '#language/points/features/compared-reply.ts';
import * as rules from '#language/points/wordings/verdict-words.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { RULE_CONFIDENCE, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict, PointWordings } from '#language/terms/verdicts.ts';
import { likeliestWindows } from './likeliest-windows.ts';
import type { FoundWindows } from './point-verdict.ts';

/** What would be read if the trainee had answered the other way, and of a yes or no alone. */
export const OPPOSITE_ANSWER = { yes: readText('不是的'), no: readText('可以的') };
const SAME_ANSWER = { yes: OPPOSITE_ANSWER.no, no: OPPOSITE_ANSWER.yes };

/** Sets the chances of a reply that is a bare yes or no, by how far its reading leads the reading as the opposite answer. */
export const settleBareAnswer = (found: FoundWindows, opposite: FoundWindows): void => {
  const said = Math.max(found.covered?.chance ?? 0, opposite.wrong?.chance ?? 0);
  const unsaid = Math.max(opposite.covered?.chance ?? 0, found.wrong?.chance ?? 0);
  const facts = found.wrong?.facts ?? found.covered?.facts;
  if (found.covered) found.covered.chance = bareChance(said, unsaid);
  if (!facts) return;
  // 收件的是不是公司: yes and no are each a wrong answer with an id of its own, so either is told.
  const areBothWrong =
    Math.min(found.wrong?.chance ?? 0, opposite.wrong?.chance ?? 0) >= VERDICT_THRESHOLDS.wrong.checked;
  const isOfItsOwn = found.wrong?.facts.wrongMatch?.slot !== opposite.wrong?.facts.wrongMatch?.slot;
  const chance = areBothWrong && isOfItsOwn ? RULE_CONFIDENCE.bareAnswer : bareChance(unsaid, said);
  found.wrong = { chance, facts, isRuled: true };
};

/** The chance of one reading of a bare answer: it must be likely enough, and likelier than the other. */
const bareChance = (chance: number, otherChance: number): number => {
  const { bareLeast, bareApart } = RULE_CONFIDENCE;
  return chance >= bareLeast && chance - otherChance >= bareApart ? RULE_CONFIDENCE.bareAnswer : 0;
};

/** Whether a yes or no says a point wrong where nothing stands beside it. */
export const saysWrongAlone = (
  answer: 'yes' | 'no',
  pointIndex: number,
  compared: (reading: Reading) => ComparedReply,
): boolean => {
  const windows = likeliestWindows(compared(SAME_ANSWER[answer]), pointIndex);
  settleBareAnswer(windows, likeliestWindows(compared(OPPOSITE_ANSWER[answer]), pointIndex));
  return (windows.wrong?.chance ?? 0) >= VERDICT_THRESHOLDS.wrong.checked;
};

/** A doubt that leans to wrong in place of a verdict. */
export const leaningDoubt = ({ id, says }: PointWordings, { confidence, start, end }: PointVerdict): PointVerdict => ({
  id,
  state: 'not-recognised',
  confidence,
  start,
  end,
  rule: rules.notRecognisedRule(says),
  leansWrong: true,
});
