import type { ConversationPlace } from '#client/drill/model/drill-view.ts';
import type { AnatomyRound } from '#contract/anatomy.ts';
import type { Report, ReportFinding } from '#contract/report.ts';

export type TranscriptLine = Report['transcript'][number];
export type Conversation = Report['conversations'][number];

/** A customer's burst and the replies to it: the report shows and judges words in this unit. */
export type Exchange = {
  id: string;
  conversation: Conversation;
  startedAt: number;
  lines: TranscriptLine[];
  /** Where its first line was said. */
  place: ConversationPlace;
  /** Lines at which the conversation moves to another place, by their ids. */
  placeChanges: Map<string, ConversationPlace>;
  findings: ReportFinding[];
  /** Seconds of the round that began here; null when no round did. */
  waitedS: number | null;
  /** Seconds to the first reply, where it came only once the customer had stopped waiting; else null (RULES M179). */
  repliedAfterS: number | null;
  /** Where the seconds of that round went; null when the trainee didn't answer. */
  anatomy: AnatomyRound | null;
};

/** A round belongs to the line that stands less than this from its start. */
const SAME_MOMENT_MS = 1000;
/** A bubble of at most this many characters says little without the one before it, so both are shown. */
const SHORT_BUBBLE_CHARACTERS = 3;

const placeOf = (line: TranscriptLine): ConversationPlace => line.place ?? 'private';

const newExchange = (
  line: TranscriptLine,
  conversation: Conversation,
  anatomyRounds: readonly AnatomyRound[],
): Exchange => {
  const round = conversation.rounds.find(({ from }) => Math.abs(from - line.at) < SAME_MOMENT_MS);
  const anatomy = anatomyRounds.find(
    (timed) => timed.conversation === conversation.conversation && timed.at === round?.from,
  );
  return {
    id: line.id,
    conversation,
    startedAt: line.at,
    lines: [line],
    place: placeOf(line),
    placeChanges: new Map(),
    findings: [],
    waitedS: round?.seconds ?? null,
    repliedAfterS: null,
    anatomy: anatomy ?? null,
  };
};

/** Words or a card this near to a round's end are the reply that ended it. */
const SAME_REPLY_S = 1;

/** Bubbles further apart than this are no burst: the later one urges (RULES M230). */
const URGES_AFTER_S = 20;

/** When the last bubble of the burst that opens an exchange was said, in seconds from its first line. */
const burstEndS = (saidS: readonly number[]): number =>
  saidS.reduce((endS, atS) => (atS - endS <= URGES_AFTER_S ? atS : endS), 0);

const repliedAfterS = ({ waitedS, startedAt, lines }: Exchange): number | null => {
  const done = lines.flatMap(({ by, at }) =>
    by === 'trainee' || by === 'action' ? [{ by, afterS: (at - startedAt) / 1000 }] : [],
  );
  const reply = done.find(({ by }) => by === 'trainee');
  if (waitedS === null || reply === undefined) return null;
  const saidS = lines.flatMap(({ by, at }) => (by === 'customer' ? [(at - startedAt) / 1000] : []));
  // A wait is counted from the last bubble of the burst, which may stand longer behind the first one than the wait took.
  const endsWait = (afterS: number): boolean =>
    [0, ...saidS].some((askedS) => askedS <= afterS && Math.abs(afterS - askedS - waitedS) <= SAME_REPLY_S);
  const askedS = burstEndS(saidS.filter((at) => at <= waitedS && at < reply.afterS));
  if (reply.afterS - askedS <= waitedS + SAME_REPLY_S) return null;
  // Counted from where the wait is, as the finding beside counts it: from the first bubble it would be longer (RULES M218).
  return done.some(({ afterS }) => endsWait(afterS)) ? null : reply.afterS - askedS;
};

