/** The one fault a report speaks of: its verdict, what to change first and the next goal all rest on it. */

import type { ReportFinding } from '#contract/report.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { type Grade, gradeOf } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { isLost, RUDE } from '#scoring/opportunities/unfinished.ts';

/** `sameKind`: the findings of its code and those counted with it; `wonBack`: all whose marks come back with it. */
export type MainFault = { fault: ReportFinding; sameKind: ReportFinding[]; wonBack: ReportFinding[] };

/** A single fault that costs more than this many times the marks of a frequent family is what to change first. */
const FAR_DEARER = 2;
/** From this many late replies on, being late may be what lost the customer, whatever the replies said. */
const OFTEN_LATE = 3;
const SILENCES = ['customer-left', 'unanswered', 'walked-out'];
const LATE_ROUNDS = ['late-first', 'late-round', 'slow-handling'];
const GRADES_BEST_FIRST: readonly Grade[] = ['excellent', 'pass', 'weak', 'fail'];
/** Faults of these families leave the first question unanswered (RULES T10). */
const ANSWERS_NOTHING = ['evading', 'quick-replies'];

/**
 * Null where no fault counts. A fault that caps the total comes first, then one that lost a customer, then the one that
 * costs most.
 */
export function mainFaultOf(
  rubric: Rubric,
  findings: readonly ReportFinding[],
  allFacts: readonly ConversationFacts[],
): MainFault | null {
  const sure = findings.filter((finding) => finding.severity !== 'merit' && !finding.unsure);
  const redLines = sure.filter((finding) => finding.code.startsWith('red-line:'));
  const early = sure.filter((finding) => finding.code === 'ended-early');
  const caps = [redLines, early, oftenRude(rubric, sure)].find((own) => own.length > 0) ?? [];
  const [worstCap] = dearest(caps);
  // To lift a cap, all faults that cap have to go.
  if (worstCap)
    return { fault: worstCap, sameKind: caps.filter((finding) => finding.code === worstCap.code), wonBack: caps };
  const faults = sure.filter((finding) => finding.marks > 0);
  const recovers = faults.map((fault) => ({ fault, by: wonBackBy(rubric, fault, faults) }));
  const leading = (worst: ReportFinding): MainFault => {
    const sameKind = faults.filter((finding) => kindOf(finding, faults) === kindOf(worst, faults));
    const wonBack = recovers.filter(({ by }) => sameKind.includes(by)).map(({ fault }) => fault);
    // A late first answer that other words win back isn't what this change is about.
    return { fault: wonBack.includes(worst) ? worst : (dearest(wonBack)[0] ?? worst), sameKind, wonBack };
  };
  const [lost] = dearest(allFacts.flatMap((facts) => whatLost(facts, faults) ?? []));
  if (lost) return leading(lost);
  const families = [...new Set(recovers.map(({ by }) => by.family))].map((family) => ({
    own: faults.filter((finding) => finding.family === family),
    marks: marksOf(recovers.filter(({ by }) => by.family === family).map(({ fault }) => fault)),
  }));
  const often = families.filter((family) => timesOf(family.own) >= 2).toSorted((a, b) => b.marks - a.marks)[0];
  const kinds = [...new Set((often?.own ?? []).map((finding) => kindOf(finding, faults)))].map((kind) =>
    (often?.own ?? []).filter((finding) => kindOf(finding, faults) === kind),
  );
  const [most] = kinds.toSorted((a, b) => marksOf(b) - marksOf(a));
  const [single] = recovers.toSorted((a, b) => b.fault.marks - a.fault.marks);
  const isFarDearer = single !== undefined && single.fault.marks > FAR_DEARER * (often?.marks ?? 0);
  const worst = (isFarDearer ? single.by : dearest(most ?? [])[0]) ?? single?.by;
  return worst ? leading(worst) : null;
}

/** Rude words that put a ceiling on the total (RULES M13, M20). */
function oftenRude({ rude }: Rubric, findings: readonly ReportFinding[]): ReportFinding[] {
  const own = findings.filter((finding) => RUDE.includes(finding.code));
  return rude !== undefined && (rude.once !== undefined || timesOf(own) >= rude.times) ? own : [];
}

/** The fault that lost the customer: the silence if they gave up waiting, else the fault before they went that costs most. */
function whatLost(facts: ConversationFacts, faults: readonly ReportFinding[]): ReportFinding | null {
  const ending = facts.conversation.endings.at(-1);
  if (!ending || !isLost(facts)) return null;
  const own = faults.filter((finding) => finding.conversation === facts.conversation.key && finding.at <= ending.at);
  const silences = ending.silent ? own.filter((finding) => SILENCES.includes(finding.code)) : [];
  const words = own.filter((finding) => finding.family !== 'late');
  const late = own.filter((finding) => LATE_ROUNDS.includes(finding.code));
  // Three late replies that cost more than all faults in words lose a customer before one vague answer does.
  const leading = late.length >= OFTEN_LATE && marksOf(late) > marksOf(words) ? late : words;
  const blamed = [silences, leading].find((faultsOfKind) => faultsOfKind.length > 0) ?? own;
  return dearest(blamed)[0] ?? null;
}

const dearest = (findings: readonly ReportFinding[]): ReportFinding[] => findings.toSorted((a, b) => b.marks - a.marks);

/**
 * The kind under which a code is counted: all codes for late replies are one kind, and a customer who left counts as an
 * unanswered round where there is one.
 */
function kindOf({ code }: ReportFinding, faults: readonly ReportFinding[]): string {
  if (LATE_ROUNDS.includes(code)) return 'late';
  return code === 'customer-left' && faults.some((finding) => finding.code === 'unanswered') ? 'unanswered' : code;
}

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
function wonBackBy(rubric: Rubric, fault: ReportFinding, faults: readonly ReportFinding[]): ReportFinding {
  const [tier] = rubric.tiers;
  if (fault.code !== 'late-first' || fault.seconds === null || !tier) return fault;
  const { at, seconds, conversation } = fault;
  const gradeRank = (score: number): number => GRADES_BEST_FIRST.indexOf(gradeOf(score, tier));
  const instead = faults.find(
    (finding) =>
      finding.conversation === conversation &&
      ANSWERS_NOTHING.includes(finding.family) &&
      [finding, ...finding.again].some(
        (once) => once.at >= at && gradeRank((once.at - at) / 1000) < gradeRank(seconds),
      ),
  );
  return instead ?? fault;
}
