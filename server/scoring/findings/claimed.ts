/** 没做的说成做了: an operation told as done that nobody had clicked, nor clicked soon after (RULES M7). */
import type { DrillMs } from '#engine/events.ts';
import { basisOfNeed } from '../basis-of-faults.ts';
import { answerInstead, clickAndSay } from '../better/click-and-say.ts';
import type { TurnHistory } from '../history.ts';
import { needResults } from '../needs.ts';
import { needKey } from '../opportunities/opportunity.ts';
import type { Seen } from '../seen.ts';
import { msToS, secondsText, wordsAt } from '../words.ts';
import { type Draft, draft } from './draft.ts';
import { comesBackFor } from './wrong.ts';

/** Who says it first and clicks right after tells no lie. */
const GRACE_MS = 30_000;

type Claim = { turn: TurnHistory; said: DrillMs; claim: NonNullable<TurnHistory['judgement']['claims']>[number] };

/** One finding for each operation told as done, at its first lie; what is said again is the same deed. */
export function claimedUndone(seen: Seen): Draft[] {
  const found = new Map<string, Claim>();
  for (const one of claimsOf(seen)) {
    const action = claimedAction(seen, one);
    if (!found.has(action) && isLie(seen, one) && !isBroken(seen, one)) found.set(action, one);
  }
  return [...found].map(([action, one]) => findingOf(seen, action, one));
}

const claimsOf = ({ c }: Seen): Claim[] =>
  c.turns.flatMap((turn) =>
    (turn.judgement.claims ?? []).map((claim) => ({
      turn,
      said: c.spoke.find((s) => s.id === claim.quote.message)?.at ?? turn.judgement.lastAt,
      claim,
    })),
  );

/** Of what the words may mean the one they name, else the one that was clicked after all, else the likeliest. */
function claimedAction({ c, facts }: Seen, { turn, claim }: Claim): string {
  const { actions, quote } = claim;
  const words = wordsAt(c, quote) ?? turn.judgement.text;
  const named = actions.find((id) => words.includes(facts.action(id)?.title ?? id));
  return named ?? actions.find((id) => c.acted.some((a) => a.action === id)) ?? actions[0] ?? '';
}

/** When the first operation that the words may mean was done; null when none was. */
const doneAt = ({ c }: Seen, { claim }: Claim): DrillMs | null =>
  c.acted.find((a) => claim.actions.includes(a.action))?.at ?? null;

/** Cut off by the bell or the teacher, there was no time to click: void, as all that is not past its line (RULES C5). */
function isLie(seen: Seen, one: Claim): boolean {
  const until = one.said + GRACE_MS;
  const done = doneAt(seen, one);
  if (done !== null && done <= until) return false;
  const { ended, lastAt } = seen.history;
  return lastAt > until || ended?.why === 'finished' || ended?.why === 'trainee';
}

/** The customer came back for just this: then the promise that wasn't kept is the finding. */
const isBroken = (seen: Seen, { claim }: Claim): boolean =>
  comesBackFor(seen).some(({ unmet }) => unmet !== null && claim.actions.includes(unmet));

function findingOf(seen: Seen, action: string, one: Claim): Draft {
  const { c, facts } = seen;
  const { judgement } = one.turn;
  const title = facts.action(action)?.title ?? action;
  const results = needResults(c, facts).filter(({ need }) => need.do === action);
  const wanted = results.find(({ beat }) => beat === judgement.beat) ?? results[0] ?? null;
  const done = doneAt(seen, one);
  const clicked = done === null ? '到最后也没有点' : `过了 ${secondsText(msToS(one.said, done))} 才点`;
  return draft({
    code: 'claimed-undone',
    at: one.said,
    conversation: c.key,
    turn: judgement.turn,
    quoteAt: one.claim.quote,
    customer: judgement.customer,
    detail: title,
    because: `「${title}」${clicked}。`,
    basis: wanted === null ? null : basisOfNeed(facts, wanted.need, wanted.beat),
    // What the case doesn't ask for is no click to advise: it is not told either.
    better: wanted === null ? answerInstead(seen, one.turn) : clickAndSay(seen, one.turn, wanted.need),
    // One click would have met them all.
    covers: results.filter(({ met }) => !met).map(({ beat, number }) => needKey(c.key, beat, number)),
  });
}
