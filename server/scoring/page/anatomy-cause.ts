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
type Told = Pick<Anatomy, 'cause' | 'evidence'>;
/** Seconds of the slow rounds that speak for a cause, and the rounds they come from. */
type Trace = { id: CauseId; seconds: number; rounds: AnatomyRound[] };

const titleOf = (id: CauseId): string => say(`page:cause.title.${id}`);

export function causeOf(rounds: readonly AnatomyRound[], lines: AnatomyThresholds | null): Told {
  const withTimes = rounds.filter((r) => r.segments.some((s) => s.kind !== 'untimed'));
  // A round across a long stop is outside the figures (RULES C4).
  const timed = withTimes.filter((r) => r.grade !== 'interrupted');
  const slow = timed.filter((r) => r.grade === 'weak' || r.grade === 'fail');
  if (rounds.length === 0) return none(say('page:cause.none.no-reply'));
  if (withTimes.length === 0) return none(say('page:cause.none.untimed', { n: rounds.length }));
  if (timed.length === 0) return none(say('page:cause.none.stopped', { n: withTimes.length }));
  if (lines === null) return none(say('page:cause.none.no-lines'));
  if (timed.length < lines.fewestRounds)
    return none(say('page:cause.none.few-rounds', { n: timed.length, least: lines.fewestRounds }));
  if (slow.length === 0) return none(say('page:cause.none.in-time', { n: timed.length }));
  if (slow.length < lines.fewestSlow)
    return none(say('page:cause.none.few-slow', { n: timed.length, slow: slow.length }));
  const traces = tracesOf(slow, lines).toSorted((a, b) => b.seconds - a.seconds);
  return told(slow, traces, lines);
}

/** Seconds before this customer was seen, while others waited too, aren't this reply's: they are left out of the whole. */
function told(rounds: readonly AnatomyRound[], [first, second]: readonly Trace[], lines: AnatomyThresholds): Told {
  const all = sumOf(rounds, (r) => r.seconds);
  const busy = sumOf(rounds, (r) => partOf(r, 'unseen') - r.aloneSeconds);
  const total = all - busy;
  const slow = rounds.length;
  if (busy / all > lines.busyShare)
    return none(say('page:cause.none.busy', { slow, wait: secondsText(busy), share: percent(busy, all) }));
  if (!first || first.seconds / total < lines.share) return none(longestPart(rounds, total, lines));
  if (first.rounds.length < lines.fewestSlow)
    return none(say('page:cause.none.rare', { slow, cause: titleOf(first.id), n: first.rounds.length }));
  if (second && (first.seconds - second.seconds) / total < lines.ahead)
    return none(
      say('page:cause.none.close', {
        slow,
        first: titleOf(first.id),
        firstShare: percent(first.seconds, total),
        second: titleOf(second.id),
        secondShare: percent(second.seconds, total),
      }),
    );
  const wait = secondsText(first.seconds);
  const share = percent(first.seconds, total);
  return {
    cause: { id: first.id, title: titleOf(first.id) },
    evidence: say(`page:cause.found.${first.id}`, {
      slow,
      n: first.rounds.length,
      share:
        busy < 1
          ? say('page:cause.share', { wait, share })
          : say('page:cause.share-busy', { wait, share, busy: secondsText(busy) }),
      think: secondsText(sumOf(first.rounds, (r) => partOf(r, 'thought')) / first.rounds.length),
      more: MORE[first.id](first.rounds, lines),
    }),
  };
}

const PARTS = ['thought', 'looked-up', 'typed'] as const;

/** Names the longest part where no threshold of the rubric tells a cause: the table beside the sentence shows that part too. */
function longestPart(slow: readonly AnatomyRound[], total: number, { share }: AnatomyThresholds): string {
  const parts = PARTS.map((kind) => ({ kind, seconds: sumOf(slow, (r) => partOf(r, kind)) }));
  const [longest] = parts.toSorted((a, b) => b.seconds - a.seconds);
  return longest === undefined || longest.seconds / total < share
    ? say('page:cause.none.no-share', { slow: slow.length, share: percent(share, 1) })
    : say(`page:cause.none.longest.${longest.kind}`, { slow: slow.length, share: percent(longest.seconds, total) });
}

const none = (evidence: string): Told => ({ cause: null, evidence });
const percent = (part: number, whole: number): string => say('page:percent', { n: Math.round((100 * part) / whole) });

/** Seconds of one kind in a round. */
const partOf = (round: AnatomyRound, kind: SegmentKind): number =>
  round.segments.filter((s) => s.kind === kind).reduce((sum, s) => sum + s.seconds, 0);

