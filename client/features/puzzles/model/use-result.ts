import { useCallback, useEffect, useState } from 'react';
import { call, type Trouble } from '#client/lib/api.ts';
import type { PuzzleAnswerBody, PuzzleMenu, PuzzleResultBody } from '#contract/practice/puzzles.ts';
import { noteResult, showOwn, usePuzzleDevice } from './device.ts';

type Reply = { of: string; result: PuzzleResultBody | null; error: Trouble | null };

/**
 * What the server says of an answer that was handed in, also of one from before a reload: the same answer has the same
 * result. A failure stays until `retry`.
 */
export const useResult = (
  puzzle: { id: string; rating: number; rd: number },
  answer: PuzzleAnswerBody | null,
  menu: PuzzleMenu | null,
) => {
  const [reply, setReply] = useState<Reply | null>(null);
  const { id, rating, rd } = puzzle;
  // As text: what another tab wrote is read anew, and is the same answer.
  const sent = answer === null ? null : JSON.stringify(answer);
  const own = reply?.of === sent ? reply : null;
  const isMissing = sent !== null && own === null;
  useEffect(() => {
    if (!isMissing || sent === null) return;
    let isCurrent = true;
    const { isOwn, solved, rating: own } = usePuzzleDevice.getState();
    // The first answer alone moves the puzzle; of who is signed in the server knows which it is.
    const player = isOwn || solved[id] !== undefined ? {} : { player: { rating: own.rating, rd: own.rd } };
    void call('POST /api/puzzles/:id/answers', { id }, { ...JSON.parse(sent), ...player }).then((said) => {
      if (!isCurrent) return;
      setReply({ of: sent, result: said.ok ? said.value : null, error: said.ok ? null : said.error });
    });
    return () => {
      isCurrent = false;
    };
  }, [id, sent, isMissing]);
  const result = own?.result ?? null;
  const seconds = Math.round(answer?.seconds ?? 0);
  // The day's three are known a moment later, or not at all: the answer counts for the rating either way.
  useEffect(() => {
    if (result === null) return;
    if (result.own !== null) showOwn(result.own);
    else noteResult({ id, rating, rd }, { credit: result.credit, seconds }, menu);
  }, [result, id, rating, rd, seconds, menu]);
  const retry = useCallback(() => setReply(null), []);
  return { result, error: own?.error ?? null, retry };
};
