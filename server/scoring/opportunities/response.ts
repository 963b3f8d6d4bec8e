/** 响应时效: each visit's first effective response and every later round (RULES M1, T10, M8). */
import type { Round } from '../rounds.ts';
import type { Seen } from '../seen.ts';
import { isAbuse } from '../turn-grade.ts';
import { laterRounds } from './later-rounds.ts';
import { firstKey, type Opportunity, roundKey } from './opportunity.ts';

/** One line for all of them: nothing is wrong with any, so none has a finding. */
const PASSED = '达标、没到优秀线的轮次';

/** Hitting back quickly is no response. */
function abusive({ c }: Seen, round: Round): boolean {
  const turn = c.turns.find((t) => round.reply !== null && t.judgement.messages.includes(round.reply));
  return turn !== undefined && isAbuse(turn);
}

export function responseOpportunities(seen: Seen): Opportunity[] {
  const { c, rubric, firsts } = seen;
  const name = seen.facts.scenario.customer.name;
  const out: Opportunity[] = [];
  for (const f of firsts) {
    if (f.grade === 'void' || f.grade === 'interrupted') continue;
    out.push({
      key: firstKey(c.key, f.visit),
      dimension: 'response',
      at: f.from,
      worth: 1,
      credit: rubric.roundCredit[f.grade],
      unsure: f.unsure,
      text: f.grade === 'pass' ? PASSED : `${name}首次有效响应 ${Math.round(f.seconds)} 秒`,
    });
  }
  for (const r of laterRounds(seen)) {
    if (r.grade === 'void' || r.grade === 'interrupted') continue;
    out.push({
      key: roundKey(c.key, r.number),
      dimension: 'response',
      at: r.from,
      worth: 1,
      credit: r.to === null || abusive(seen, r) ? 0 : rubric.roundCredit[r.grade],
      unsure: false,
      text: r.grade === 'pass' ? PASSED : `${name}第 ${r.number + 1} 轮 ${Math.round(r.seconds)} 秒`,
    });
  }
  return out;
}
