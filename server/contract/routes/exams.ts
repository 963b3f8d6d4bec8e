/** Routes of 模拟考试: a teacher sets one and follows it, a seat sits its parts. A paper's and a drill's own routes do these parts. */
import {
  type ExamBoard,
  type ExamDefaults,
  extraTimeSchema,
  newExamSchema,
  type OwnExam,
  resitSchema,
  type SeatExam,
  type TypingSeat,
  typedSchema,
} from '#contract/exams/parts.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const examRouteSpecs = {
  /** Of the seats that the device or the person has, of the last month. */
  'GET /api/exams': { who: 'anyone', reply: replies<OwnExam[]>() },
  /** The newest rubric's marks. */
  'GET /api/exam-defaults': { who: 'staff', reply: replies<ExamDefaults>() },
  /** `id`: of the run that it is. */
  'POST /api/exams': { who: 'teacher', body: newExamSchema, reply: replies<{ id: string }>() },
  'GET /api/runs/:id/exam': { who: 'staff of run', reply: replies<ExamBoard>() },
  'GET /api/runs/:id/exam.xlsx': { who: 'staff of run', reply: 'file' },
  /** `id`: of the re-sit's run. */
  'POST /api/runs/:id/resits': { who: 'teacher of run', body: resitSchema, reply: replies<{ id: string }>() },
  'POST /api/seats/:id/extra-time': { who: 'teacher of seat', body: extraTimeSchema, reply: replies<null>() },
  'GET /api/seats/:id/exam': { who: 'owner of seat', reply: replies<SeatExam>() },
  'GET /api/seats/:id/typing': { who: 'owner of seat', reply: replies<TypingSeat>() },
  'POST /api/seats/:id/typing': { who: 'owner of seat', reply: replies<TypingSeat>() },
  /** Stores what stands typed in the place of what stood before. */
  'POST /api/seats/:id/typing/typed': { who: 'owner of seat', body: typedSchema, reply: replies<TypingSeat>() },
} as const satisfies RouteTable;
