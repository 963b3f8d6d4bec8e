/**
 * Which seconds of a wait went to other customers, once its own was opened: no thinking, no reading (RULES M234). The browser tells
 * of each conversation when it was first seen in a wait, its cards and its first key; the log has what was sent and clicked.
 */
import type { AnatomyRound } from '#contract/anatomy.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';

type Segment = AnatomyRound['segments'][number];
/** In milliseconds from the beginning of the wait. */
type Elsewhere = { from: number; to: number; kind: 'elsewhere' | 'untimed' };

/**
 * A moment at which it is known whom the hands or eyes were with. `looks`: a conversation was on the screen, no more. `done`:
 * something was sent or clicked, which had begun before.
 */
type Mark = { at: DrillMs; isOwn: boolean; shows: 'looks' | 'works' | 'done' };

/** What is known of one conversation: its sights, cards, keys, words and clicks. */
const marksOf = ({ conversation, rounds }: ConversationFacts, isOwn: boolean): Mark[] => [
  ...conversation.traineeMessages.flatMap(({ id, at, anatomy }): Mark[] => {
    const from = rounds.find(({ replyId }) => replyId === id)?.from;
    const sent: Mark = { at, isOwn, shows: 'done' };
    if (from === undefined || anatomy === null) return [sent];
    const { seenMs, lookedUp, firstKeyMs } = anatomy;
    return [
      ...(seenMs === null ? [] : [{ at: from + seenMs, isOwn, shows: 'looks' as const }]),
      ...[...lookedUp.map(({ ms }) => ms), ...(firstKeyMs === null ? [] : [firstKeyMs])].map(
        (ms): Mark => ({ at: from + ms, isOwn, shows: 'works' }),
      ),
      sent,
    ];
  }),
  ...conversation.clicks.map(({ at }): Mark => ({ at, isOwn, shows: 'done' })),
];

/**
 * The spans of a wait with others. From the first sign of another customer to the last one before the next of one's own the time
 * is theirs; after a mere look at another one it isn't known when the trainee was back.
 */
export const spansElsewhere = (
  allFacts: readonly ConversationFacts[],
  facts: ConversationFacts,
  { from, seconds }: Round,
): Elsewhere[] => {
  const until = from + Math.round(seconds * 1000);
  const marks = allFacts
    .flatMap((each) => marksOf(each, each === facts))
    .filter(({ at }) => at >= from && at <= until)
    .toSorted((a, b) => a.at - b.at || Number(a.isOwn) - Number(b.isOwn));
  return marks.slice(1).flatMap((mark, i): Elsewhere[] => {
    const before = marks[i];
    const kind = before === undefined ? null : between(before, mark);
    return before === undefined || kind === null ? [] : [{ from: before.at - from, to: mark.at - from, kind }];
  });
};

/** Whose the time between two marks was; null: nobody else's, as far as is known. */
const between = (before: Mark, after: Mark): Elsewhere['kind'] | null => {
  if (!before.isOwn && !after.isOwn) return 'elsewhere';
  // Words to another customer without times of their own began at some moment since this one was last seen.
  if (before.isOwn) return !after.isOwn && after.shows === 'done' && before.shows !== 'works' ? 'elsewhere' : null;
  if (before.shows === 'works') return 'elsewhere';
  return before.shows === 'looks' ? 'untimed' : null;
};

/** The parts of a wait with the time of others laid over them, from `seenMs` on: what was unopened is told as that. */
export const withOthers = (segments: readonly Segment[], spans: readonly Elsewhere[], seenMs: number): Segment[] => {
  let endMs = 0;
  const parts = segments.flatMap(({ kind, seconds }): Segment[] => {
    const fromMs = endMs;
    endMs += Math.round(seconds * 1000);
    const cuts = [...new Set([fromMs, endMs, seenMs, ...spans.flatMap(({ from, to }) => [from, to])])]
      .filter((at) => at >= fromMs && at <= endMs)
      .toSorted((a, b) => a - b);
    return cuts.slice(1).map((to, i) => {
      const from = cuts[i] ?? to;
      const over = from < seenMs ? undefined : spans.find((span) => span.from <= from && to <= span.to);
      return { kind: over?.kind ?? kind, seconds: (to - from) / 1000 };
    });
  });
  return joinedParts(parts);
};

/** Neighbours of one kind are one part. */
const joinedParts = (parts: readonly Segment[]): Segment[] => {
  const joined: Segment[] = [];
  for (const { kind, seconds } of parts) {
    const last = joined.at(-1);
    if (last?.kind === kind) joined[joined.length - 1] = { kind, seconds: toThousandth(last.seconds + seconds) };
    else joined.push({ kind, seconds });
  }
  return joined;
};

const toThousandth = (seconds: number): number => Math.round(seconds * 1000) / 1000;
