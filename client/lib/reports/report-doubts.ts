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

export const pointDoubts = ({ ledger }: Report): PointDoubt[] =>
  ledger.flatMap(({ conversation, text, openedAt, points }) =>
    points.flatMap((point) => {
      const replies = point.replies.filter(
        (reply) => reply.doubtful || (reply.heard === 'unsure' && reply.ruling !== null),
      );
      return replies.length === 0 ? [] : [{ conversation, question: text, openedAt, point, replies }];
    }),
  );

/**
 * Possible red lines and doubtful tones. A late answer is left out: it is in doubt only together with its words, and a
 * ruling on them settles it.
 */
export const findingDoubts = ({ findings }: Report): ReportFinding[] =>
  findings.filter(
    ({ family, unsure, ruling }) => family !== 'late' && (unsure || (ruling?.verdict === 'upheld' && ruling.was === 0)),
  );
