import type { Place } from '#client/drill/model/drill-view.ts';
import type { AnatomyRound } from '#contract/anatomy.ts';
import type { Report, ReportFinding } from '#contract/report.ts';

export type TranscriptLine = Report['transcript'][number];
export type Conversation = Report['conversations'][number];

/** A customer's burst and the replies to it: the report shows and judges words in this unit. */
export type Exchange = {
  id: string;
  conversation: Conversation;
  from: number;
  lines: TranscriptLine[];
  /** Where its first line was said. */
  place: Place;
  /** Lines at which the conversation moves to another place, by their ids. */
  moves: Map<string, Place>;
  findings: ReportFinding[];
  /** Seconds of the round that began here; null when no round did. */
  waited: number | null;
  /** Where the seconds of that round went; null when the trainee didn't answer. */
  anatomy: AnatomyRound | null;
};

const split = (
  conversation: Conversation,
  lines: readonly TranscriptLine[],
  rounds: readonly AnatomyRound[],
): Exchange[] => {
  const exchanges: Exchange[] = [];
  let answered = false;
  let place: Place = 'private';
  for (const line of lines) {
    const last = exchanges.at(-1);
    if (last === undefined || (line.by === 'customer' && answered)) {
      const round = conversation.rounds.find((one) => Math.abs(one.from - line.at) < 1000);
      exchanges.push({
        id: line.id,
        conversation,
        from: line.at,
        lines: [line],
        place: line.place ?? 'private',
        moves: new Map(),
        findings: [],
        waited: round?.seconds ?? null,
        anatomy: rounds.find((one) => one.conversation === conversation.conversation && one.at === round?.from) ?? null,
      });
      answered = false;
    } else last.lines.push(line);
    const here = line.place ?? 'private';
    if ((line.by === 'customer' || line.by === 'bystander') && here !== place) {
      place = here;
      exchanges.at(-1)?.moves.set(line.id, place);
    }
    if (line.by === 'trainee') answered = true;
  }
  return exchanges;
};

/** The exchange of a finding: by the words quoted; for a silence by the time it was noticed. */
const home = (exchanges: readonly Exchange[], finding: ReportFinding): Exchange | undefined => {
  const own = exchanges.filter((exchange) => exchange.conversation.conversation === finding.conversation);
  const holds = (test: (line: TranscriptLine) => boolean) => own.find((exchange) => exchange.lines.some(test));
  return (
    holds((line) => line.id === finding.quoteAt?.message) ??
    holds((line) => line.findings.includes(finding.id)) ??
    own.findLast((exchange) => exchange.from <= finding.at) ??
    own[0]
  );
};

/** All exchanges of the drill in order of time, each with its findings in order of time. */
export const exchangesOf = (report: Report): Exchange[] => {
  const exchanges = report.conversations.flatMap((conversation) =>
    split(
      conversation,
      report.transcript
        .filter((line) => line.conversation === conversation.conversation)
        .toSorted((a, b) => a.at - b.at),
      report.anatomy.rounds,
    ),
  );
  exchanges.sort((a, b) => a.from - b.from);
  for (const finding of report.findings.toSorted((a, b) => a.at - b.at))
    home(exchanges, finding)?.findings.push(finding);
  return exchanges;
};

/** A bubble of at most this many characters says little without the one before it, so both are shown. */
const SHORT = 3;

/** What the customer had said last before a finding's words, when it isn't among the words shown. */
export const saidElsewhere = (exchange: Exchange, finding: ReportFinding): string | null => {
  // Cards and pictures are words in brackets, 〔…〕 or […] by language; they are left out of the comparison.
  const bare = (text: string) => text.replace(/〔[^〕]*〕|\[[^\]]*\]|[\s，。！？]/g, '');
  const shown = bare(exchange.lines.map((line) => line.text).join(''));
  const bubbles = finding.customer.split('\n').filter((text) => bare(text) !== '');
  const last = bubbles.at(-1);
  if (last === undefined || shown.includes(bare(last))) return null;
  return bubbles.slice(last.length <= SHORT ? -2 : -1).join(' ');
};

/**
 * Puts silences in their places: a late answer's before the answer, a missed chance's after it, one between two replies
 * by its time.
 */
export const withSilences = (exchange: Exchange): (TranscriptLine | ReportFinding)[] => {
  const silences = exchange.findings.filter((finding) => finding.quoteAt === null && finding.severity !== 'merit');
  const reply = exchange.lines.findIndex((line) => line.by === 'trainee');
  const early = (finding: ReportFinding): boolean =>
    reply !== -1 && (finding.family === 'late' || finding.at < (exchange.lines[reply]?.at ?? 0));
  const start = Math.max(0, reply);
  const later = silences.filter((finding) => !early(finding));
  const after = exchange.lines.slice(start).flatMap((line, at, lines) => {
    const until = lines[at + 1]?.at ?? Number.POSITIVE_INFINITY;
    return [line, ...later.filter((one) => one.at < until && (at === 0 || one.at >= line.at))];
  });
  return [
    ...exchange.lines.slice(0, start),
    ...silences.filter(early),
    ...(exchange.lines.length === start ? later : after),
  ];
};
