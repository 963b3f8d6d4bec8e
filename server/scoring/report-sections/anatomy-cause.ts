/**
 * The one of four causes of slow replies that the times point at (docs/trade.md §2: ① 工作平台和快捷话术不熟悉 ② 产品不熟悉、临时找答案 ③
 * 紧张、怕出错、犹豫 ④ 对响应时间没有概念). Only rounds over the pass threshold are looked at. Below the rubric's other thresholds no
 * cause is named, and the sentence says why.
 */
import type { Anatomy, AnatomyRound, SegmentKind } from '#contract/anatomy.ts';
import type { AnatomyThresholds } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { secondsText } from '#scoring/log/phrasing.ts';

type CauseId = NonNullable<Anatomy['cause']>['id'];
type FoundCause = Pick<Anatomy, 'cause' | 'evidence'>;
/** Seconds of the slow rounds that speak for a cause, and the rounds they come from. */
type Trace = { id: CauseId; seconds: number; rounds: AnatomyRound[] };

const SECONDS_A_MINUTE = 60;

const titleOf = (id: CauseId): string => say(`page:cause.title.${id}`);

export function causeOf(rounds: readonly AnatomyRound[], lines: AnatomyThresholds | null): FoundCause {
  const withTimes = rounds.filter((round) => round.segments.some((segment) => segment.kind !== 'untimed'));
  // A round across a long stop is outside the figures (RULES C4).
  const timed = withTimes.filter((round) => round.grade !== 'interrupted');
  const slow = timed.filter((round) => round.grade === 'weak' || round.grade === 'fail');
  // The order is the rule: the first reason that holds is the one told.
  if (rounds.length === 0) return noCause(say('page:cause.none.no-reply'));
  if (withTimes.length === 0) return noCause(say('page:cause.none.untimed', { n: rounds.length }));
  if (timed.length === 0) return noCause(say('page:cause.none.stopped', { n: withTimes.length }));
  if (lines === null) return noCause(say('page:cause.none.no-lines'));
  if (timed.length < lines.fewestRounds)
    return noCause(say('page:cause.none.few-rounds', { n: timed.length, least: lines.fewestRounds }));
  if (slow.length === 0) return noCause(say('page:cause.none.in-time', { n: timed.length }));
  if (slow.length < lines.fewestSlow)
    return noCause(say('page:cause.none.few-slow', { n: timed.length, slow: slow.length }));
  const traces = tracesOf(slow, lines).toSorted((a, b) => b.seconds - a.seconds);
  return causeAmong(slow, traces, lines);
}

/** Seconds before this customer was seen, while others waited too, aren't this reply's: they are left out of the whole. */
function causeAmong(
  rounds: readonly AnatomyRound[],
  [first, second]: readonly Trace[],
  lines: AnatomyThresholds,
): FoundCause {
  const allSeconds = sumOf(rounds, (round) => round.seconds);
  const busySeconds = sumOf(rounds, (round) => partOf(round, 'unseen') - round.aloneSeconds);
  const ownSeconds = allSeconds - busySeconds;
  const slow = rounds.length;
  if (busySeconds / allSeconds > lines.busyShare)
    return noCause(
      say('page:cause.none.busy', { slow, wait: secondsText(busySeconds), share: percent(busySeconds, allSeconds) }),
    );
  if (!first || first.seconds / ownSeconds < lines.share) return noCause(longestPart(rounds, ownSeconds, lines));
  if (first.rounds.length < lines.fewestSlow)
    return noCause(say('page:cause.none.rare', { slow, cause: titleOf(first.id), n: first.rounds.length }));
  if (second && (first.seconds - second.seconds) / ownSeconds < lines.ahead)
    return noCause(
      say('page:cause.none.close', {
        slow,
        first: titleOf(first.id),
        firstShare: percent(first.seconds, ownSeconds),
        second: titleOf(second.id),
        secondShare: percent(second.seconds, ownSeconds),
      }),
    );
  const wait = secondsText(first.seconds);
  const share = percent(first.seconds, ownSeconds);
  return {
    cause: { id: first.id, title: titleOf(first.id) },
    evidence: say(`page:cause.found.${first.id}`, {
      slow,
      n: first.rounds.length,
      share:
        busySeconds < 1
          ? say('page:cause.share', { wait, share })
          : say('page:cause.share-busy', { wait, share, busy: secondsText(busySeconds) }),
      think: secondsText(sumOf(first.rounds, (round) => partOf(round, 'thought')) / first.rounds.length),
      more: MORE[first.id](first.rounds, lines),
    }),
  };
}

const PARTS = ['thought', 'looked-up', 'typed'] as const;

/** Names the longest part where no threshold of the rubric tells a cause: the table beside the sentence shows that part too. */
function longestPart(slow: readonly AnatomyRound[], ownSeconds: number, { share }: AnatomyThresholds): string {
  const parts = PARTS.map((kind) => ({ kind, seconds: sumOf(slow, (round) => partOf(round, kind)) }));
  const [longest] = parts.toSorted((a, b) => b.seconds - a.seconds);
  return longest === undefined || longest.seconds / ownSeconds < share
    ? say('page:cause.none.no-share', { slow: slow.length, share: percent(share, 1) })
    : say(`page:cause.none.longest.${longest.kind}`, {
        slow: slow.length,
        share: percent(longest.seconds, ownSeconds),
      });
}

