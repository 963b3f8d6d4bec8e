/** The improvement report of one drill: a pure function of its content and its log. */
import type { Report } from '#contract/report.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { deskRows } from '#scoring/desk/rows.ts';
import { LEFT_ALONE_CODES } from '#scoring/facts/codes.ts';
import { staysOf } from '#scoring/facts/concurrency.ts';
import { type ConversationFacts, conversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { findingsOf, withRule } from '#scoring/findings/all.ts';
import { outcomeOf } from '#scoring/log/conversation-outcome.ts';
import { type DrillHistory, historyOf } from '#scoring/log/history.ts';
import { chargedOnce } from '#scoring/marks/absences.ts';
import { doubtsIn, withDoubts } from '#scoring/marks/doubts.ts';
import { familyCounts } from '#scoring/marks/family-counts.ts';
import { firstChange } from '#scoring/marks/first-change.ts';
import { giveBack } from '#scoring/marks/give-back.ts';
import { ledgerRows } from '#scoring/marks/ledger.ts';
import { mainFaultOf } from '#scoring/marks/main-fault.ts';
import { draftOf, pricedFindings } from '#scoring/marks/report-findings.ts';
import { ruledHistory } from '#scoring/marks/ruled-points.ts';
import {
  applyRulings,
  type GivenRuling,
  type KeyedDraft,
  keyedDrafts,
  type RuledDrafts,
  type RulingsInForce,
  rulingsInForce,
} from '#scoring/marks/rulings.ts';
import { gradeOf, heldBackBy, type Scorecard, scorecardOf } from '#scoring/marks/scorecard.ts';
import { unmarkedBecause } from '#scoring/marks/unjudged.ts';
import { owingCustomers } from '#scoring/marks/unreached.ts';
import { measuresOf } from '#scoring/measures/all.ts';
import { earnedInDrill } from '#scoring/merits/merits.ts';
import { opportunitiesOf, opportunitiesOfWholePath } from '#scoring/opportunities/all.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { capOf, isUnfinished, type TotalCap } from '#scoring/opportunities/unfinished.ts';
import { type GoalBefore, goalMet } from '#scoring/practice-advice/goal.ts';
import { caseOfFirst, familyToPractise, nextCases, weaknessIn } from '#scoring/practice-advice/next-cases.ts';
import { anatomyOf } from '#scoring/report-sections/anatomy.ts';
import { composureOf } from '#scoring/report-sections/composure.ts';
import { dimensionRows } from '#scoring/report-sections/dimension-rows.ts';
import { handedOver } from '#scoring/report-sections/handover.ts';
import { outcomeText } from '#scoring/report-sections/outcome-name.ts';
import { platformDifferences } from '#scoring/report-sections/platform-differences.ts';
import { platformRows } from '#scoring/report-sections/platforms.ts';
import { faultedQuestions } from '#scoring/report-sections/praised-quotes.ts';
import { replyCounts } from '#scoring/report-sections/reply-counts.ts';
import { rushReport } from '#scoring/report-sections/rush.ts';
import { starOf } from '#scoring/report-sections/star.ts';
import { transcriptOf } from '#scoring/report-sections/transcript.ts';
import { verdictOf } from '#scoring/report-sections/verdict.ts';
import { windowRows } from '#scoring/report-sections/window-row.ts';

type ConversationRow = Report['conversations'][number];

/** What the log alone says: opportunities, faults, marks. */
export type Assessment = {
  allFacts: ConversationFacts[];
  opportunities: Opportunity[];
  keyed: KeyedDraft[];
  card: Scorecard;
};

/**
 * Scores a drill from its log alone; nothing is judged again. `available`: the cases from which the next ones are
 * chosen. `rulings`: people's rulings, oldest first. `goal`: what the drill before set to change first. Customers who
 * never arrived are left out. Throws where the content isn't the one the drill was opened with.
 */
export const makeReport = (
  content: ContentData,
  events: readonly DrillEvent[],
  available: readonly Scenario[] = content.scenarios,
  rulings: readonly GivenRuling[] = [],
  goal: GoalBefore | null = null,
): Report => {
  const { rubric } = content;
  const inForce = rulingsInForce(rulings);
  const history = withDoubts(content, historyOf(events));
  const machineAssessment = assess(content, history);
  const assessment =
    inForce.onPoints.size === 0 ? machineAssessment : assess(content, ruledHistory(content, history, inForce.onPoints));
  const { allFacts } = assessment;
  const { total: totalRuling } = inForce;
  const { ruled, card } = ruledCard(rubric, assessment, inForce);
  const priced = pricedFindings(rubric, ruled?.keyed ?? assessment.keyed, card, allFacts, inForce, machineAssessment);
  const findings = priced.map((priced) => priced.finding);
  const ledger = allFacts.flatMap((facts, i) =>
    ledgerRows(facts, machineAssessment.allFacts[i]?.conversation, inForce.onPoints),
  );
  const countedFindings = findings.filter((finding) => finding.ruling?.verdict !== 'dismissed');
  const measures = measuresOf(allFacts);
  const families = familyCounts(countedFindings, ruled?.opportunities ?? assessment.opportunities);
  const mainFault = mainFaultOf(rubric, countedFindings, allFacts);
  const replies = replyCounts(allFacts, countedFindings);
  // The marks that a cap takes come back only with the faults that cap.
  const isCapLifted =
    totalRuling === null && mainFault !== null && mainFault.wonBack.some(({ code }) => code === card.cap?.by);
  const first = firstChange(rubric, mainFault, replies, {
    capCosts: isCapLifted ? (card.cap?.costs ?? 0) : 0,
    draft: mainFault === null ? null : draftOf(priced, mainFault.fault),
    allFacts,
  });
  // A total set by a person isn't capped (RULES M3).
  const cap = totalRuling === null ? card.cap : null;
  const rush = rushReport(content, history, allFacts, findings);
  const score = totalRuling?.score ?? card.score;
  const machineScore = machineAssessment.card.score;
  const judged = { dimensions: card.dimensions, cappedBy: cap?.by ?? null, score, machineScore };
  const practised = familyToPractise({ first, findings }, (finding) => heldBackBy(card, draftOf(priced, finding)));
  const unmarked = unmarkedBecause(history, allFacts, judged, totalRuling !== null);
  return {
    ...{ score, machineScore },
    ...unmarked,
    ruled: totalRuling,
    range: totalRuling === null ? card.range : [totalRuling.score, totalRuling.score],
    doubts: doubtsIn({ ledger, findings }),
    grade: totalRuling === null ? card.grade : gradeOf(rubric, totalRuling.score),
    cappedBy: cap?.by ?? null,
    capAt: cap?.ceiling ?? null,
    capBites: cap !== null && cap.costs > 0,
    verdict: verdictOf({
      allFacts,
      card,
      unmarked,
      findings: countedFindings,
      priced,
      mainFault,
      replies,
      faultedQuestions: faultedQuestions(priced),
    }),
    first,
    dimensions: dimensionRows(card, priced, ledger, allFacts),
    findings,
    measures,
    // A drill that failed, or in which a customer was left, gets no stars: they would flatter it.
    star: card.grade === 'fail' || countedFindings.some(leavesAlone) ? null : starOf(rubric.stars, measures),
    composure: composureOf(allFacts, findings),
    desk: deskRows(allFacts),
    anatomy: anatomyOf(allFacts),
    platforms: platformRows(content.platforms, allFacts),
    platformDifferences: platformDifferences(content.platforms, allFacts),
    ledger,
    conversations: allFacts.map((facts) => conversationRow(facts, handedOver(rush?.handover))),
    transcript: allFacts.flatMap((facts) => transcriptOf(facts, findings)),
    next: nextCases(available, {
      scenarios: allFacts.map((facts) => facts.conversation.scenarioId),
      score: unmarked.unjudged ? null : score,
      pass: rubric.pass,
      excellent: rubric.excellent,
      weakness: practised === null ? null : weaknessIn(families, practised),
      faulted: caseOfFirst({ first, findings }, allFacts),
    }),
    rubric: { id: rubric.id, date: rubric.date, current: null },
    ...{ families, goal: goalMet(goal, families, card.cap?.by ?? null) },
    ...(rush && { rush }),
    ...(history.isRolePlay && { rolePlay: true as const }),
  };
};

const leavesAlone = ({ code, unsure }: Report['findings'][number]): boolean =>
  !unsure && LEFT_ALONE_CODES.includes(code);

/** Opportunities, faults and marks of a drill before any ruling. Exported for tests. */
export const assess = (content: ContentData, history: DrillHistory): Assessment => {
  const allFacts = history.conversations
    .filter((conversation) => conversation.arrivals.length > 0)
    .map((conversation) => conversationFacts(content, history, conversation));
  const drafts = withRule(content.rubric, earnedInDrill(allFacts, allFacts.flatMap(findingsOf)));
  const opportunities = allFacts.flatMap(opportunitiesOf);
  const card = cardOf(content.rubric, allFacts, opportunities, drafts);
  return { allFacts, opportunities, keyed: keyedDrafts(drafts, allFacts), card };
};

/** Counts upheld faults like any others; dismissed ones then give back what they were said to cost (RULES M14). */
const ruledCard = (
  rubric: Rubric,
  { allFacts, keyed, opportunities, card }: Assessment,
  inForce: RulingsInForce,
): { ruled: RuledDrafts | null; card: Scorecard } => {
  const onlyVerdict = (verdict: 'upheld' | 'dismissed'): RulingsInForce => ({
    ...inForce,
    onFindings: new Map([...inForce.onFindings].filter(([, ruling]) => ruling.verdict === verdict)),
  });
  if (inForce.onFindings.size === 0) return { ruled: null, card };
  const upheld = applyRulings(keyed, opportunities, onlyVerdict('upheld'), allFacts);
  const upheldCard =
    onlyVerdict('upheld').onFindings.size === 0
      ? card
      : cardOf(rubric, allFacts, upheld.opportunities, upheld.standing);
  const ruled = applyRulings(upheld.keyed, upheld.opportunities, onlyVerdict('dismissed'), allFacts);
  const dismissed = upheld.standing.filter((draft) => !ruled.standing.includes(draft));
  if (dismissed.length === 0) return { ruled, card: upheldCard };
  const recountedCard = cardOf(rubric, allFacts, ruled.opportunities, ruled.standing);
  return { ruled, card: giveBack(rubric, upheldCard, recountedCard, dismissed) };
};

/**
 * The scorecard of what was due. Where less than the rubric's share of the story path was reached, all of it is owed, and the
 * range reaches up to what the part that was reached earned (RULES M12).
 */
const cardOf = (
  rubric: Rubric,
  allFacts: readonly ConversationFacts[],
  opportunities: readonly Opportunity[],
  drafts: readonly FindingDraft[],
): Scorecard => {
  const owing = owingCustomers(rubric, allFacts, drafts, opportunities);
  const cap = capOf(rubric, allFacts, drafts, owing);
  const cardWith = (offered: readonly Opportunity[], appliedCap: TotalCap | null): Scorecard =>
    scorecardOf(rubric, chargedOnce(rubric, allFacts, drafts, offered), drafts, appliedCap);
  if (!isUnfinished(owing)) return cardWith(opportunities, cap);
  const wholePathCard = cardWith(opportunitiesOfWholePath(allFacts, opportunities), cap);
  const reachedPartCard = cardWith(opportunities, cap?.by === 'unfinished' ? null : cap);
  const [lowest, highest] = wholePathCard.range;
  return { ...wholePathCard, range: [lowest, Math.max(highest, reachedPartCard.range[1])] };
};

const conversationRow = (facts: ConversationFacts, handed: ReadonlySet<string>): ConversationRow => {
  const { conversation, caseFacts, rounds, history } = facts;
  const outcome = outcomeOf(conversation, history, handed);
  const isPassed = conversation.closed?.passedTo !== undefined;
  const from = conversation.arrivals[0]?.at ?? 0;
  const start = conversation.moods[0]?.from ?? conversation.arrivals[0]?.mood ?? caseFacts.persona?.mood ?? 50;
  return {
    conversation: conversation.key,
    name: caseFacts.scenario.customer.name,
    scenario: conversation.scenarioId,
    title: caseFacts.scenario.title,
    teaches: caseFacts.scenario.teaches,
    outcome: isPassed && outcome.ending === null ? say('page:outcome.passedOn') : outcomeText(outcome, facts),
    ...(isPassed && { passedOn: true as const }),
    rating: outcome.ending?.rating ?? null,
    from,
    until: conversation.closed?.at ?? history.lastAt,
    stays: staysOf(conversation, history.lastAt).map(({ from, to }) => ({ from, until: to })),
    mood: [[from, start], ...conversation.moods.map((change): [number, number] => [change.at, change.to])],
    rounds: rounds.map(({ from, to, waitedS, grade, isFirst }) => ({
      from,
      to,
      seconds: waitedS,
      grade,
      first: isFirst,
    })),
    windows: windowRows(conversation),
  };
};
