/** What a term's sheet is made of: what its runs say, with attendance as it stands on record (RULES J3, A1–A4). */
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import type { Clock } from '#common/clock.ts';
import { attendanceRecord, sessionOf, standAt } from './attendance-record.ts';
import { factsOf } from './facts.ts';
import { TRADE_FIGURES } from './indicators.ts';
import { isHeld } from './presence.ts';
import { rulesOf } from './rules.ts';
import { type MarkedSession, NO_FACTS, type TermFacts } from './sheet-row.ts';
import { runsIn } from './term-items.ts';
import type { ClassTerm } from './terms.ts';

type Needs = ResultsNeeds & { clock: Pick<Clock, 'now'> };

/** `only`: this trainee's alone are asked for. Of whoever isn't in any run there is what was entered of them. */
export async function sheetFacts(
  needs: Needs,
  { term, runs }: Pick<ClassTerm, 'term' | 'runs'>,
  only?: string,
): Promise<(person: string) => TermFacts> {
  const now = needs.clock.now();
  const inTerm = runsIn(term, runs);
  const isTradeAsked = rulesOf(term).indicators.some(({ id, share }) => share > 0 && TRADE_FIGURES.includes(id));
  const facts = await factsOf(needs, inTerm, now, only, isTradeAsked);
  const record = await attendanceRecord(needs.storage, term.id);
  const sessions = inTerm.filter((run) => isHeld(run, now)).map((run) => sessionOf(run, record));
  return (person) => {
    const own = facts.get(person) ?? NO_FACTS;
    const marked = sessions.flatMap((session): MarkedSession[] => {
      const presence = own.attended.find(({ run }) => run === session.run) ?? null;
      const { mark, byData } = standAt(record, session, person, presence);
      const { name, day } = session;
      return mark === 'none' ? [] : [{ name, day, mark, lateMs: presence?.lateMs ?? 0, corrected: mark !== byData }];
    });
    return { ...own, marked, attendance: record.rules };
  };
}
