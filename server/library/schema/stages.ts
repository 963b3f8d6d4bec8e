/** `scenarios/stages.yaml`: the stages of the learning path and what each asks for. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

/** As `contract/practice/learning-path.ts` has them: a catalog with another one doesn't compile. */
const MEASURES = [
  'awareness-best',
  'paper-best',
  'exam-best',
  'drills-done',
  'conversion-mean',
  'response-mean',
  'typing-best',
  'certificates',
  'evaluation',
] as const;

export const stagesFile = z
  .array(
    shape('path-stage', {
      id: idText,
      name: sentence,
      about: sentence,
      weeks: z.int().min(1).max(52),
      conditions: z
        .array(
          shape('path-condition', {
            id: idText,
            name: sentence,
            measure: z.enum(MEASURES),
            needs: z.number().min(0).max(1000),
            share: z.int().min(1).max(100).nullable().default(null),
          }),
        )
        .min(1),
    }),
  )
  .min(1);
export type AuthoredStages = z.output<typeof stagesFile>;
/** As a catalog has them. */
export type PathStages = readonly AuthoredStages[number][];
