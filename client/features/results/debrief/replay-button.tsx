import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { startReplayTask, type TurnAddress } from '#client/features/results/model/results-commands.ts';
import { useMayChange } from '#client/features/results/model/use-may-change.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';

/** Why the task can't be started now; the first that holds is said. */
const blockOf = (run: RunBody, turn: TurnAddress, mayChange: boolean) => {
  if (!mayChange) return 'mentor';
  if (run.endedAt !== null) return 'over';
  if (run.redo?.open === true) return 'open';
  if (run.stage === 'join' || run.stage === 'card' || run.stage === 'drill') return 'early';
  return turn.turn < 1 ? 'noTurn' : null;
};

/** 大家重做这一回合: everybody gets the customer as they stood before it; this page becomes the board. */
export const ReplayButton = ({ run, turn, isMain = false }: { run: RunBody; turn: TurnAddress; isMain?: boolean }) => {
  const { t } = useTranslation('results');
  const navigate = useNavigate();
  const mayChange = useMayChange();
  const [isBusy, setIsBusy] = useState(false);
  const startTask = async () => {
    setIsBusy(true);
    const wasStarted = await toastFailure(startReplayTask(run, turn));
    setIsBusy(false);
    if (wasStarted) navigate(`/runs/${run.id}/redo`);
  };
  const block = blockOf(run, turn, mayChange);
  const blockReason = block === null ? null : t(`redoTurn.${block}`);
  return (
    <Button
      kind="plain"
      size={isMain ? 'l' : 'm'}
      disabled={isBusy}
      disabledReason={blockReason}
      onClick={() => void startTask()}
    >
      <RotateCcw size={16} aria-hidden="true" />
      {t('redoTurn.do')}
    </Button>
  );
};
