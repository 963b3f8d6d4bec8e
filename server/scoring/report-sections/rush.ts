/** What a report says of a rush (RULES Q9). It shows; it marks nothing, since the marks count customers at once already (M1). */
import type { ReportFinding } from '#contract/report.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import type { ContentData } from '#engine/model/content.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { atOnce } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { countedRounds } from '#scoring/facts/rounds.ts';
import { mean, median, quantile, toTenth } from '#scoring/log/arithmetic.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { type ConversationOutcome, outcomeOf } from '#scoring/log/conversation-outcome.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { withEndMark } from '#scoring/log/phrasing.ts';
import { dismissedTones, isLapse, spokenTurns, toneMoment } from './composure.ts';
import { handedOver, handoverReport } from './handover.ts';
import { isPending, isUnordered } from './outcome-name.ts';
import { firstBreak } from './rush-break.ts';

/** Customers at once: few, some, many; `to` null: and more. */
const LOAD_BANDS = [
  { from: 1, to: 2 },
  { from: 3, to: 4 },
  { from: 5, to: null },
] as const;
/** With fewer turns on a side tone says nothing. */
const FEWEST_TURNS = 6;
/** So many times as many cold turns are told. */
const COLD_TIMES = 1.5;
const LONG_SHARE = 0.8;

/** Null for every drill that was no rush. */
export const rushReport = (
  content: ContentData,
  history: DrillHistory,
  allFacts: readonly ConversationFacts[],
  findings: readonly ReportFinding[],
): RushReport | null => {
  if (history.rush === null) return null;
  const { opened, turns } = history.rush;
  const handover = handoverReport(history, allFacts);
  const counts = countsOf(history, allFacts, handedOver(handover));
  return {
    profile: opened.profile,
    level: opened.level,
    minutes: opened.minutes,
    said: countsText(counts, pendingOf(history, allFacts)),
    ...counts,
    ...(handover && { handover }),
    queue: queueOf(history),
    byLoad: timesByLoad(history, allFacts),
    tone: toneByLoad(history, allFacts, findings),
    capacity: opened.capacity,
    mostAtOnce: atOnce(history, 0, history.lastAt),
    dial: turns.map(({ at, from, to, why }) => ({ at, from, to, why, said: say(`page:rush.dial.${why}`, { to }) })),
    broke: firstBreak(content, history, allFacts, findings),
  };
};

type Counts = Record<'came' | ConversationOutcome['kind'], number>;

/** In the order in which the sentence names them. */
const OUTCOMES = [
  'unordered',
  'lost',
  'escalated',
  'leftQueue',
  'leftDesk',
  'leftMidway',
  'colleague',
  'transferred',
  'unserved',
  'handedOver',
  'open',
] as const;

const countsOf = (
  history: DrillHistory,
  allFacts: readonly ConversationFacts[],
  handed: ReadonlySet<string>,
): Counts => {
  const factsOf = new Map(allFacts.map((facts) => [facts.conversation.key, facts]));
  const kindOf = (conversation: ConversationHistory): ConversationOutcome['kind'] => {
    const { kind, ending } = outcomeOf(conversation, history, handed);
    const facts = factsOf.get(conversation.key);
    return kind === 'served' && facts && isUnordered(facts, ending) ? 'unordered' : kind;
  };
  const cameIn = history.conversations.filter(
    ({ arrivals, queueStays }) => arrivals.length > 0 || queueStays.length > 0,
  );
  const outcomes = cameIn.map(kindOf);
  const count = (kind: ConversationOutcome['kind']): number => outcomes.filter((other) => other === kind).length;
  return {
    came: cameIn.length,
    served: count('served'),
    unordered: count('unordered'),
    lost: count('lost'),
    escalated: count('escalated'),
    leftQueue: count('leftQueue'),
    leftDesk: count('leftDesk'),
    leftMidway: count('leftMidway'),
    transferred: count('transferred'),
    colleague: count('colleague'),
    unserved: count('unserved'),
    handedOver: count('handedOver'),
    open: count('open'),
  };
};

/** How many of those served are still waited on: to count them as done with would say too much (RULES M225). */
const pendingOf = (history: DrillHistory, allFacts: readonly ConversationFacts[]): number =>
  allFacts.filter((facts) => {
    const { kind, ending } = outcomeOf(facts.conversation, history, new Set());
    return kind === 'served' && !isUnordered(facts, ending) && isPending(facts, ending);
  }).length;

