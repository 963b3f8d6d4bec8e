/** A class's transcript as an inspector has it: without names, numbers or anything that says whose it is (RULES I4). */
import type { OpenedItem } from '#classroom/inspections/class-inspections.ts';
import { masked } from '#classroom/inspections/masked.ts';
import type { ClassItemBody } from '#contract/practice/class-inspections.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { inspectionBody } from './inspection-bodies.ts';

export function classItemBody(opened: OpenedItem, content: Content): ClassItemBody | null {
  const { record, inspected, item, type, typeName, names, marking, comparison, next } = opened;
  const inspection = inspectionBody({
    ...{ content, events: record.events, report: inspected.report, conversation: inspected.conversation },
    card: { id: `${item.no}`, no: item.no, type, typeName, replies: item.replies, isComplaint: false, sealed: false },
    complaint: inspected.complaint,
  });
  if (inspection === null) return null;
  return {
    inspection: {
      ...inspection,
      lines: inspection.lines.map((line) => ({ ...line, text: masked(line.text, names) })),
      // What a trainee wrote into an operation's fields is told by the line of the operation alone.
      events: inspection.events.map(({ seq, event }) => ({
        seq,
        event: event.kind === 'action-done' ? { ...event, with: {} } : event,
      })),
    },
    ...{ marking, comparison, next },
  };
}
