import { startDrill, useStartBlock } from '#client/features/desk/clock/drill-start.ts';
import { TURN_ATTEMPT_MS, useDrillRun } from '#client/features/desk/model/drill-run.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { FootBox } from './foot-box.tsx';

/** Stands in the composer's place before 开始: the earlier messages are above, and no clock runs yet. */
export const ReplayTaskStart = () => {
  const { t } = useTranslation('desk');
  const retry = useDrillRun((state) => state.retry);
  const keyPrefix = retry === null ? 'redo' : retry.since === null ? 'retry' : 'silence';
  const block = useStartBlock();
  return (
    <FootBox title={t(`${keyPrefix}.title`)} text={t(`${keyPrefix}.text`, { n: TURN_ATTEMPT_MS / 1000 })}>
      <Button
        kind="primary"
        size="l"
        disabledReason={block === null ? null : t(`ready.${block}`)}
        onClick={() => void toastFailure(startDrill())}
      >
        {t('ui:start')}
      </Button>
    </FootBox>
  );
};
