import { useEnterStage } from '#client/features/wall/model/use-enter-stage.ts';
import { figuresOfWall } from '#client/features/wall/model/wall-figures.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { endRun } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';

/** Says how many still serve, and ends all drills of the run. */
export const EndDrillDialog = ({
  run,
  open,
  onOpenChange,
}: {
  run: RunBody;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) => {
  const { t } = useTranslation('wall');
  const servingCount = useRun((state) => figuresOfWall(state.tiles).servingCount);
  const enter = useEnterStage(run);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('end.drillTitle')}
      description={servingCount === 0 ? t('end.drillNone') : t('end.drillText', { n: servingCount })}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('ui:cancel')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              onOpenChange(false);
              void enter('debrief');
            }}
          >
            {t('end.drillDo')}
          </Button>
        </>
      }
    />
  );
};

/** Asks before the whole run ends: it can't be taken up again. */
export const EndRunDialog = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => {
  const { t } = useTranslation('wall');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('end.runTitle')}
      description={t('end.runText')}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('ui:cancel')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              onOpenChange(false);
              void toastFailure(endRun());
            }}
          >
            {t('end.runDo')}
          </Button>
        </>
      }
    />
  );
};
