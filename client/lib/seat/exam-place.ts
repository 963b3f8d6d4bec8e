import { createContext, useContext } from 'react';
import { type Answer, call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import type { Typed, TypingSeat } from '#contract/exams/typing.ts';
import type { AnswerStored, PaperAnswer, PaperSeat } from '#contract/papers/papers.ts';

/** Where a part of an exam is done: at a seat of a class, or alone. The pages of paper and typing are the same for both. */
export type ExamPlace = {
  isPrivate: boolean;
  /** The exam's own page. */
  page(id: string): string;
  loadPaper(id: string): Promise<Answer<PaperSeat>>;
  beginPaper(id: string): Promise<Answer<PaperSeat>>;
  answer(id: string, answer: PaperAnswer): Promise<Answer<AnswerStored>>;
  handIn(id: string): Promise<Answer<PaperSeat>>;
  /** The page of a part was hidden; nobody counts it where there is no teacher. */
  left(id: string, part: 'paper' | 'customers'): void;
  typingPath(id: string): ReturnType<typeof pathTo<'GET /api/seats/:id/typing'>>;
  beginTyping(id: string): Promise<Answer<TypingSeat>>;
  putTyped(id: string, typed: Typed): Promise<Answer<TypingSeat>>;
};

const SEAT: ExamPlace = {
  isPrivate: false,
  page: (id) => `/exams/seats/${encodeURIComponent(id)}`,
  loadPaper: (id) => call('GET /api/seats/:id/paper', { id }),
  beginPaper: (id) => call('POST /api/seats/:id/paper', { id }),
  answer: (id, answer) => call('POST /api/seats/:id/paper/answers', { id }, answer),
  handIn: (id) => call('POST /api/seats/:id/paper/hand-in', { id }),
  left: (id, part) => void call('POST /api/seats/:id/left', { id }, { part }),
  typingPath: (id) => pathTo('GET /api/seats/:id/typing', { id }),
  beginTyping: (id) => call('POST /api/seats/:id/typing', { id }),
  putTyped: (id, typed) => call('POST /api/seats/:id/typing/typed', { id }, typed),
};
export const PRIVATE: ExamPlace = {
  isPrivate: true,
  page: (id) => `/exams/private/${encodeURIComponent(id)}`,
  loadPaper: (id) => call('GET /api/private-exams/:id/paper', { id }),
  beginPaper: (id) => call('POST /api/private-exams/:id/paper', { id }),
  answer: (id, answer) => call('POST /api/private-exams/:id/paper/answers', { id }, answer),
  handIn: (id) => call('POST /api/private-exams/:id/paper/hand-in', { id }),
  left: () => {},
  typingPath: (id) => pathTo('GET /api/private-exams/:id/typing', { id }),
  beginTyping: (id) => call('POST /api/private-exams/:id/typing', { id }),
  putTyped: (id, typed) => call('POST /api/private-exams/:id/typing/typed', { id }, typed),
};

export const ExamPlaceContext = createContext<ExamPlace>(SEAT);
export const useExamPlace = (): ExamPlace => useContext(ExamPlaceContext);
