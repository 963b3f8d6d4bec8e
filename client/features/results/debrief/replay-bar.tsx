import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { closeReplayTask } from '#client/features/results/model/results-commands.ts';
import { useMayChange } from '#client/features/results/model/use-may-change.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { toastFailure } from '#client/ui/layout/toast-store.ts';
import type { ReplayTaskBoard } from '#contract/practice/replay-task.ts';
import type { RunBody } from '#contract/runs.ts';

type Props = {
  run: RunBody;
  board: ReplayTaskBoard;
  areAnswersShown: boolean;
  onShowAnswers: (areAnswersShown: boolean) => void;
  isOriginalShown: boolean;
  onShowOriginal: (isOriginalShown: boolean) => void;
  refresh: () => void;
};

/** How many are in; show or cover them; collect. */
export const ReplayBar = ({
  run,
  board,
  areAnswersShown,
  onShowAnswers,
  isOriginalShown,
  onShowOriginal,
  refresh,
}: Props) => {
  const { t } = useTranslation('results');
  const seatCount = run.redo?.id === board.id ? run.redo.of : board.answers.length + board.waiting;
  return (
    <div className="flex min-h-48 flex-wrap items-center gap-x-16 gap-y-8 border-line border-b bg-surface px-16 py-8 max-pane:px-14">
      <h2 className="sr-only">{t('redo.title')}</h2>
      <p className="text-[clamp(15px,1.25vw,24px)] leading-[1.4]" role="status">
        <b>{t('redo.in', { n: board.answers.length, of: seatCount })}</b>
        {board.open && board.waiting > 0 ? (
          <span className="ml-12 text-ink-2">{t('redo.waiting', { n: board.waiting })}</span>
        ) : null}
      </p>
      {board.open ? null : <Tag>{t('redo.closed')}</Tag>}
      <div className="ml-auto flex flex-wrap items-center gap-8 max-pane:ml-0">
        {board.original === null ? null : (
          <Button kind="bare" aria-pressed={isOriginalShown} onClick={() => onShowOriginal(!isOriginalShown)}>
            {t('redo.original')}
          </Button>
        )}
        <Button
          aria-pressed={areAnswersShown}
          onClick={() => onShowAnswers(!areAnswersShown)}
          disabled={board.answers.length === 0}
        >
          {areAnswersShown ? <EyeOff size={16} aria-hidden="true" /> : <Eye size={16} aria-hidden="true" />}
          {t(areAnswersShown ? 'redo.cover' : 'redo.show')}
        </Button>
        {board.open ? <CollectButton run={run} waitingCount={board.waiting} refresh={refresh} /> : null}
      </div>
    </div>
  );
};

/** 收: asks only when somebody is still writing. */
const CollectButton = ({ run, waitingCount, refresh }: { run: RunBody; waitingCount: number; refresh: () => void }) => {
  const { t } = useTranslation('results');
  const mayChange = useMayChange();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const collect = async () => {
    setIsAsking(false);
    setIsBusy(true);
    await toastFailure(closeReplayTask(run.id));
    setIsBusy(false);
    refresh();
  };
  return (
    <>
      <Button
        disabled={isBusy}
        disabledReason={mayChange ? null : t('redoTurn.mentor')}
        onClick={() => (waitingCount > 0 ? setIsAsking(true) : void collect())}
      >
        {t('redo.collect')}
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('redo.collectTitle')}
        description={t('redo.collectText', { n: waitingCount })}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{t('ui:cancel')}</Button>
            <Button kind="primary" onClick={() => void collect()}>
              {t('redo.collect')}
            </Button>
          </>
        }
      />
    </>
  );
};
