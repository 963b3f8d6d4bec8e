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

const tradeAsked = (term: ClassTerm['term']): boolean =>
  rulesOf(term).indicators.some(({ id, share }) => share > 0 && TRADE_FIGURES.includes(id));

/**
 * `only`: this trainee's alone are asked for. `isTradeAsked`: what customers bought and how they rated, where no column
 * of the sheet asks for it. Of whoever isn't in any run there is what was entered of them.
 */
export const sheetFacts = async (
  needs: Needs,
  { term, runs }: Pick<ClassTerm, 'term' | 'runs'>,
  { only, isTradeAsked = tradeAsked(term) }: { only?: string; isTradeAsked?: boolean } = {},
): Promise<(person: string) => TermFacts> => {
  const now = needs.clock.now();
  const inTerm = runsIn(term, runs);
  const facts = await factsOf(needs, inTerm, now, only, isTradeAsked);
  const record = await attendanceRecord(needs.storage, term.id);
  const sessions = inTerm.filter((run) => isHeld(run, now)).map((run) => sessionOf(run, record));
  return (person) => {
    const own = facts.get(person) ?? NO_FACTS;
    let { planned } = own;
    const marked = sessions.flatMap((session): MarkedSession[] => {
      const presence = own.attended.find(({ run }) => run === session.run) ?? null;
      const { mark, byData } = standAt(record, session, person, presence);
      const { name, day, run } = session;
      // Nobody serves customers of the other shift, or while on leave (RULES J79).
      if (mark === 'none' || mark === 'leave') planned -= own.unserved.find((one) => one.run === run)?.planned ?? 0;
      return mark === 'none' ? [] : [{ name, day, mark, lateMs: presence?.lateMs ?? 0, corrected: mark !== byData }];
    });
    return { ...own, planned, marked, attendance: record.rules };
  };
};
