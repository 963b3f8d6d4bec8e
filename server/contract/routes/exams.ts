/** Routes of 模拟考试: a teacher sets one and follows it, a seat sits its parts. A paper's and a drill's own routes do these parts. */
import {
  type ExamBoard,
  type ExamDefaults,
  extraTimeSchema,
  leftSchema,
  newExamSchema,
  type OwnExam,
  resitSchema,
  type SeatExam,
} from '#contract/exams/parts.ts';
import { newPrivateExamSchema, type PrivateExam, type PrivateExamList } from '#contract/exams/private.ts';
import {
  type ReadTyping,
  type TypingSeat,
  typedSchema,
  typingAppealSchema,
  typingRulingSchema,
} from '#contract/exams/typing.ts';
import { type AnswerStored, type PaperSeat, paperAnswerSchema } from '#contract/papers/papers.ts';
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
  /** The page of a part that goes on was hidden. */
  'POST /api/seats/:id/left': { who: 'owner of seat', body: leftSchema, reply: replies<null>() },
  'GET /api/seats/:id/typing': { who: 'owner of seat', reply: replies<TypingSeat>() },
  'POST /api/seats/:id/typing': { who: 'owner of seat', reply: replies<TypingSeat>() },
  /** Stores what stands typed in the place of what stood before. */
  'POST /api/seats/:id/typing/typed': { who: 'owner of seat', body: typedSchema, reply: replies<TypingSeat>() },
  /** With what was typed, once nothing more is typed there. */
  'GET /api/seats/:id/typing/read': { who: 'staff of seat', reply: replies<ReadTyping>() },
  'POST /api/seats/:id/typing/rulings': {
    who: 'teacher of seat',
    body: typingRulingSchema,
    reply: replies<ReadTyping>(),
  },
  'POST /api/seats/:id/typing/appeals': { who: 'owner of seat', body: typingAppealSchema, reply: replies<null>() },
  'POST /api/seats/:id/typing/appeals/withdraw': { who: 'owner of seat', reply: replies<null>() },
  // 个人模拟考, sat alone: whose it is, the handler looks itself.
  'GET /api/private-exams': { who: 'anyone', reply: replies<PrivateExamList>() },
  'GET /api/private-exams.xlsx': { who: 'anyone', reply: 'file' },
  'POST /api/private-exams': { who: 'anyone', body: newPrivateExamSchema, reply: replies<{ id: string }>() },
  'GET /api/private-exams/:id': { who: 'anyone', reply: replies<PrivateExam>() },
  /** Opens its failed parts to be sat again. */
  'POST /api/private-exams/:id/resit': { who: 'anyone', reply: replies<{ id: string }>() },
  /** Gives up what isn't done. */
  'POST /api/private-exams/:id/end': { who: 'anyone', reply: replies<PrivateExam>() },
  'POST /api/private-exams/:id/customers': { who: 'anyone', reply: replies<{ drill: string }>() },
  'GET /api/private-exams/:id/paper': { who: 'anyone', reply: replies<PaperSeat>() },
  'POST /api/private-exams/:id/paper': { who: 'anyone', reply: replies<PaperSeat>() },
  'POST /api/private-exams/:id/paper/answers': {
    who: 'anyone',
    body: paperAnswerSchema,
    reply: replies<AnswerStored>(),
  },
  'POST /api/private-exams/:id/paper/hand-in': { who: 'anyone', reply: replies<PaperSeat>() },
  'GET /api/private-exams/:id/typing': { who: 'anyone', reply: replies<TypingSeat>() },
  'POST /api/private-exams/:id/typing': { who: 'anyone', reply: replies<TypingSeat>() },
  'POST /api/private-exams/:id/typing/typed': { who: 'anyone', body: typedSchema, reply: replies<TypingSeat>() },
} as const satisfies RouteTable;
