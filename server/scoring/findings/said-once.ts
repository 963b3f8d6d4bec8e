/** One wrong answer is one finding, also where it is said again or told of two points of a question at once (RULES M27). */
import { joined, say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { clockText, quotedText } from '#scoring/log/phrasing.ts';
import { pointKey } from '#scoring/opportunities/opportunity.ts';

type Slip = { draft: FindingDraft; words: string; money: readonly number[]; figures: readonly string[] };

/**
 * Wrong answers in order of time. A later one belongs to the first if it tells the same point with the same figure, or
 * without figures in the same words; or if the same turn tells another point of the question with another sum (a price
 * and what comes of it). What each point loses doesn't change.
 */
export function saidOnce(facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] {
  const kept: FindingDraft[] = [];
  const slips: Slip[] = [];
  for (const draft of drafts) {
    const slip = slipOf(facts, draft);
    const first = slips.find((other) => isAgain(other, slip) || isSameSum(facts, other, slip));
    if (first === undefined) {
      const own = { ...draft, covers: [...draft.covers] };
      kept.push(own);
      slips.push({ ...slip, draft: own });
      continue;
    }
    slips.push({ ...slip, draft: first.draft });
    first.draft.covers.push(...draft.covers);
    if (first.draft.turn === draft.turn) continue;
    first.draft.again = [...first.draft.again, { at: draft.at, turn: draft.turn, quoteAt: draft.quoteAt }];
    const again = say('findings:wrong.said-again', { clock: clockText(draft.at) });
    first.draft.because = joined([first.draft.because, again]);
  }
  return kept;
}

function slipOf({ conversation }: ConversationFacts, draft: FindingDraft): Slip {
  const words = draft.quoteAt === null ? '' : (quotedText(conversation, draft.quoteAt) ?? '');
  const values = valuesIn(folded(words));
  return {
    draft,
    words,
    money: values.filter(({ kind }) => kind === 'amount' || kind === 'number').map(({ quantity }) => quantity),
    figures: values.map(({ kind, quantity }) => `${kind} ${quantity}`),
  };
}

const isSamePoint = (a: FindingDraft, b: FindingDraft): boolean => b.covers.some((key) => a.covers.includes(key));

function isAgain(slip: Slip, other: Slip): boolean {
  if (!isSamePoint(slip.draft, other.draft) || slip.draft.turn === other.draft.turn) return false;
  if (other.figures.length === 0 || slip.figures.length === 0) return other.words === slip.words;
  return other.figures.some((figure) => slip.figures.includes(figure));
}

/** Whether two wrong answers are two sums of one question in the same turn. */
function isSameSum({ conversation }: ConversationFacts, slip: Slip, other: Slip): boolean {
  if (slip.draft.turn !== other.draft.turn || slip.money.length === 0 || other.money.length === 0) return false;
  return slip.draft.about.some((id) =>
    other.draft.covers.some((key) => key.startsWith(pointKey(conversation.key, id, ''))),
  );
}
