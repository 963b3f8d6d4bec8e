/** What one window of a reply tells about one point, as a row of features from which the trees get chances. */

import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import type { PointSlots } from '#language/points/wordings/wording-index.ts';
import type { PolarityValue } from '#language/reading/lexicon.ts';
import { polarityOfParty } from '#language/reading/polarity.ts';
import type { Party } from '#language/terms/party.ts';
import type { ComparedReply } from './compared-reply.ts';
import { saidElsewhere } from './elsewhere.ts';
import { FEATURE_NAMES } from './feature-names.ts';
import { commonShare, writeFocusFeatures, writeMatchFeatures } from './match-features.ts';
import { bestOtherScore } from './others.ts';
import { factsOf, type WindowFacts } from './window-facts.ts';
import { actorFit, partyFit } from './window-sides.ts';
import { type NearWording, saidValueShare, studyWindow, type WindowStudy } from './window-study.ts';
import type { Window } from './windows.ts';

const ROW = new Float64Array(FEATURE_NAMES.length);
let rowLength = 0;

/** Writes the next feature into the row. One row is reused: making one for each window costs more than filling it. */
const write = (feature: number): void => {
  ROW[rowLength++] = feature;
};

/** Fills the row of features. The row is reused for the next window: copy it to keep it. */
export const featuresOf = (
  reply: ComparedReply,
  point: CompiledWordings,
  slots: PointSlots,
  window: Window,
  pointIndex: number,
): { row: Float64Array; facts: WindowFacts } => {
  const study = studyWindow(reply, point, slots, window, pointIndex);
  rowLength = 0;
  writeWordingFeatures(study);
  writeValueFeatures(study);
  writePartyFeatures(study);
  writeClauseFeatures(study);
  return { row: ROW, facts: factsOf(study) };
};

const commonShareOf = (near: NearWording | null): number => (near ? commonShare(near.commonLength, near.wording) : 0);
const writeWordingFeatures = ({
  reply,
  slots,
  window,
  content,
  weight,
  denialCount,
  right,
  wrong,
  ...study
}: WindowStudy): void => {
  writeMatchFeatures(write, reply, right?.match ?? null, weight, content, right?.commonLength ?? 0, denialCount);
  write(study.secondScore);
  writeMatchFeatures(write, reply, wrong?.match ?? null, weight, content, wrong?.commonLength ?? 0, denialCount);
  write((right?.match.saidShare ?? 0) - (wrong?.match.saidShare ?? 0));
  write((right?.match.score ?? 0) - (wrong?.match.score ?? 0));
  write(commonShareOf(right) - commonShareOf(wrong));
  writeFocusFeatures(write, reply, slots.onlyRight, window);
  writeFocusFeatures(write, reply, slots.onlyWrong, window);
};

const writeValueFeatures = ({ point, comparison, right, wrong, asksForValue }: WindowStudy): void => {
  write(Math.min(point.essentialValues.length, 2));
  write(comparison.rightScore);
  write(comparison.rivalValue ? 1 : 0);
  write(comparison.deniedScore);
  write(comparison.wrongOnlyScore);
  write(right?.valueShare ?? -1);
  write(wrong?.valueShare ?? -1);
  write(saidValueShare(right) - saidValueShare(wrong));
  write(Math.min(comparison.otherCount, 3));
  // `values.echoed`: nothing sets it any more, but the trees were fitted with its place.
  write(0);
  write(asksForValue && comparison.rightScore > 0 ? 1 : 0);
  write(asksForValue && comparison.rivalValue !== null ? 1 : 0);
};

const writePartyFeatures = ({
  reply,
  point,
  slots,
  window,
  pointIndex,
  clauses,
  payer,
  right,
  sole,
}: WindowStudy): void => {
  write(sole.isSoleValue ? 1 : 0);
  write(sole.isSolePayer ? 1 : 0);
  write(partyFeature(point.payer));
  write(partyFeature(payer));
  write(partyFit(point.payer, payer));
  write(right ? actorFit(right.wording, clauses) : 0);
  const otherScore = bestOtherScore(reply, pointIndex, window);
  write(otherScore);
  write((right?.match.score ?? 0) - otherScore);
  const elsewhere = saidElsewhere(reply, point, slots, pointIndex, window);
  write(elsewhere.rightScore);
  write(elsewhere.isValueSaid ? 1 : 0);
};

const writeClauseFeatures = ({
  reply,
  point,
  window,
  clauses,
  weight,
  denialCount,
  right,
  wrong,
}: WindowStudy): void => {
  const echoedWeight = clauses.reduce((sum, clause) => sum + clause.echoedWeight, 0);
  write(NOT_BUT.test(reply.reading.text.slice(clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0)) ? 1 : 0);
  write(weight > 0 ? echoedWeight / weight : 0);
  write(Math.min(weight, 12));
  write(window.to - window.from);
  write(clauses.some((clause) => clause.isHedged) ? 1 : 0);
  write(clauses.some((clause) => clause.isConditional) ? 1 : 0);
  write(clauses.some((clause) => clause.bareSign !== 0) ? 1 : 0);
  write(Math.min(denialCount, 3));
  write(Math.min(point.rightWordings.length, 16));
  write(clauses.some((clause) => clause.isMute) ? 1 : 0);
  write((right?.turnedShare ?? 0) - (wrong?.turnedShare ?? 0));
  write(reply.isAsked(point.id) ? 1 : 0);
  write(reply.hasQuestion ? 1 : 0);
};

/** A party as the trees weigh it: 0 where nobody is named. */
const partyFeature = (party: Party | null): PolarityValue => (party === null ? 0 : polarityOfParty(party));

/** 不是一个月, 不光这个: words that deny what stands behind them as such, whatever its own sign. */
const NOT_BUT = /不是|并非|不光|不止|没有说|又没|哪有|谁说|说的是|那是|指的是|才/;
