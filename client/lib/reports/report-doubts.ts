/** 待核: replies the judge wasn't sure of, and what staff have decided about them. */
import type { PointReply, Report, ReportFinding } from '#contract/report.ts';

export type LedgerPoint = Report['ledger'][number]['points'][number];
/** A point and the replies that are in doubt, or were until somebody ruled. */
export type PointDoubt = {
  conversation: string;
  question: string;
  openedAt: number;
  point: LedgerPoint;
  replies: PointReply[];
};

export type LooseDoubt = { conversation: string; at: number; text: string };

export const pointDoubts = ({ ledger }: Report): PointDoubt[] =>
  ledger.flatMap(({ conversation, text, openedAt, points }) =>
    points.flatMap((point) => {
      const replies = point.replies.filter(
        (reply) => reply.doubtful || (reply.heard === 'unsure' && reply.ruling !== null),
      );
      return replies.length === 0 ? [] : [{ conversation, question: text, openedAt, point, replies }];
    }),
  );

/** Doubts in the marks that neither a point nor a finding stands for: nobody can rule on them, and the list shows them. */
export const looseDoubts = ({ dimensions }: Report): LooseDoubt[] =>
  dimensions.flatMap(({ lost }) => lost.flatMap(({ doubts = [] }) => doubts)).toSorted((a, b) => a.at - b.at);

/** How many places are in doubt, as the headline and the list count them (RULES M111). */
export const doubtCount = (report: Report): number => report.doubts + looseDoubts(report).length;

/**
 * Possible red lines and doubtful tones. A late answer is left out where its words are in doubt themselves, as a ruling on
 * them settles it (RULES M98).
 */
export const findingDoubts = (report: Report): ReportFinding[] => {
  const doubted = report.findings.filter(
    ({ unsure, ruling }) => unsure || (ruling?.verdict === 'upheld' && ruling.was === 0),
  );
  const isSettledByWords = ({ conversation, turn }: ReportFinding): boolean =>
    doubted.some((other) => other.family !== 'late' && other.conversation === conversation && other.turn === turn) ||
    report.ledger.some(
      (row) =>
        row.conversation === conversation &&
        row.points.some(({ replies }) => replies.some((reply) => reply.doubtful && reply.turn === turn)),
    );
  return doubted.filter((finding) => finding.family !== 'late' || !isSettledByWords(finding));
};
