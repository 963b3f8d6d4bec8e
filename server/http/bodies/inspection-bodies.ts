/** Transcripts of 质检 as a browser has them: before the own marks are handed in, nothing that judges them (RULES I1). */
import type { SealsByCase } from '#classroom/exams/seals.ts';
import type { InspectionBody, InspectionCard, InspectionMenu } from '#contract/practice/inspections.ts';
import type { Report } from '#contract/report.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { linesOf } from '#drills/inspections/compare.ts';
import { complaintForm } from '#drills/inspections/complaints.ts';
import { scorecardForm } from '#drills/inspections/scorecard-form.ts';
import type { Transcript } from '#drills/inspections/transcripts.ts';
import { createPresenter } from '#drills/present/present.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { Complaint } from '#library/schema/complaints.ts';
import { typeNameIn } from '#scoring/facts/trade-texts.ts';
import { shopBody } from './shop-body.ts';

type Data = Catalog['data'];
type Complaints = ReadonlyMap<string, Complaint>;

export const inspectionMenu = (
  data: Data,
  transcripts: readonly Transcript[],
  complaints: Complaints,
  sealed: SealsByCase,
): InspectionMenu => {
  return {
    inspections: transcripts.map((transcript, index) => {
      const type = data.scenarios.find(({ id }) => id === transcript.case)?.type ?? '';
      return {
        ...{ id: transcript.id, no: index + 1, type, typeName: typeNameIn(data.types, type) },
        ...{ replies: transcript.replies, isComplaint: complaints.has(transcript.case) },
        sealed: sealed.has(transcript.case),
      };
    }),
  };
};

/** What is shown of one conversation of a drill. */
export type Shown = {
  card: InspectionCard;
  content: Content;
  events: readonly DrillEvent[];
  report: Report;
  conversation: string;
  complaint: Complaint | null;
};

/** Null: its shop or customer isn't there. */
export const inspectionBody = ({
  card,
  content,
  events,
  report,
  conversation,
  complaint,
}: Shown): InspectionBody | null => {
  const row = report.conversations.find((one) => one.conversation === conversation);
  const scenario = content.data.scenarios.find(({ id }) => id === row?.scenario);
  const shop = scenario === undefined ? null : shopBody(content.data, scenario.shop);
  if (row === undefined || shop === null) return null;
  const present = createPresenter(content);
  return {
    ...{ card, conversation, customer: row.name, shop, scorecard: scorecardForm(content.data.rubric) },
    lines: linesOf(report, conversation).map(({ findings: _, quickReply: __, isWithdrawn: ___, ...line }) => line),
    events: events.flatMap((event, index) =>
      present(event)
        .filter((shown) => TOLD.includes(shown.kind) && 'conversation' in shown && shown.conversation === conversation)
        .map((shown) => ({ seq: index + 1, event: shown })),
    ),
    complaint: complaint === null ? null : complaintForm(complaint, shop.policies),
  };
};

/** What orders and customer card are folded from. Words are in `lines`; how a question stands is what is to be found. */
const TOLD: readonly string[] = ['customer-arrived', 'customer-did', 'action-done'];
