/** The longest part of the slow rounds, and what kept the trainee from a customer: told where no cause is, or beside one. */
import type { AnatomyRound, SegmentKind } from '#contract/anatomy.ts';
import type { AnatomyThresholds } from '#engine/model/rubric.ts';
import { percentText } from '#i18n/percent.ts';
import { say } from '#i18n/say.ts';

export const percent = (part: number, total: number): string => percentText(Math.round((100 * part) / total));

/** Seconds of one kind in a round. */
export const secondsOfKind = (round: AnatomyRound, kind: SegmentKind): number =>
  round.segments.filter((segment) => segment.kind === kind).reduce((sum, segment) => sum + segment.seconds, 0);

export const sumOf = (rounds: readonly AnatomyRound[], secondsOf: (round: AnatomyRound) => number): number =>
  rounds.reduce((sum, round) => sum + secondsOf(round), 0);

/** Goods or a rule were opened before the first key. A look at an order has no card, and shows nothing of who knows the goods (RULES M200). */
export const openedCard = ({ cards }: AnatomyRound): boolean => cards.some(({ whileTyping }) => !whileTyping);

/** What kept the trainee from this customer: unopened while others waited too, busy with others, or both (RULES M234). */
export const busyText = (busySeconds: number, withOthers: number): string => {
  const isUnopened = busySeconds - withOthers >= 1;
  return say(`page:cause.busy.${withOthers < 1 ? 'unopened' : isUnopened ? 'both' : 'elsewhere'}`);
};

const TABLE_PARTS = ['unseen', 'thought', 'looked-up', 'typed', 'elsewhere'] as const;

/** The part that the table shows as the longest: causes take parts of it alone, and no sum of theirs is its share (RULES M169). */
export const longestInTable = (rounds: readonly AnatomyRound[]): { part: string; share: string } => {
  const parts = TABLE_PARTS.map((kind) => ({ kind, seconds: sumOf(rounds, (round) => secondsOfKind(round, kind)) }));
  const longest = parts.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  const allSeconds = sumOf(rounds, (round) => round.seconds);
  return { part: say(`page:cause.part.${longest.kind}`), share: percent(longest.seconds, allSeconds) };
};

const REPLY_PARTS = ['thought', 'looked-up', 'typed', 'elsewhere'] as const;

/**
 * Names the longest part where no threshold of the rubric tells a cause, with its share of the whole wait as the table beside the
 * sentence shows it: a whole without the seconds of others gave 98 % beside a table that has 72 % (RULES M207). Unopened, while
 * others waited too, is a part of the wait though no cause of its own (RULES M137).
 */
export const longestPart = (slowRounds: readonly AnatomyRound[], { share }: AnatomyThresholds): string => {
  const parts = REPLY_PARTS.map((kind) => ({
    kind,
    seconds: sumOf(slowRounds, (round) => secondsOfKind(round, kind)),
  }));
  const [longest] = parts.toSorted((a, b) => b.seconds - a.seconds);
  const unseenSeconds = sumOf(slowRounds, (round) => secondsOfKind(round, 'unseen'));
  const allSeconds = sumOf(slowRounds, (round) => round.seconds);
  if (unseenSeconds / allSeconds >= share && unseenSeconds > (longest?.seconds ?? 0))
    return say('page:cause.none.longest.unseen', {
      slow: slowRounds.length,
      share: percent(unseenSeconds, allSeconds),
    });
  if (longest === undefined || longest.seconds / allSeconds < share)
    return say('page:cause.none.no-share', { slow: slowRounds.length, share: percent(share, 1) });
  const isOrders = longest.kind === 'looked-up' && !slowRounds.some(openedCard);
  return say(`page:cause.none.longest.${isOrders ? 'orders' : longest.kind}`, {
    slow: slowRounds.length,
    share: percent(longest.seconds, allSeconds),
  });
};
