/** One better wording is shown to a reader once: where it would stand again, the next useful thing stands, or nothing. */
import type { Draft } from '../findings/draft.ts';
import type { Seen } from '../seen.ts';
import { plainWords } from '../turn-grade.ts';
import { endedBy, modelAt, openAt } from './model.ts';

/** Each deed keeps what to click, though the same was to be clicked twice. */
const OF_DEEDS: ReadonlySet<string> = new Set([
  'missing-action',
  'forbidden-action',
  'unverified-action',
  'wrong-amount',
]);

/** In order of time; what was shown before gives way to what else stood open then, or to where it was shown. */
export function eachOnce(seen: Seen, drafts: readonly Draft[]): Draft[] {
  const shown: string[] = [];
  const isShown = (line: string): boolean => shown.some((one) => one.includes(plainWords(line)));
  const given = new Map<Draft, Pick<Draft, 'better' | 'asBefore'>>();
  for (const d of drafts.toSorted((a, b) => a.at - b.at)) {
    if (d.better === null || d.code.startsWith('merit:') || OF_DEEDS.has(d.code)) continue;
    const line = [d.better, ...elseAt(seen, d)].find((one) => !isShown(one)) ?? null;
    given.set(d, { better: line, asBefore: line === null ? d.better : null });
    if (line !== null) shown.push(plainWords(line));
  }
  return drafts.map((d) => ({ ...d, ...given.get(d) }));
}

/** What else the customer still waited for at that moment; nothing once they had gone. */
function elseAt(seen: Seen, d: Draft): string[] {
  const { c } = seen;
  const until = d.span?.until ?? d.at;
  const index =
    c.turns.find((t) => t.judgement.turn === d.turn)?.index ?? (c.said.findLast((s) => s.at <= until)?.index ?? 0) + 1;
  return endedBy(c, index) ? [] : openAt(seen, index).flatMap((question) => modelAt(seen, question, index) ?? []);
}
