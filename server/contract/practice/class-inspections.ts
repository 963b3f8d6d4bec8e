/** 质检 in a class: drills of a published run to be marked by its seats and its staff. Times are epoch milliseconds. */
import { z } from 'zod';
import type { Agreement, Comparison, InspectionBody, Marking } from './inspections.ts';
import { markingSchema } from './inspections.ts';

export const itemParams = z.object({ no: z.coerce.number().int().min(1).max(999) });

/** Drills an exercise may have. */
export const MAX_ITEMS = 60;
export const pickSchema = z.strictObject({ drills: z.array(z.string().max(64)).max(MAX_ITEMS) });
export const saveMarkingSchema = z.strictObject({ marking: markingSchema });

/** One transcript as an inspector's list has it. */
export type ClassItem = {
  no: number;
  typeName: string;
  replies: number;
  state: 'fresh' | 'begun' | 'handed-in';
};
export type ClassInspection = { run: { id: string; name: string }; items: ClassItem[] };
/** One of a drill's customers, as the desk had them. */
export type ShownCustomer = Pick<InspectionBody, 'conversation' | 'customer' | 'shop' | 'lines' | 'events'>;
/** `customers`: of a drill with several, all of which are marked as one; absent: the one in `inspection`. `marking` null: not begun. `comparison` null: not handed in. */
export type ClassItemBody = {
  inspection: InspectionBody;
  customers?: ShownCustomer[];
  marking: Marking | null;
  comparison: Comparison | null;
  /** The next one that isn't handed in. */
  next: number | null;
};

/** A drill of the run that is part of the exercise, or may become so. */
export type DrillToInspect = {
  drill: string;
  /** Null: not picked. */
  no: number | null;
  seatNo: string;
  seatName: string;
  typeName: string;
  customers: number;
  score: number | null;
  handedIn: number;
};
/** Over all transcripts that both handed in. */
export type InspectorRow = {
  id: string;
  isStaff: boolean;
  no: string;
  name: string;
  handedIn: number;
  withProgram: Agreement | null;
  /** With every other member of staff who marked the same. */
  withTeachers: Agreement | null;
};
export type InspectionBoard = {
  run: { id: string; name: string; isPublished: boolean };
  drills: DrillToInspect[];
  inspectors: InspectorRow[];
  /** Members of staff among each other, on the same transcripts. */
  calibration: { first: string; second: string; transcripts: number; agreement: Agreement }[];
};
