/** The one fault a report speaks of: its verdict, what to change first and the next goal all rest on it. */

import type { ReportFinding } from '#contract/report.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { type Grade, gradeOf } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { isLost, RUDE } from '#scoring/opportunities/unfinished.ts';

/** `kind`: its code and what goes with it; `meant`: all whose marks come back with it. */
export type Lead = { worst: ReportFinding; kind: ReportFinding[]; meant: ReportFinding[] };

/** Null where no fault counts. What caps the total comes first, then what lost a customer, then what costs most. */
export function leadOf(
  rubric: Rubric,
  findings: readonly ReportFinding[],
  seens: readonly ConversationFacts[],
): Lead | null {
  const sure = findings.filter((f) => f.severity !== 'merit' && !f.unsure);
  const lines = sure.filter((f) => f.code.startsWith('red-line:'));
  const early = sure.filter((f) => f.code === 'ended-early');
  const caps = [lines, early, oftenRude(rubric, sure)].find((own) => own.length > 0) ?? [];
  const [worstCap] = dearest(caps);
  // Whoever is capped has to give up all that caps.
  if (worstCap) return { worst: worstCap, kind: caps.filter((f) => f.code === worstCap.code), meant: caps };
  const faults = sure.filter((f) => f.marks > 0);
  const recovers = faults.map((fault) => ({ fault, by: wonBackBy(rubric, fault, faults) }));
  const leading = (worst: ReportFinding): Lead => {
    const kind = faults.filter((f) => kindOf(f, faults) === kindOf(worst, faults));
    const meant = recovers.filter(({ by }) => kind.includes(by)).map(({ fault }) => fault);
    // A late first answer that other words win back isn't what this change is about.
    return { worst: meant.includes(worst) ? worst : (dearest(meant)[0] ?? worst), kind, meant };
  };
  const [lost] = dearest(seens.flatMap((seen) => whatLost(seen, faults) ?? []));
  if (lost) return leading(lost);
  const families = [...new Set(recovers.map(({ by }) => by.family))].map((family) => ({
    own: faults.filter((f) => f.family === family),
    marks: marksOf(recovers.filter(({ by }) => by.family === family).map(({ fault }) => fault)),
  }));
  const often = families.filter((f) => timesOf(f.own) >= 2).toSorted((a, b) => b.marks - a.marks)[0];
  const kinds = [...new Set((often?.own ?? []).map((f) => kindOf(f, faults)))].map((kind) =>
    (often?.own ?? []).filter((f) => kindOf(f, faults) === kind),
  );
  const [most] = kinds.toSorted((a, b) => marksOf(b) - marksOf(a));
  const [single] = recovers.toSorted((a, b) => b.fault.marks - a.fault.marks);
  const isFarDearer = single !== undefined && single.fault.marks > FAR_DEARER * (often?.marks ?? 0);
  const worst = (isFarDearer ? single.by : dearest(most ?? [])[0]) ?? single?.by;
  return worst ? leading(worst) : null;
}

/** Rude words that put a ceiling on the total (RULES M13, M20). */
function oftenRude({ rude }: Rubric, findings: readonly ReportFinding[]): ReportFinding[] {
  const own = findings.filter((f) => RUDE.includes(f.code));
  return rude !== undefined && (rude.once !== undefined || timesOf(own) >= rude.times) ? own : [];
}

/** One fault that costs more than so many times what came often is what to change first. */
const FAR_DEARER = 2;

const SILENCES = ['customer-left', 'unanswered', 'walked-out'];

/** Who waited in vain was lost by the silence; else the gravest that was said or left undone before they went. */
function whatLost(seen: ConversationFacts, faults: readonly ReportFinding[]): ReportFinding | null {
  const ending = seen.c.endings.at(-1);
  if (!ending || !isLost(seen)) return null;
  const own = faults.filter((f) => f.conversation === seen.c.key && f.at <= ending.at);
  const silent = ending.silent ? own.filter((f) => SILENCES.includes(f.code)) : [];
  const words = own.filter((f) => f.family !== 'late');
  const late = own.filter((f) => LATE_ROUNDS.includes(f.code));
  // Every reply a minute late loses a customer before one vague answer does; two wrong facts come first.
  const said = late.length >= OFTEN_LATE && marksOf(late) > marksOf(words) ? late : words;
  return dearest(silent.length > 0 ? silent : said.length > 0 ? said : own)[0] ?? null;
}

const dearest = (findings: readonly ReportFinding[]): ReportFinding[] => findings.toSorted((a, b) => b.marks - a.marks);

/** So many late replies are what the customer met, whatever was said in them. */
const OFTEN_LATE = 3;

const LATE_ROUNDS = ['late-first', 'late-round', 'slow-handling'];

/** Lateness is one fault however it is counted, and who left because nobody answered was not answered. */
function kindOf({ code }: ReportFinding, faults: readonly ReportFinding[]): string {
  if (LATE_ROUNDS.includes(code)) return 'late';
  return code === 'customer-left' && faults.some((f) => f.code === 'unanswered') ? 'unanswered' : code;
}

/** How often: what is told as one happened as often as it names. */
export const timesOf = (findings: readonly ReportFinding[]): number =>
  findings.reduce((sum, f) => sum + 1 + f.again.length, 0);

export const marksOf = (findings: readonly ReportFinding[]): number => findings.reduce((sum, f) => sum + f.marks, 0);

const WORSE: readonly Grade[] = ['excellent', 'pass', 'weak', 'fail'];
/** Words of these families leave the first question unanswered (RULES T10). */
const ANSWERS_NOTHING = ['evading', 'quick-replies'];

/**
 * The fault whose mending wins a fault's marks back. A first answer that is late because earlier words answered nothing is
 * won by answering with those words, not by typing faster. Graded by one customer's times: more at once only soften them.
 */
function wonBackBy(rubric: Rubric, fault: ReportFinding, faults: readonly ReportFinding[]): ReportFinding {
  const [tier] = rubric.tiers;
  if (fault.code !== 'late-first' || fault.seconds === null || !tier) return fault;
  const { at, seconds, conversation } = fault;
  const grade = (s: number): number => WORSE.indexOf(gradeOf(s, tier));
  const instead = faults.find(
    (f) =>
      f.conversation === conversation &&
      ANSWERS_NOTHING.includes(f.family) &&
      [f, ...f.again].some((once) => once.at >= at && grade((once.at - at) / 1000) < grade(seconds)),
  );
  return instead ?? fault;
}