const sumOf = (rounds: readonly AnatomyRound[], of: (round: AnatomyRound) => number): number =>
  rounds.reduce((sum, r) => sum + of(r), 0);

function tracesOf(slow: readonly AnatomyRound[], lines: AnatomyThresholds): Trace[] {
  const trace = (id: CauseId, secondsOf: (round: AnatomyRound) => number): Trace => {
    const rounds = slow.filter((r) => secondsOf(r) > 0);
    return { id, rounds, seconds: sumOf(rounds, secondsOf) };
  };
  const from = (seconds: number, least: number): number => (seconds >= least ? seconds : 0);
  return [
    trace('clock', (r) => from(r.aloneSeconds, lines.unseenS)),
    trace('product', (r) => from(partOf(r, 'looked-up'), lines.lookUpS)),
    trace('nerves', (r) => (hesitates(r, lines) ? partOf(r, 'thought') + (deletesMuch(r, lines) ? keys(r) : 0) : 0)),
    trace('tool', (r) => {
      const clumsy = huntsPhrase(r, lines) || typesSlowly(r, lines) || deletesMuch(r, lines);
      // Deleting after long thought is hesitation: its seconds count there alone.
      return clumsy && !(hesitates(r, lines) && deletesMuch(r, lines)) ? keys(r) : 0;
    }),
  ];
}

const keys = (r: AnatomyRound): number => partOf(r, 'typed');

/** Long thought with nothing looked up. Without a key pressed it may be a search for a quick reply with the mouse. */
const hesitates = (r: AnatomyRound, lines: AnatomyThresholds): boolean =>
  partOf(r, 'thought') >= lines.thinkS && r.cards.length === 0 && partOf(r, 'looked-up') === 0 && keys(r) > 0;

const deletesMuch = (r: AnatomyRound, lines: AnatomyThresholds): boolean =>
  (r.typed ?? 0) >= lines.fewestCharacters && (r.deleted ?? 0) / Math.max(1, r.typed ?? 0) >= lines.deletedShare;

const huntsPhrase = (r: AnatomyRound, lines: AnatomyThresholds): boolean =>
  r.how === 'quick-reply' && keys(r) >= lines.phraseS;

/** Only typed replies: a chosen quick reply or pasted words don't show how fast the trainee types. */
const typesSlowly = (r: AnatomyRound, lines: AnatomyThresholds): boolean =>
  r.how === 'typed' &&
  (r.typed ?? 0) >= lines.fewestCharacters &&
  keys(r) > 0 &&
  (60 * (r.typed ?? 0)) / keys(r) < lines.charactersPerMinute;

/** What ends the sentence of a cause: what else the rounds show; empty where nothing does. */
const MORE: Readonly<Record<CauseId, (rounds: readonly AnatomyRound[], lines: AnatomyThresholds) => string>> = {
  clock: () => '',
  product: (rounds) => mostOpened(rounds),
  nerves: (rounds, lines) => deletedText(rounds.filter((r) => deletesMuch(r, lines))),
  tool: (rounds, lines) => {
    const hunts = rounds.filter((r) => huntsPhrase(r, lines));
    const slowly = rounds.filter((r) => typesSlowly(r, lines));
    const perMinute = Math.round((60 * sumOf(slowly, (r) => r.typed ?? 0)) / Math.max(1, sumOf(slowly, keys)));
    return [
      hunts.length === 0
        ? ''
        : say('page:cause.more.hunts', { n: hunts.length, wait: secondsText(sumOf(hunts, keys)) }),
      slowly.length === 0 ? '' : say('page:cause.more.slowly', { n: slowly.length, perMinute }),
      deletedText(rounds.filter((r) => deletesMuch(r, lines))),
    ].join('');
  },
};

const deletedText = (rounds: readonly AnatomyRound[]): string =>
  rounds.length === 0
    ? ''
    : say('page:cause.more.deleted', {
        n: rounds.length,
        typed: sumOf(rounds, (r) => r.typed ?? 0),
        deleted: sumOf(rounds, (r) => r.deleted ?? 0),
      });

/** The card opened most, when it was opened more than once. */
function mostOpened(rounds: readonly AnatomyRound[]): string {
  const counts = new Map<string, number>();
  for (const { title } of rounds.flatMap((r) => r.cards)) counts.set(title, (counts.get(title) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most === undefined || most[1] < 2 ? '' : say('page:cause.more.opened', { card: most[0], n: most[1] });
}
