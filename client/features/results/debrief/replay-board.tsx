import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byWorth } from '#client/features/results/model/replay-order.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { ReplayTaskBoard } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { ReplayAnswerCard } from './replay-answer.tsx';
import { ReplayBar } from './replay-bar.tsx';
import { ReplayContext } from './replay-context.tsx';
import { ReplayLarge } from './replay-large.tsx';
import { ShownTurnCard } from './shown-turn.tsx';

/** Read from the last row too. */
const WAITING = 'flex-1 text-[clamp(15px,1.25vw,24px)] leading-[1.5]';

type Props = { run: RunBody; board: ReplayTaskBoard; refresh: () => void };

export const ReplayBoardView = ({ run, board, refresh }: Props) => {
  const { t } = useTranslation('results');
  const [isShown, setIsShown] = useState(false);
  const [large, setLarge] = useState<string | null>(null);
  const [showsOriginal, setShowsOriginal] = useState(false);
  const answers = byWorth(board.answers);
  const big = isShown ? answers.find((answer) => answer.seat === large) : undefined;
  return (
    <div className="flex min-h-full flex-col">
      <ReplayBar
        run={run}
        board={board}
        shown={isShown}
        onShow={setIsShown}
        original={showsOriginal}
        onOriginal={setShowsOriginal}
        refresh={refresh}
      />
      <div className="mx-auto flex w-full max-w-[1840px] flex-1 flex-col gap-16 px-[clamp(14px,1.6vw,32px)] py-[clamp(14px,1.2vw,24px)]">
        <div className={showsOriginal && board.original !== null ? 'grid grid-cols-2 gap-16 max-side:grid-cols-1' : ''}>
          <ReplayContext customer={board.customer} before={board.before} place={board.place} open={!isShown} />
          {showsOriginal && board.original !== null ? (
            <ShownTurnCard title={t('redo.original')} tone="plain" turn={board.original} size="projector" />
          ) : null}
        </div>
        {big === undefined ? null : (
          <ReplayLarge key={big.seat} run={run} answer={big} onClose={() => setLarge(null)} />
        )}
        {answers.length === 0 ? (
          <EmptyState
            className={WAITING}
            title={t(board.open ? 'redo.noAnswer' : 'redo.noAnswerClosed')}
            text={t(board.open ? 'redo.noAnswerText' : 'redo.noAnswerClosedText')}
          />
        ) : isShown ? (
          <ul
            aria-label={t('redo.answers')}
            className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,max(280px,21vw)),1fr))] gap-12"
          >
            {answers.map((answer) => (
              <li key={answer.seat} className="min-w-0">
                <ReplayAnswerCard
                  answer={answer}
                  chosen={answer.seat === big?.seat}
                  onChoose={() => setLarge(answer.seat === large ? null : answer.seat)}
                />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            className={WAITING}
            title={t('redo.covered', { n: answers.length })}
            text={t('redo.coveredText')}
          />
        )}
      </div>
    </div>
  );
};
