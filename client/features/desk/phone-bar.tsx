import { ChevronLeft, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { PhoneClock } from '#client/features/desk/clock/desk-clock.tsx';
import { DeskFigures } from '#client/features/desk/clock/desk-figures.tsx';
import { openTour, useMayTour } from '#client/features/desk/model/desk-tour.ts';
import { setDialog } from '#client/features/desk/model/desk-ui.ts';
import { exitOfDrill, useIsTurnAttempt } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useExitLabel } from '#client/features/desk/model/use-exit-label.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Sheet } from '#client/ui/controls/sheet.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import { DeskThemeButton, PaletteButton, PauseButton } from './desk-controls.tsx';

type Props = { title: string | null; summary: DrillSummary | null; inert: boolean };

/** Head of the list on a phone: title, time, figures. */
export const PhoneBar = ({ title, summary, inert }: Props) => {
  const { t } = useTranslation('desk');
  const exitLabel = useExitLabel(summary);
  return (
    <header inert={inert} className="shrink-0">
      <div className="flex h-48 items-center gap-2 border-line border-b pr-2">
        <ButtonLink {...exitOfDrill(summary)} kind="bare" square aria-label={exitLabel}>
          <ChevronLeft size={18} aria-hidden="true" />
        </ButtonLink>
        <h1 className="cut flex-1 font-semibold">{title ?? t('title')}</h1>
        <PhoneClock />
        <PaletteButton />
        <MoreMenu summary={summary} />
      </div>
      <div className="grid grid-cols-3 border-line border-b [&>*:last-child]:border-r-0 [&>*]:px-10 [&>*]:py-5">
        <DeskFigures />
      </div>
    </header>
  );
};

/** A menu of what is needed once in a drill. */
const MoreMenu = ({ summary }: { summary: DrillSummary | null }) => {
  const { t } = useTranslation('desk');
  const [isOpen, setIsOpen] = useState(false);
  const isOver = useDrill((state) => state.view.endReason !== null || state.view.stopReason === 'not-started');
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const isTurnAttempt = useIsTurnAttempt();
  const mayTour = useMayTour(summary?.mode ?? null);
  return (
    <>
      <Button kind="bare" square aria-label={t('more')} aria-expanded={isOpen} onClick={() => setIsOpen(true)}>
        <Ellipsis size={18} aria-hidden="true" />
      </Button>
      <Sheet from="bottom" title={t('more')} open={isOpen} onOpenChange={setIsOpen}>
        <div className="flex flex-wrap items-center gap-8">
          {summary?.mode === 'practice' && !isOver ? <PauseButton /> : null}
          <DeskThemeButton />
          {mayTour ? (
            <Button
              onClick={() => {
                setIsOpen(false);
                void openTour();
              }}
            >
              {t('tour.again')}
            </Button>
          ) : null}
          {hasEnded || isTurnAttempt ? null : (
            <Button
              kind="danger"
              className="w-full"
              onClick={() => {
                setIsOpen(false);
                setDialog('end');
              }}
            >
              {t('palette.end')}
            </Button>
          )}
        </div>
      </Sheet>
    </>
  );
};
