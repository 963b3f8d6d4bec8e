/** What a report says of a rush (RULES Q9). It shows; it marks nothing, since the marks count customers at once already (M1). */
import type { ReportFinding } from '#contract/report.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import type { ContentData } from '#engine/model/content.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { mean, toTenth } from '#scoring/facts/arithmetic.ts';
import { atOnce } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { countedRounds } from '#scoring/facts/rounds.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { withEndMark } from '#scoring/log/phrasing.ts';
import { dismissedTones, isLapse, spokenTurns, toneMoment } from './composure.ts';
import { firstBreak } from './rush-break.ts';

/** Customers at once: few, some, many; `to` null: and more. */
const LOADS = [
  { from: 1, to: 2 },
  { from: 3, to: 4 },
  { from: 5, to: null },
] as const;
/** With fewer turns on a side tone says nothing. */
const FEWEST_TURNS = 6;
/** So many times as many cold turns are told. */
const FLAGGED_TIMES = 1.5;
const SHARE = 0.8;

/** The value below or at which `share` of them are; null for none. */
const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return value === undefined ? null : toTenth(value);
};

/** Null for every drill that was no rush. */
export function rushReport(
  content: ContentData,
  history: DrillHistory,
  allFacts: readonly ConversationFacts[],
  findings: readonly ReportFinding[],
): RushReport | null {
  if (history.rush === null) return null;
  const { opened, turns } = history.rush;
  const counts = countsOf(history.conversations);
  return {
    profile: opened.profile,
    level: opened.level,
    minutes: opened.minutes,
    said: saidOf(counts),
    ...counts,
    queue: queueOf(history),
    byLoad: byLoad(history, allFacts),
    tone: toneByLoad(history, allFacts, findings),
    capacity: opened.capacity,
    dial: turns.map(({ at, from, to, why }) => ({ at, from, to, why, said: say(`page:rush.dial.${why}`, { to }) })),
    broke: firstBreak(content, history, allFacts, findings),
  };
}

type Counts = Pick<RushReport, 'came' | 'served' | 'leftQueue' | 'leftDesk' | 'transferred' | 'colleague' | 'unserved'>;

function countsOf(conversations: readonly ConversationHistory[]): Counts {
  const came = conversations.filter(({ arrivals, queued }) => arrivals.length > 0 || queued.length > 0);
  const there = came.filter(({ arrivals }) => arrivals.length > 0);
  const never = came.filter(({ arrivals }) => arrivals.length === 0);
  const count = (how: string): number => never.filter(({ queued }) => queued.at(-1)?.left?.how === how).length;
  const isTransferred = ({ closed }: ConversationHistory): boolean => closed?.by === 'transfer';
  const kept = there.filter((one) => !isTransferred(one));
  return {
    came: came.length,
    served: kept.filter(({ endings }) => endings.at(-1)?.silent === false).length,
    leftQueue: count('gave-up'),
    leftDesk: kept.filter(({ endings }) => endings.at(-1)?.silent === true).length,
    transferred: there.filter(isTransferred).length,
    colleague: count('colleague'),
    unserved: count('rush-over'),
  };
}

function saidOf({ came, served, ...gone }: Counts): string {
  const kinds = ['leftQueue', 'leftDesk', 'colleague', 'transferred', 'unserved'] as const;
  const parts = kinds.filter((kind) => gone[kind] > 0).map((kind) => say(`page:rush.gone.${kind}`, { n: gone[kind] }));
  return withEndMark(joinWithCommas([say('page:rush.came', { came, served }), ...parts]));
}

/** Who is still in the queue when the drill ends has waited until then. */
function queueOf({ conversations, ended }: DrillHistory): RushReport['queue'] {
  const waits = conversations.flatMap(({ queued, arrivals }) =>
    queued.flatMap(({ at, index, left }) => {
      const until = left?.at ?? arrivals.find((arrival) => arrival.index > index)?.at ?? ended?.at;
      return until === undefined ? [] : [(until - at) / 1000];
    }),
  );
  const average = mean(waits);
  return average === null
    ? null
    : { waited: waits.length, longestS: toTenth(Math.max(...waits)), meanS: toTenth(average) };
}

function byLoad(history: DrillHistory, allFacts: readonly ConversationFacts[]): RushReport['byLoad'] {
  const rounds = allFacts.flatMap((facts) =>
    countedRounds(facts.rounds).flatMap(({ from, to, waitedS, first }) =>
      to === null ? [] : [{ open: atOnce(history, from, to), waitedS, first }],
    ),
  );
  return LOADS.flatMap(({ from, to }) => {
    const own = rounds.filter(({ open }) => open >= from && (to === null || open <= to));
    if (own.length === 0) return [];
    const seconds = own.map(({ waitedS }) => waitedS);
    const first = own.filter((round) => round.first).map(({ waitedS }) => waitedS);
    return [
      {
        ...{ from, to, rounds: own.length },
        medianFirstS: quantile(first, 0.5),
        p80FirstS: quantile(first, SHARE),
        medianS: quantile(seconds, 0.5),
        p80S: quantile(seconds, SHARE),
      },
    ];
  });
}

function toneByLoad(
  history: DrillHistory,
  allFacts: readonly ConversationFacts[],
  findings: readonly ReportFinding[],
): RushReport['tone'] {
  const dismissed = dismissedTones(findings);
  const turns = allFacts.flatMap((facts) =>
    spokenTurns(facts.conversation).map((turn) => ({
      open: atOnce(history, turn.judgement.firstAt, turn.judgement.firstAt),
      lapse: isLapse(facts.conversation, turn, dismissed) ? toneMoment(facts, turn) : null,
    })),
  );
  const side = (holds: (open: number) => boolean) => {
    const own = turns.filter(({ open }) => holds(open));
    const moments = own.flatMap(({ lapse }) => lapse ?? []);
    return { turns: own.length, cold: moments.length, moments };
  };
  const few = side((open) => open <= LOADS[0].to);
  const many = side((open) => open >= LOADS[2].from);
  if (few.turns < FEWEST_TURNS || many.turns < FEWEST_TURNS) return null;
  const times = few.cold === 0 ? null : many.cold / many.turns / (few.cold / few.turns);
  // Where nobody was cold with few, one cold turn is a slip and two are a pattern.
  const flagged = times === null ? many.cold > 1 : times >= FLAGGED_TIMES;
  const values = { few: few.turns, coldFew: few.cold, many: many.turns, coldMany: many.cold };
  return {
    few: { turns: few.turns, cold: few.cold },
    many: { turns: many.turns, cold: many.cold },
    times: times === null ? null : toTenth(times),
    flagged,
    said: say(`page:rush.tone.${flagged ? 'worse' : 'same'}`, values),
    moments: many.moments,
  };
}
