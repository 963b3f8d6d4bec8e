/** `scenarios/typing`: a file of texts to type for each shop, and the trade's phrases for beginners beside them. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';
import { shape } from './shape.ts';

const text = shape(
  'typing-text',
  { id: idText, title: sentence, goods: z.array(idText).default([]), text: sentence },
  { goods: [['s01']] },
);
export type AuthoredTypingText = z.output<typeof text>;

export const typingFile = shape('typing', {
  shop: idText,
  long: z.array(text),
  short: z.array(text),
  /** Long texts that only a class's exams have: nobody practises them. */
  exam: z.array(text).default([]),
});
export type AuthoredTyping = z.output<typeof typingFile>;

export const phrasesFile = shape('typing-phrases', {
  rounds: z.int().min(1).max(10),
  accuracy: z.number().positive().max(1),
  phrases: z.array(shape('typing-phrase', { id: idText, text: sentence })).min(1),
});
export type AuthoredPhrases = z.output<typeof phrasesFile>;
