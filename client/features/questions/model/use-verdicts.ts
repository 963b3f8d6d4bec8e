import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Trouble } from '#client/lib/api.ts';
import type { GivenAnswer, Verdict } from '#contract/questions.ts';

type Verdicts = ReadonlyMap<number, Verdict>;

/**
 * What the server says of the answers given so far, by the question's place. It is asked for those it hasn't spoken of:
 * one after an answer, all of them after a reload. A failure stays until `retry`.
 */
export const useVerdicts = (paper: string, given: readonly GivenAnswer[]) => {
  const [verdicts, setVerdicts] = useState<Verdicts>(new Map());
  const [error, setError] = useState<Trouble | null>(null);
  // No state: a reply that lacks an answer must not have it asked for again and again.
  const marked = useRef(new Set<number>());
  useEffect(() => {
    const missing = given.flatMap((answer, question) => (marked.current.has(question) ? [] : [{ question, answer }]));
    if (missing.length === 0 || error !== null) return;
    let isCurrent = true;
    void call('POST /api/questions/answers', {}, { paper, answers: missing }).then((answer) => {
      if (!isCurrent) return;
      if (!answer.ok) return setError(answer.error);
      for (const { question } of answer.value) marked.current.add(question);
      setVerdicts((known) => new Map([...known, ...answer.value.map((one) => [one.question, one] as const)]));
    });
    return () => {
      isCurrent = false;
    };
  }, [paper, given, error]);
  const retry = useCallback(() => setError(null), []);
  return { verdicts, error, retry };
};
