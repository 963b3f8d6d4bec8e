/** `scenarios/questions`: a file of questions for each topic, and the blueprint that says how many of which there are. */
import { z } from 'zod';
import { idText, lawRowId, sentence } from './parts.ts';
import { fault, shape } from './shape.ts';
import { variation } from './variation.ts';

export const QUESTION_KINDS = ['single', 'multiple', 'judge', 'order', 'calculate'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
/** 1 recalls, 3 applies, 5 weighs one thing against another. */
export const QUESTION_LEVELS = [1, 3, 5] as const;
export type QuestionLevel = (typeof QUESTION_LEVELS)[number];

const kind = z.enum(QUESTION_KINDS);
const level = z.literal(QUESTION_LEVELS);
const count = z.int().nonnegative();
const { draw, reckon, never } = variation.shape;

/** A card or good of the shop, a row of law.yaml, `authority`, or `trade-2`: a section of docs/trade.md. */
const source = z.union([z.literal('authority'), z.string().regex(/^trade-\d+$/), lawRowId, idText]);

const question = shape(
  'bank-question',
  {
    id: idText,
    kind,
    level,
    shop: idText.optional(),
    stem: sentence,
    options: z.array(sentence).min(2).max(6).optional(),
    answer: sentence.optional(),
    unit: sentence.optional(),
    tolerance: z.number().positive().optional(),
    draw: draw.optional(),
    reckon,
    never,
    given: z.array(z.number()).min(1).optional(),
    why: sentence,
    source: z.union([source, z.array(source).min(1)]),
  },
  { answer: ['C', 'ACD', 'right', 'due'], source: ['c-7d', 'L01', 'trade-2', 'authority'] },
);
export type AuthoredQuestion = z.output<typeof question>;

export const questionsFile = shape('questions', { topic: idText, name: sentence, questions: z.array(question) });
export type AuthoredQuestions = z.output<typeof questionsFile>;

export const blueprintFile = shape('blueprint', {
  kinds: z.record(kind, count),
  topics: z.array(shape('blueprint-topic', { id: idText, levels: z.tuple([count, count, count]) })).min(1),
  trade: z.array(sentence.regex(/^\d+ \S/, fault('trade-section'))),
});
export type AuthoredBlueprint = z.output<typeof blueprintFile>;