const noCause = (evidence: string): FoundCause => ({ cause: null, evidence });
const percent = (part: number, whole: number): string => say('page:percent', { n: Math.round((100 * part) / whole) });

/** Seconds of one kind in a round. */
const partOf = (round: AnatomyRound, kind: SegmentKind): number =>
  round.segments.filter((segment) => segment.kind === kind).reduce((sum, segment) => sum + segment.seconds, 0);

const sumOf = (rounds: readonly AnatomyRound[], of: (round: AnatomyRound) => number): number =>
  rounds.reduce((sum, round) => sum + of(round), 0);

function tracesOf(slow: readonly AnatomyRound[], lines: AnatomyThresholds): Trace[] {
  const trace = (id: CauseId, secondsOf: (round: AnatomyRound) => number): Trace => {
    const rounds = slow.filter((round) => secondsOf(round) > 0);
    return { id, rounds, seconds: sumOf(rounds, secondsOf) };
  };
  const from = (seconds: number, least: number): number => (seconds >= least ? seconds : 0);
  return [
    trace('clock', (round) => from(round.aloneSeconds, lines.unseenS)),
    trace('product', (round) => from(partOf(round, 'looked-up'), lines.lookUpS)),
    trace('nerves', (round) =>
      hesitates(round, lines) ? partOf(round, 'thought') + (deletesMuch(round, lines) ? keys(round) : 0) : 0,
    ),
    trace('tool', (round) => {
      const isClumsy = huntsPhrase(round, lines) || typesSlowly(round, lines) || deletesMuch(round, lines);
      // Deleting after long thought is hesitation: its seconds count there alone.
      return isClumsy && !(hesitates(round, lines) && deletesMuch(round, lines)) ? keys(round) : 0;
    }),
  ];
}

const keys = (round: AnatomyRound): number => partOf(round, 'typed');

/** Long thought with nothing looked up. Without a key pressed it may be a search for a quick reply with the mouse. */
const hesitates = (round: AnatomyRound, lines: AnatomyThresholds): boolean =>
  partOf(round, 'thought') >= lines.thinkS &&
  round.cards.length === 0 &&
  partOf(round, 'looked-up') === 0 &&
  keys(round) > 0;

const deletesMuch = (round: AnatomyRound, lines: AnatomyThresholds): boolean =>
  (round.typed ?? 0) >= lines.fewestCharacters &&
  (round.deleted ?? 0) / Math.max(1, round.typed ?? 0) >= lines.deletedShare;

const huntsPhrase = (round: AnatomyRound, lines: AnatomyThresholds): boolean =>
  round.how === 'quick-reply' && keys(round) >= lines.phraseS;

/** Only typed replies: a chosen quick reply or pasted words don't show how fast the trainee types. */
const typesSlowly = (round: AnatomyRound, lines: AnatomyThresholds): boolean =>
  round.how === 'typed' &&
  (round.typed ?? 0) >= lines.fewestCharacters &&
  keys(round) > 0 &&
  (SECONDS_A_MINUTE * (round.typed ?? 0)) / keys(round) < lines.charactersPerMinute;

/** What ends the sentence of a cause: what else the rounds show; empty where nothing does. */
const MORE: Readonly<Record<CauseId, (rounds: readonly AnatomyRound[], lines: AnatomyThresholds) => string>> = {
  clock: () => '',
  product: (rounds) => mostOpened(rounds),
  nerves: (rounds, lines) => deletedText(rounds.filter((round) => deletesMuch(round, lines))),
  tool: (rounds, lines) => {
    const hunting = rounds.filter((round) => huntsPhrase(round, lines));
    const typingSlowly = rounds.filter((round) => typesSlowly(round, lines));
    const perMinute = Math.round(
      (SECONDS_A_MINUTE * sumOf(typingSlowly, (round) => round.typed ?? 0)) / Math.max(1, sumOf(typingSlowly, keys)),
    );
    return [
      hunting.length === 0
        ? ''
        : say('page:cause.more.hunts', { n: hunting.length, wait: secondsText(sumOf(hunting, keys)) }),
      typingSlowly.length === 0 ? '' : say('page:cause.more.slowly', { n: typingSlowly.length, perMinute }),
      deletedText(rounds.filter((round) => deletesMuch(round, lines))),
    ].join('');
  },
};

const deletedText = (rounds: readonly AnatomyRound[]): string =>
  rounds.length === 0
    ? ''
    : say('page:cause.more.deleted', {
        n: rounds.length,
        typed: sumOf(rounds, (round) => round.typed ?? 0),
        deleted: sumOf(rounds, (round) => round.deleted ?? 0),
      });

/** The card opened most, when it was opened more than once. */
function mostOpened(rounds: readonly AnatomyRound[]): string {
  const counts = new Map<string, number>();
  for (const { title } of rounds.flatMap((round) => round.cards)) counts.set(title, (counts.get(title) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most === undefined || most[1] < 2 ? '' : say('page:cause.more.opened', { card: most[0], n: most[1] });
}