const exchangesIn = (
  conversation: Conversation,
  lines: readonly TranscriptLine[],
  rounds: readonly AnatomyRound[],
): Exchange[] => {
  const exchanges: Exchange[] = [];
  let isAnswered = false;
  let place: ConversationPlace = 'private';
  for (const line of lines) {
    const current = exchanges.at(-1);
    if (current === undefined || (line.by === 'customer' && isAnswered)) {
      exchanges.push(newExchange(line, conversation, rounds));
      isAnswered = false;
    } else current.lines.push(line);
    const linePlace = placeOf(line);
    if ((line.by === 'customer' || line.by === 'bystander') && linePlace !== place) {
      place = linePlace;
      exchanges.at(-1)?.placeChanges.set(line.id, place);
    }
    if (line.by === 'trainee') isAnswered = true;
  }
  for (const exchange of exchanges) exchange.repliedAfterS = repliedAfterS(exchange);
  return exchanges;
};

/** The exchange of a finding: by the words quoted; for a silence by the time it was noticed. */
const exchangeOf = (exchanges: readonly Exchange[], finding: ReportFinding): Exchange | undefined => {
  const ownExchanges = exchanges.filter((exchange) => exchange.conversation.conversation === finding.conversation);
  const withLine = (test: (line: TranscriptLine) => boolean) =>
    ownExchanges.find((exchange) => exchange.lines.some(test));
  return (
    withLine((line) => line.id === finding.quoteAt?.message) ??
    withLine((line) => line.findings.includes(finding.id)) ??
    ownExchanges.findLast((exchange) => exchange.startedAt <= finding.at) ??
    ownExchanges[0]
  );
};

/** All exchanges of the drill in order of time, of a rush customer by customer, each with its findings in order of time. */
export const exchangesOf = (report: Report): Exchange[] => {
  const exchanges = report.conversations.flatMap((conversation) =>
    exchangesIn(
      conversation,
      report.transcript
        .filter((line) => line.conversation === conversation.conversation)
        .toSorted((a, b) => a.at - b.at),
      report.anatomy.rounds,
    ),
  );
  if (report.rush === undefined) exchanges.sort((a, b) => a.startedAt - b.startedAt);
  for (const finding of report.findings.toSorted((a, b) => a.at - b.at))
    exchangeOf(exchanges, finding)?.findings.push(finding);
  return exchanges;
};

/** What the customer had said last before a finding's words, when it isn't among the words shown. */
export const precedingCustomerText = (exchange: Exchange, finding: ReportFinding): string | null => {
  // Cards and pictures are words in brackets, 〔…〕 or […] by language; they are left out of the comparison.
  const bareText = (text: string) => text.replace(/〔[^〕]*〕|\[[^\]]*\]|[\s，。！？]/g, '');
  const shownText = bareText(exchange.lines.map((line) => line.text).join(''));
  const bubbles = finding.customer.split('\n').filter((text) => bareText(text) !== '');
  const lastBubble = bubbles.at(-1);
  if (lastBubble === undefined || shownText.includes(bareText(lastBubble))) return null;
  return bubbles.slice(lastBubble.length <= SHORT_BUBBLE_CHARACTERS ? -2 : -1).join(' ');
};

/**
 * Puts silences in their places: a late answer's before the answer, a missed chance's after it, one between two replies
 * by its time.
 */
export const linesWithSilences = (exchange: Exchange): (TranscriptLine | ReportFinding)[] => {
  const silences = exchange.findings.filter((finding) => finding.quoteAt === null && finding.severity !== 'merit');
  const replyIndex = exchange.lines.findIndex((line) => line.by === 'trainee');
  const reply = exchange.lines[replyIndex];
  const isBeforeReply = (finding: ReportFinding): boolean =>
    reply !== undefined && (finding.family === 'late' || finding.at < reply.at);
  const start = Math.max(0, replyIndex);
  const laterSilences = silences.filter((finding) => !isBeforeReply(finding));
  // An exchange is made with its first line, so a line stands at `start` for the later silences to follow.
  const linesFromReply = exchange.lines.slice(start).flatMap((line, index, lines) => {
    const until = lines[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return [line, ...laterSilences.filter(({ at }) => at < until && (index === 0 || at >= line.at))];
  });
  return [...exchange.lines.slice(0, start), ...silences.filter(isBeforeReply), ...linesFromReply];
};
