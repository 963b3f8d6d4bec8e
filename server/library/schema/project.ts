/** `scenarios/projects/<id>.yaml`: a customer's story told in parts, each served by another role (RULES J38). */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

const caseId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);

/** What a part's note from before has to hold. */
const keep = shape('project-keep', {
  id: idText,
  says: sentence,
  told: idText.optional(),
  promised: idText.optional(),
  fact: idText.optional(),
  point: idText.optional(),
  words: z.array(sentence).min(1),
});
export type AuthoredKeep = z.output<typeof keep>;

const notes = z.array(shape('project-note', { note: sentence, lacks: z.array(idText) })).min(2);

export const projectFile = shape('project', {
  id: idText,
  title: sentence,
  teaches: sentence,
  shop: idText,
  parts: z
    .array(
      shape('project-part', {
        role: sentence,
        case: caseId,
        keeps: z.array(keep).min(1).optional(),
        notes: notes.optional(),
      }),
    )
    .min(2)
    .max(4),
});
export type AuthoredProject = z.output<typeof projectFile>;
