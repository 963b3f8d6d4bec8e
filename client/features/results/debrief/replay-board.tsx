import { useState } from 'react';
import { sortAnswers } from '#client/features/results/model/replay-order.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { ReplayTaskBoard } from '#contract/practice/replay-task.ts';
import type { RunBody } from '#contract/runs.ts';
import { EnlargedAnswer } from './enlarged-answer.tsx';
import { ReplayAnswerCard } from './replay-answer.tsx';
import { ReplayBar } from './replay-bar.tsx';
import { ReplayContext } from './replay-context.tsx';
import { ShownTurnCard } from './shown-turn.tsx';

/** Read from the last row too. */
const WAITING_CLASS = 'flex-1 text-[clamp(15px,1.25vw,24px)] leading-[1.5]';

type Props = { run: RunBody; board: ReplayTaskBoard; refresh: () => void };

export const ReplayBoardView = ({ run, board, refresh }: Props) => {
  const { t } = useTranslation('results');
  const [areAnswersShown, setAreAnswersShown] = useState(false);
  const [enlargedSeat, setEnlargedSeat] = useState<string | null>(null);
  const [isOriginalShown, setIsOriginalShown] = useState(false);
  const answers = sortAnswers(board.answers);
  const enlarged = areAnswersShown ? answers.find((answer) => answer.seat === enlargedSeat) : undefined;
  return (
    <div className="flex min-h-full flex-col">
      <ReplayBar
        run={run}
        board={board}
        areAnswersShown={areAnswersShown}
        onShowAnswers={setAreAnswersShown}
        isOriginalShown={isOriginalShown}
        onShowOriginal={setIsOriginalShown}
        refresh={refresh}
      />
      <div className="mx-auto flex w-full max-w-[1840px] flex-1 flex-col gap-16 px-[clamp(14px,1.6vw,32px)] py-[clamp(14px,1.2vw,24px)]">
        <div
          className={isOriginalShown && board.original !== null ? 'grid grid-cols-2 gap-16 max-side:grid-cols-1' : ''}
        >
          <ReplayContext
            customer={board.customer}
            before={board.before}
            place={board.place}
            isOpen={!areAnswersShown}
          />
          {isOriginalShown && board.original !== null ? (
            <ShownTurnCard title={t('redo.original')} tone="plain" turn={board.original} size="projector" />
          ) : null}
        </div>
        {enlarged === undefined ? null : (
          <EnlargedAnswer key={enlarged.seat} run={run} answer={enlarged} onClose={() => setEnlargedSeat(null)} />
        )}
        {answers.length === 0 ? (
          <EmptyState
            className={WAITING_CLASS}
            title={t(board.open ? 'redo.noAnswer' : 'redo.noAnswerClosed')}
            text={t(board.open ? 'redo.noAnswerText' : 'redo.noAnswerClosedText')}
          />
        ) : areAnswersShown ? (
          <ul
            aria-label={t('redo.answers')}
            className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,max(280px,21vw)),1fr))] gap-12"
          >
            {answers.map((answer) => (
              <li key={answer.seat} className="min-w-0">
                <ReplayAnswerCard
                  answer={answer}
                  isChosen={answer.seat === enlarged?.seat}
                  onChoose={() => setEnlargedSeat(answer.seat === enlargedSeat ? null : answer.seat)}
                />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            className={WAITING_CLASS}
            title={t('redo.covered', { n: answers.length })}
            text={t('redo.coveredText')}
          />
        )}
      </div>
    </div>
  );
};
