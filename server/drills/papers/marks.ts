/** What a seat's paper is worth: credits, marks out of a hundred, topic by topic (RULES X5). */
import type { PaperMark } from '#contract/papers/papers.ts';
import { type Credit, markAnswer, NONE } from '#library/questions/mark-answer.ts';
import type { Answer, DrawnQuestion } from '#library/questions/question.ts';

/** A seat's questions in their order, with their keys. */
export type DrawnPaper = readonly DrawnQuestion[];
export type Credits = ReadonlyMap<string, Credit>;

/** By the question's id. What wasn't answered is worth nothing; `ruled`: what a teacher has ruled counts in its place. */
export const creditsOf = (
  paper: DrawnPaper,
  answers: ReadonlyMap<string, Answer>,
  ruled: Credits = new Map(),
): Credits =>
  new Map(
    paper.map((question) => {
      const answer = answers.get(question.id);
      const marked = answer === undefined ? NONE : markAnswer(question, answer);
      return [question.id, ruled.get(question.id) ?? marked];
    }),
  );

/** All questions count alike. `topics`: names by id; questions of none come last, under `otherName`. */
export const markOf = (
  paper: DrawnPaper,
  credits: Credits,
  topics: readonly { id: string; name: string }[],
  otherName: string,
): PaperMark => {
  const sum = (questions: DrawnPaper): number =>
    questions.reduce((total, { id }) => total + (credits.get(id) ?? NONE), 0);
  const mark = paper.length === 0 ? 0 : Math.round((sum(paper) * 1000) / paper.length) / 10;
  const all = [...topics.map(({ id, name }) => ({ id: id as string | null, name })), { id: null, name: otherName }];
  return {
    mark,
    topics: all.flatMap(({ id, name }) => {
      const questions = paper.filter(({ topic }) => topic === id);
      return questions.length === 0 ? [] : [{ name, credit: sum(questions), of: questions.length }];
    }),
  };
};