/** Each customer is in the sentence once, so that its figures add up to those who came. */
const countsText = (counts: Counts, pending: number): string => {
  const { came, served } = counts;
  const parts = OUTCOMES.filter((kind) => counts[kind] > 0).map((kind) =>
    say(`page:rush.gone.${kind}`, { n: counts[kind] }),
  );
  const cameText =
    pending === 0 ? say('page:rush.came', { came, served }) : say('page:rush.came-pending', { came, served, pending });
  return withEndMark(joinWithCommas([cameText, ...parts]));
};

/** Who is still in the queue when the drill ends has waited until then. */
const queueOf = ({ conversations, ended }: DrillHistory): RushReport['queue'] => {
  const waitsS = conversations.flatMap(({ queueStays, arrivals }) =>
    queueStays.flatMap(({ at, index, left }) => {
      const untilMs = left?.at ?? arrivals.find((arrival) => arrival.index > index)?.at ?? ended?.at;
      return untilMs === undefined ? [] : [(untilMs - at) / 1000];
    }),
  );
  const meanS = mean(waitsS);
  return meanS === null
    ? null
    : { waited: waitsS.length, longestS: toTenth(Math.max(...waitsS)), meanS: toTenth(meanS) };
};

const timesByLoad = (history: DrillHistory, allFacts: readonly ConversationFacts[]): RushReport['byLoad'] => {
  const rounds = allFacts.flatMap((facts) =>
    // 首响 is counted from the first bubble here as on the desk and among the measures (RULES M1): one name, one figure.
    countedRounds(facts.rounds).flatMap(({ from, to, seconds, isFirst }) =>
      to === null ? [] : [{ open: atOnce(history, from, to), seconds, isFirst }],
    ),
  );
  return LOAD_BANDS.flatMap(({ from, to }) => {
    const inBand = rounds.filter(({ open }) => open >= from && (to === null || open <= to));
    if (inBand.length === 0) return [];
    const waitsS = inBand.map(({ seconds }) => seconds);
    const firstWaitsS = inBand.filter(({ isFirst }) => isFirst).map(({ seconds }) => seconds);
    return [
      {
        ...{ from, to, rounds: inBand.length },
        medianFirstS: median(firstWaitsS),
        p80FirstS: quantile(firstWaitsS, LONG_SHARE),
        medianS: median(waitsS),
        p80S: quantile(waitsS, LONG_SHARE),
      },
    ];
  });
};

const toneByLoad = (
  history: DrillHistory,
  allFacts: readonly ConversationFacts[],
  findings: readonly ReportFinding[],
): RushReport['tone'] => {
  const dismissedTurns = dismissedTones(findings);
  const turns = allFacts.flatMap((facts) =>
    spokenTurns(facts.conversation).map((turn) => ({
      open: atOnce(history, turn.judgement.firstAt, turn.judgement.firstAt),
      lapse: isLapse(facts.conversation, turn, dismissedTurns) ? toneMoment(facts, turn) : null,
    })),
  );
  const sideWhere = (isInBand: (open: number) => boolean) => {
    const turnsInBand = turns.filter(({ open }) => isInBand(open));
    const moments = turnsInBand.flatMap(({ lapse }) => lapse ?? []);
    return { turns: turnsInBand.length, cold: moments.length, moments };
  };
  const fewOpen = sideWhere((open) => open <= LOAD_BANDS[0].to);
  const manyOpen = sideWhere((open) => open >= LOAD_BANDS[2].from);
  if (fewOpen.turns < FEWEST_TURNS || manyOpen.turns < FEWEST_TURNS) return null;
  const timesAsCold = fewOpen.cold === 0 ? null : manyOpen.cold / manyOpen.turns / (fewOpen.cold / fewOpen.turns);
  // Where nobody was cold with few, one cold turn is a slip and two are a pattern.
  const isFlagged = timesAsCold === null ? manyOpen.cold > 1 : timesAsCold >= COLD_TIMES;
  const values = { few: fewOpen.turns, coldFew: fewOpen.cold, many: manyOpen.turns, coldMany: manyOpen.cold };
  return {
    few: { turns: fewOpen.turns, cold: fewOpen.cold },
    many: { turns: manyOpen.turns, cold: manyOpen.cold },
    times: timesAsCold === null ? null : toTenth(timesAsCold),
    flagged: isFlagged,
    said: say(`page:rush.tone.${isFlagged ? 'worse' : 'same'}`, values),
    moments: manyOpen.moments,
  };
};
