/** What trainees think of their own doubtful answers: shown to the person who rules, and never a mark (RULES M2). */
import type { Report } from '#contract/report.ts';
import type { Proposal } from '#contract/results.ts';
import { placeKey } from './rulings.ts';

/** The report with each proposal at the reply it is about; nothing else in it changes. */
export const withProposals = (report: Report, proposals: readonly Proposal[]): Report => {
  if (proposals.length === 0) return report;
  const saidByPlace = new Map(proposals.map((proposal) => [placeKey(proposal), proposal.said]));
  return {
    ...report,
    ledger: report.ledger.map((row) => ({
      ...row,
      points: row.points.map((point) => ({
        ...point,
        replies: point.replies.map((reply) => {
          const place = { conversation: row.conversation, point: point.id, turn: reply.turn };
          return { ...reply, proposal: saidByPlace.get(placeKey(place)) ?? null };
        }),
      })),
    })),
  };
};

/** The point's reply in a turn, or null where the report has none such. */
export const replyAt = (
  { ledger }: Pick<Report, 'ledger'>,
  place: { conversation: string; point: string; turn: number },
): {
  question: string;
  point: Report['ledger'][number]['points'][number];
  reply: Report['ledger'][number]['points'][number]['replies'][number];
} | null => {
  const row = ledger.find(
    (row) => row.conversation === place.conversation && row.points.some((point) => point.id === place.point),
  );
  const point = row?.points.find((point) => point.id === place.point);
  const reply = point?.replies.find((reply) => reply.turn === place.turn);
  return row && point && reply ? { question: row.text, point, reply } : null;
};
