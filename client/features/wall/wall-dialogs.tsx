import { useEffect } from 'react';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { openWallDialog, useWallUi } from '#client/features/wall/model/wall-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import { setFrozen } from '#client/lib/run/run-commands.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';
import { EndDrillDialog } from './end-dialogs.tsx';
import { IncidentDialog } from './incident-dialog.tsx';
import { SayDialog } from './say-dialog.tsx';

const TransfersDialog = later(() =>
  import('#client/features/wall/transfers/transfers-dialog.tsx').then((module) => module.TransfersDialog),
);

const isInFieldOrDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

/** P by its place on the keyboard, so that layouts and IME don't matter. */
const useFreezeKey = (mayTeach: boolean): void => {
  useEffect(() => {
    if (!mayTeach) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyP' || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      if (isInFieldOrDialog(event.target)) return;
      event.preventDefault();
      openWallDialog('freeze');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [mayTeach]);
};

export const WallDialogs = ({ run, seat }: { run: RunBody; seat: string | null }) => {
  const dialog = useWallUi((state) => state.dialog);
  const mayTeach = useMayTeach();
  useFreezeKey(mayTeach && run.stage === 'drill' && run.endedAt === null);
  const onOpenChange = (willOpen: boolean) => openWallDialog(willOpen ? dialog : null);
  return (
    <>
      <SayDialog open={dialog === 'say'} onOpenChange={onOpenChange} />
      <FreezeDialog run={run} open={dialog === 'freeze'} onOpenChange={onOpenChange} />
      <EndDrillDialog run={run} open={dialog === 'end'} onOpenChange={onOpenChange} />
      {dialog === 'transfers' ? <TransfersDialog run={run} onClose={() => openWallDialog(null)} /> : null}
      {dialog === 'incident' ? <IncidentDialog run={run} open onOpenChange={onOpenChange} seat={seat} /> : null}
    </>
  );
};

/** Asks first, since a key is pressed by mistake more easily than a button. */
const FreezeDialog = ({
  run,
  open,
  onOpenChange,
}: {
  run: RunBody;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) => {
  const { t } = useTranslation('wall');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(run.frozen ? 'freeze.askGoOn' : 'freeze.ask')}
      description={t(run.frozen ? 'freeze.goOnText' : 'freeze.text')}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('ui:cancel')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              onOpenChange(false);
              void toastFailure(setFrozen(!run.frozen));
            }}
          >
            {t(run.frozen ? 'freeze.goOn' : 'freeze.do')}
          </Button>
        </>
      }
    />
  );
};
