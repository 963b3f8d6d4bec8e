/** A class's transcript as an inspector has it: without names, numbers or anything that says whose it is (RULES I4). */
import type { OpenedItem } from '#classroom/inspections/class-inspections.ts';
import { masked } from '#classroom/inspections/masked.ts';
import type { ClassItemBody } from '#contract/practice/class-inspections.ts';
import type { InspectionBody } from '#contract/practice/inspections.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { inspectionBody } from './inspection-bodies.ts';

/** Null: the shop or customer of one of its conversations isn't there. */
export const classItemBody = (opened: OpenedItem, content: Content): ClassItemBody | null => {
  const { record, inspected, item, type, typeName, marking, comparison, next } = opened;
  const card = { id: `${item.no}`, no: item.no, type, typeName, replies: item.replies };
  const bodies = (
    inspected.conversation === null
      ? inspected.report.conversations.map(({ conversation }) => conversation)
      : [inspected.conversation]
  ).map((conversation) =>
    inspectionBody({
      ...{ content, events: record.events, report: inspected.report, conversation },
      card: { ...card, isComplaint: false, sealed: false },
      complaint: inspected.complaint,
    }),
  );
  const shown = bodies.flatMap((body) => (body === null ? [] : [withoutNames(body, opened)]));
  const [inspection] = shown;
  if (inspection === undefined || shown.length < bodies.length) return null;
  return {
    inspection,
    ...(shown.length === 1
      ? {}
      : {
          customers: shown.map(({ conversation, customer, shop, lines, events }) => ({
            ...{ conversation, customer, shop, lines, events },
          })),
        }),
    ...{ marking, comparison, next },
  };
};

const withoutNames = (inspection: InspectionBody, { names }: Pick<OpenedItem, 'names'>): InspectionBody => ({
  ...inspection,
  lines: inspection.lines.map((line) => ({ ...line, text: masked(line.text, names) })),
  // What a trainee wrote into an operation's fields is told by the line of the operation alone.
  events: inspection.events.map(({ seq, event }) => ({
    seq,
    event: event.kind === 'action-done' ? { ...event, with: {} } : event,
  })),
});
