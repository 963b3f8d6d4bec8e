/** Practice on the question bank: what can be chosen, a paper without its key, and what answers are worth. */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const kind = z.enum(['single', 'multiple', 'judge', 'order', 'calculate']);
const level = z.literal([1, 3, 5]);

/** More than this is no practice any more. */
export const MAX_QUESTIONS = 50;

export const questionMenuSchema = z.strictObject({
  topics: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      levels: z.array(z.strictObject({ level, count: z.number().int() })),
    }),
  ),
  /** Of the school's own questions, of every topic and of none; all zero for who has no school. */
  own: z.array(z.strictObject({ level, count: z.number().int() })),
  /** Of every question that is of no topic: they are among those of all topics. */
  general: z.array(z.strictObject({ level, count: z.number().int() })),
});
export type QuestionMenu = z.infer<typeof questionMenuSchema>;

/**
 * `topic`, `level` left out: any. `only`: these questions again, with commas between, and nothing else. `shop`: the five
 * statements on a shop, and nothing of the bank.
 */
export const paperQuery = z.object({
  seed: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  shop: id.optional(),
  topic: id.optional(),
  /** The school's own questions alone. */
  own: z.literal('1').optional(),
  level: z.enum(['1', '3', '5']).optional(),
  count: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(MAX_QUESTIONS))
    .optional(),
  only: z
    .string()
    .regex(/^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$/)
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.string()).max(MAX_QUESTIONS))
    .optional(),
});

/** The bank as a file, with keys: of any topic or level where it is left out, with the numbers of `seed`. */
export const bankFileQuery = paperQuery.pick({ topic: true, own: true, level: true, seed: true });

const askedQuestionSchema = z.strictObject({
  id: z.string(),
  kind,
  level,
  topicName: z.string().nullable(),
  /** Whose prices and cards it is about; null: nobody's. */
  shop: z.string().nullable(),
  shopName: z.string().nullable(),
  stem: z.string(),
  /** In the order to be shown; none of a calculation. */
  options: z.array(z.string()),
  /** Of a calculation; null for the others. */
  unit: z.string().nullable(),
});
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

/** Nothing here tells what is right (RULES B4). */
export const paperSchema = z.strictObject({
  /** Seed, choice and bank: what a paper is drawn from, to be sent back with answers. */
  id: z.string(),
  questions: z.array(askedQuestionSchema),
});
export type Paper = z.infer<typeof paperSchema>;

/** `chosen`: places of options, of an order all of them; `figure`: in the question's unit. */
export const answerSchema = z.union([
  z.strictObject({ chosen: z.array(z.int().min(0).max(5)).max(6) }),
  z.strictObject({ figure: z.number() }),
]);
export type GivenAnswer = z.infer<typeof answerSchema>;

const place = z
  .int()
  .min(0)
  .max(MAX_QUESTIONS - 1);
export const answersSchema = z.strictObject({
  paper: z.string().max(4000),
  answers: z
    .array(z.strictObject({ question: place, answer: answerSchema }))
    .min(1)
    .max(MAX_QUESTIONS),
});

const citationSchema = z.strictObject({
  section: z.enum(['products', 'policies', 'quickReplies', 'authority', 'law', 'trade', 'own']),
  id: z.string(),
  title: z.string(),
  text: z.string(),
  source: z.string().nullable(),
  date: z.string().nullable(),
  /** Where a page of that shop shows it. */
  shop: z.string().nullable(),
});
export type Citation = z.infer<typeof citationSchema>;

export const verdictSchema = z.strictObject({
  question: place,
  /** 1, of several options half where none is wrong and some are missing, else 0. */
  credit: z.literal([0, 0.5, 1]),
  key: answerSchema,
  why: z.string().nullable(),
  citations: z.array(citationSchema),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** Stands for a topic in a class's paper: the school's own questions, of every topic and of none. */
export const OWN_TOPIC = 'own';
export const paperCellSchema = z.strictObject({
  topic: id,
  level,
  count: z.int().min(1).max(MAX_QUESTIONS),
});
/** So many questions of a topic and a level. */
export type PaperCell = z.infer<typeof paperCellSchema>;
/** Whether every seat has the same questions, or draws its own of each cell (RULES X25). */
export const paperDrawsSchema = z.enum(['same', 'own']);
export type PaperDraws = z.infer<typeof paperDrawsSchema>;
/**
 * What a run's plan says of its paper; `questions`: how many a seat has. `draws` left out: all have the same. `awareness`: it
 * is the learning path's 岗位认知测试 (RULES U21).
 */
export type PaperPlan = { cells: PaperCell[]; seed: number; questions: number; draws?: 'own'; awareness?: true };
