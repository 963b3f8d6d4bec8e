/** The one fault a report speaks of: its verdict, what to change first and the next goal all rest on it. */

import type { ReportFinding } from '#contract/report.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { codeList, LATE_CODES } from '#scoring/facts/codes.ts';
import { type Grade, gradeOf } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { isLost, RUDE } from '#scoring/opportunities/unfinished.ts';

/** `sameKind`: the findings of its code and those counted with it; `wonBack`: all whose marks come back with it. */
export type MainFault = { fault: ReportFinding; sameKind: ReportFinding[]; wonBack: ReportFinding[] };

/** A single fault that costs more than this many times the marks of a frequent family is what to change first. */
const FAR_DEARER_TIMES = 2;
/** From this many late replies on, being late may be what lost the customer, whatever the replies said. */
const MIN_LATE_TO_BLAME = 3;
const SILENCES = codeList('customer-left', 'unanswered', 'walked-out');
const LATE_ROUNDS = [...LATE_CODES, ...codeList('slow-handling')];
const GRADES_BEST_FIRST: readonly Grade[] = ['excellent', 'pass', 'weak', 'fail'];
/** Faults of these families leave the first question unanswered (RULES T10). */
const ANSWERS_NOTHING = ['evading', 'quick-replies'];

/** A fault with the one whose mending wins its marks back. */
type Recovery = { fault: ReportFinding; by: ReportFinding };

/**
 * Null where no fault counts. A fault that caps the total comes first, then one that lost a customer, then the one that
 * costs most. Of many customers the last two are one.
 */
export const mainFaultOf = (
  rubric: Rubric,
  findings: readonly ReportFinding[],
  allFacts: readonly ConversationFacts[],
): MainFault | null => {
  const sure = findings.filter((finding) => finding.severity !== 'merit' && !finding.unsure);
  const cappingFault = cappingFaultOf(rubric, sure);
  if (cappingFault !== null) return cappingFault;
  const faults = sure.filter((finding) => finding.marks > 0);
  const recoveries = faults.map((fault) => ({ fault, by: mendingFault(rubric, fault, faults) }));
  const [lostCustomer] = costliestFirst(allFacts.flatMap((facts) => faultThatLostCustomer(facts, faults) ?? []));
  const worst = lostCustomer ?? costliestToMend(recoveries, faults);
  if (worst === null) return null;
  const single = mainFaultFrom(worst, recoveries, faults);
  return allFacts.length > 1 ? biggestLoss(single, recoveries, faults) : single;
};

/**
 * With many customers one who was lost is one of many: what is to change first is the kind of fault that took most, and
 * `preferred` where none took more (RULES M224).
 */
const biggestLoss = (
  preferred: MainFault,
  recoveries: readonly Recovery[],
  faults: readonly ReportFinding[],
): MainFault =>
  recoveries
    .map(({ by }) => mainFaultFrom(by, recoveries, faults))
    .reduce((a, b) => (marksOf(b.wonBack) > marksOf(a.wonBack) ? b : a), preferred);

/** The costliest fault that caps the total, by the gravest kind there is. To lift a cap, all faults that cap have to go. */
const cappingFaultOf = (rubric: Rubric, faults: readonly ReportFinding[]): MainFault | null => {
  const redLines = faults.filter((finding) => finding.code.startsWith('red-line:'));
  const endedEarly = faults.filter((finding) => finding.code === 'ended-early');
  const capping = [redLines, endedEarly, rudeFaultsThatCap(rubric, faults)].find((ofKind) => ofKind.length > 0) ?? [];
  const [worst] = costliestFirst(capping);
  if (worst === undefined) return null;
  return { fault: worst, sameKind: capping.filter((finding) => finding.code === worst.code), wonBack: capping };
};

const mainFaultFrom = (
  worst: ReportFinding,
  recoveries: readonly Recovery[],
  faults: readonly ReportFinding[],
): MainFault => {
  const sameKind = faults.filter((finding) => kindOf(finding, faults) === kindOf(worst, faults));
  const wonBack = recoveries.filter(({ by }) => sameKind.includes(by)).map(({ fault }) => fault);
  // A late first answer that other words win back isn't what this change is about.
  return { fault: wonBack.includes(worst) ? worst : (costliestFirst(wonBack)[0] ?? worst), sameKind, wonBack };
};

/**
 * The costliest fault of the costliest kind in the family of which several faults cost most together, unless a single
 * fault costs far more than that family.
 */
