import { ClipboardList } from 'lucide-react';
import { openTour, useMayTour } from '#client/features/desk/model/desk-tour.ts';
import { setDialog, showTab } from '#client/features/desk/model/desk-ui.ts';
import { useIsTurnAttempt } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Sheet } from '#client/ui/controls/sheet.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import { DeskThemeButton, PauseButton } from './desk-controls.tsx';

type Props = {
  title: string | null;
  summary: DrillSummary | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** A menu of what is needed once in a drill, with the whole title, for which the head has no room. */
export const PhoneMenu = ({ title, summary, open, onOpenChange }: Props) => {
  const { t } = useTranslation('desk');
  const isOver = useDrill((state) => state.view.endReason !== null || state.view.stopReason === 'not-started');
  // A window that only watches ends nothing (RULES X117).
  const mayEnd = useDrill(({ view, isElsewhere }) => view.endReason === null && !isElsewhere);
  const isTurnAttempt = useIsTurnAttempt();
  const mayTour = useMayTour(summary?.mode ?? null);
  return (
    <Sheet from="bottom" title={t('more')} description={title ?? undefined} open={open} onOpenChange={onOpenChange}>
      <div className="mt-8 grid gap-8">
        {summary?.mode === 'practice' && !isOver ? <PauseButton isListed /> : null}
        <Button
          onClick={() => {
            onOpenChange(false);
            showTab('products');
          }}
        >
          <ClipboardList size={14} aria-hidden="true" />
          {t('ready.look')}
        </Button>
        <DeskThemeButton isListed />
        {mayTour ? (
          <Button
            onClick={() => {
              onOpenChange(false);
              void openTour();
            }}
          >
            {t('tour.again')}
          </Button>
        ) : null}
        {!mayEnd || isTurnAttempt ? null : (
          <Button
            kind="danger"
            onClick={() => {
              onOpenChange(false);
              setDialog('end');
            }}
          >
            {t('palette.end')}
          </Button>
        )}
      </div>
    </Sheet>
  );
};
