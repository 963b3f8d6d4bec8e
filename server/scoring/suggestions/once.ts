/** One better wording is shown to a reader once: where it would stand again the next useful thing stands, or where it was shown. */
import { similarity } from '#language/quick-replies/match-quick-replies.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Draft } from '#scoring/facts/draft.ts';
import { plainText } from '#scoring/facts/turn-grade.ts';
import { endedBy, modelAt, openAt, placeAt } from './model.ts';

/** Each deed keeps what to click, though the same was to be clicked twice. */
const OF_DEEDS: ReadonlySet<string> = new Set([
  'missing-action',
  'forbidden-action',
  'unverified-action',
  'wrong-amount',
]);

/** Of one question's answer: what answers another one mends nothing. */
const OF_ONE_QUESTION: ReadonlySet<string> = new Set([
  'ignored',
  'answered-partly',
  'evaded',
  'vague',
  'wrong-fact',
  'self-contradiction',
  'false-promise',
]);

/** A line that is this much another's words tells the reader nothing new. */
const MOSTLY = 0.6;

/** Whether `line` tells a reader nothing that `shown` hasn't told. */
export function sameLine(shown: string, line: string): boolean {
  const [before, now] = [plainText(shown), plainText(line)];
  return before.includes(now) || (now.includes(before) && before.length > now.length * MOSTLY);
}

/** In order of time; what was shown before gives way to what else stood open then, or to where it was shown. */
export function eachOnce(seen: ConversationFacts, drafts: readonly Draft[]): Draft[] {
  const shown: { line: string; told: number }[] = [];
  const given = new Map<Draft, Pick<Draft, 'better' | 'steps' | 'shownBefore'>>();
  for (const d of inOrder(drafts)) {
    if (d.better === null || d.code.startsWith('merit:') || OF_DEEDS.has(d.code)) continue;
    const index = placeOf(seen, d);
    const told = seen.c.facts.filter((f) => f.index < index).length;
    // Of two questions back the one still unanswered is asked again by itself.
    const asksOn = (line: string, before: (typeof shown)[number]): boolean =>
      line.endsWith('？') && line !== before.line && told > before.told;
    const others = OF_ONE_QUESTION.has(d.code) ? [] : [...elseAt(seen, index), ...d.spare];
    const gone = d.code === 'ignored' && endedBy(seen.c, index) !== null;
    const fresh = [d.better, ...others].filter((one) => !wasSaid(seen, d, one, index));
    const isNew = (one: string): boolean => !shown.some((before) => sameLine(before.line, one) && !asksOn(one, before));
    const line = fresh.find(isNew) ?? null;
    // Nobody is there to be told it; a reader is led to where it could have been said.
    if (gone && line !== null) {
      given.set(d, { better: null, steps: false, shownBefore: false });
      continue;
    }
    // What nobody would read again leads to where it stands; what the trainee said already is no advice at all.
    const better = line ?? fresh[0] ?? null;
    const steps = d.steps && better === d.better;
    given.set(d, { better, steps, shownBefore: line === null && fresh.length > 0 });
    if (line !== null) shown.push({ line, told });
  }
  return drafts.map((d) => ({ ...d, ...given.get(d) }));
}

/** As alike as this, two messages are one. */
const ALIKE = 0.8;

/** Said to this customer before, or the very words that are the fault: sent again it is no better. Late is only late. */
function wasSaid({ c }: ConversationFacts, d: Draft, line: string, index: number): boolean {
  if (d.code.startsWith('late-')) return false;
  const words = plainText(line);
  const own = c.turns.find((t) => t.judgement.turn === d.turn)?.judgement.messages ?? [];
  const said = c.spoke.filter((s) => s.index < index && !own.includes(s.id));
  const text = c.turns.find((t) => t.judgement.turn === d.turn)?.judgement.text ?? '';
  return plainText(text) === words || said.some((s) => similarity(s.text, line) >= ALIKE);
}

/** Of one moment the fault of the answer speaks first: a red line has words of its own besides. */
const inOrder = (drafts: readonly Draft[]): Draft[] =>
  drafts.toSorted((a, b) => a.at - b.at || Number(isRedLine(a)) - Number(isRedLine(b)));

const isRedLine = ({ code }: Draft): boolean => code.startsWith('red-line:');

/** Where in the log it could have been said. */
function placeOf({ c }: ConversationFacts, d: Draft): number {
  const turn = d.code.startsWith('late-') ? undefined : c.turns.find((t) => t.judgement.turn === d.turn);
  const until = d.span?.until ?? d.at;
  return turn?.index ?? placeAt(c, until);
}

/** What else the customer had asked in the same breath and still waited for; nothing once they had gone. */
function elseAt(seen: ConversationFacts, index: number): string[] {
  const { c, facts } = seen;
  const beat = facts.beat(c.beats.findLast((b) => b.index < index)?.beat ?? null);
  if (!beat || endedBy(c, index)) return [];
  const here = openAt(seen, index).filter((q) => beat.recalls === q.id || beat.asks.some((one) => one.id === q.id));
  return here.flatMap((question) => modelAt(seen, question, index) ?? []);
}