const costliestToMend = (recoveries: readonly Recovery[], faults: readonly ReportFinding[]): ReportFinding | null => {
  const families = [...new Set(recoveries.map(({ by }) => by.family))].map((family) => ({
    faults: faults.filter((finding) => finding.family === family),
    marks: marksOf(recoveries.filter(({ by }) => by.family === family).map(({ fault }) => fault)),
  }));
  const [frequentFamily] = families
    .filter((family) => timesOf(family.faults) >= 2)
    .toSorted((a, b) => b.marks - a.marks);
  const [costliest] = recoveries.toSorted((a, b) => b.fault.marks - a.fault.marks);
  if (costliest === undefined) return null;
  const isFarDearer = costliest.fault.marks > FAR_DEARER_TIMES * (frequentFamily?.marks ?? 0);
  if (isFarDearer) return costliest.by;
  return costliestFirst(costliestKindIn(frequentFamily?.faults ?? [], faults))[0] ?? costliest.by;
};

/** The faults of the kind that costs most among those of a family. */
const costliestKindIn = (
  ofFamily: readonly ReportFinding[],
  faults: readonly ReportFinding[],
): readonly ReportFinding[] => {
  const kinds = [...new Set(ofFamily.map((finding) => kindOf(finding, faults)))].map((kind) =>
    ofFamily.filter((finding) => kindOf(finding, faults) === kind),
  );
  return kinds.toSorted((a, b) => marksOf(b) - marksOf(a))[0] ?? [];
};

/** Rude words that put a ceiling on the total (RULES M13, M20). */
const rudeFaultsThatCap = ({ rude }: Rubric, findings: readonly ReportFinding[]): ReportFinding[] => {
  const rudeFaults = findings.filter((finding) => RUDE.includes(finding.code));
  return rude !== undefined && (rude.once !== undefined || timesOf(rudeFaults) >= rude.times) ? rudeFaults : [];
};

/** The fault that lost the customer: the silence if they gave up waiting, else the fault before they went that costs most. */
const faultThatLostCustomer = (facts: ConversationFacts, faults: readonly ReportFinding[]): ReportFinding | null => {
  const ending = facts.conversation.endings.at(-1);
  if (!ending || !isLost(facts)) return null;
  const faultsBefore = faults.filter(
    (finding) => finding.conversation === facts.conversation.key && finding.at <= ending.at,
  );
  const silences = ending.silent ? faultsBefore.filter((finding) => SILENCES.includes(finding.code)) : [];
  const faultsOfWords = faultsBefore.filter((finding) => finding.family !== 'late');
  const lateReplies = faultsBefore.filter((finding) => LATE_ROUNDS.includes(finding.code));
  // Three late replies that cost more than all faults in words lose a customer before one vague answer does.
  const blamedByCost =
    lateReplies.length >= MIN_LATE_TO_BLAME && marksOf(lateReplies) > marksOf(faultsOfWords)
      ? lateReplies
      : faultsOfWords;
  const blamedFaults = [silences, blamedByCost].find((faultsOfKind) => faultsOfKind.length > 0) ?? faultsBefore;
  return costliestFirst(blamedFaults)[0] ?? null;
};

const costliestFirst = (findings: readonly ReportFinding[]): ReportFinding[] =>
  findings.toSorted((a, b) => b.marks - a.marks);

/**
 * The kind under which a code is counted: all codes for late replies are one kind, and a customer who left counts as an
 * unanswered round where there is one.
 */
const kindOf = ({ code }: ReportFinding, faults: readonly ReportFinding[]): string => {
  if (LATE_ROUNDS.includes(code)) return 'late';
  return code === 'customer-left' && faults.some((finding) => finding.code === 'unanswered') ? 'unanswered' : code;
};

/** How often faults happened: a finding that tells several deeds as one counts each of them. */
export const timesOf = (findings: readonly ReportFinding[]): number =>
  findings.reduce((sum, finding) => sum + 1 + finding.again.length, 0);

export const marksOf = (findings: readonly ReportFinding[]): number =>
  findings.reduce((sum, finding) => sum + finding.marks, 0);

/**
 * The fault whose mending wins a fault's marks back. Where a first answer is late because earlier words answered
 * nothing, better words would win it back, not faster typing. The limits for one customer decide: those for more
 * customers are only softer.
 */
const mendingFault = (rubric: Rubric, fault: ReportFinding, faults: readonly ReportFinding[]): ReportFinding => {
  const [tier] = rubric.tiers;
  if (fault.code !== 'late-first' || fault.seconds === null || !tier) return fault;
  const { at, seconds, conversation } = fault;
  const rankOf = (score: number): number => GRADES_BEST_FIRST.indexOf(gradeOf(score, tier));
  const betterWords = faults.find(
    (finding) =>
      finding.conversation === conversation &&
      ANSWERS_NOTHING.includes(finding.family) &&
      [finding, ...finding.again].some(
        (occurrence) => occurrence.at >= at && rankOf((occurrence.at - at) / 1000) < rankOf(seconds),
      ),
  );
  return betterWords ?? fault;
};
