import { ChevronLeft, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrillSummary } from '#contract/bodies.ts';
import { setDialog } from '../../lib/desk-ui.ts';
import { deskExit, useIsRedo } from '../../lib/drill-run.ts';
import { useDrill } from '../../lib/drill-store.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PhoneClock } from './desk-clock.tsx';
import { LightButton, PauseButton } from './desk-controls.tsx';
import { DeskFigures } from './desk-figures.tsx';
import { useExitWord } from './use-exit-word.ts';

type Props = { title: string | null; summary: DrillSummary | null; inert: boolean };

/** Head of the list on a phone: title, time, figures. */
export const PhoneBar = ({ title, summary, inert }: Props) => {
  const { t } = useTranslation('desk');
  const leave = useExitWord(summary);
  return (
    <header inert={inert} className="shrink-0">
      <div className="flex h-48 items-center gap-2 border-line border-b pr-2">
        <ButtonLink {...deskExit(summary, summary?.id ?? '')} kind="bare" square aria-label={leave}>
          <ChevronLeft size={18} aria-hidden="true" />
        </ButtonLink>
        <h1 className="cut flex-1 font-semibold">{title ?? t('title')}</h1>
        <PhoneClock />
        <More summary={summary} />
      </div>
      <div className="grid grid-cols-3 border-line border-b [&>*:last-child]:border-r-0 [&>*]:px-10 [&>*]:py-5">
        <DeskFigures />
      </div>
    </header>
  );
};

/** What is needed once in a drill. */
const More = ({ summary }: { summary: DrillSummary | null }) => {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState(false);
  const over = useDrill((state) => state.view.ended !== null || state.view.stopped === 'not-started');
  const ended = useDrill((state) => state.view.ended !== null);
  const redo = useIsRedo();
  return (
    <>
      <Button kind="bare" square aria-label={t('more')} aria-expanded={open} onClick={() => setOpen(true)}>
        <Ellipsis size={18} aria-hidden="true" />
      </Button>
      <Sheet from="bottom" title={t('more')} open={open} onOpenChange={setOpen}>
        <div className="flex items-center gap-8">
          {summary?.mode === 'practice' && !over ? <PauseButton /> : null}
          <LightButton />
          <span className="flex-1" />
          {ended || redo ? null : (
            <Button
              kind="danger"
              onClick={() => {
                setOpen(false);
                setDialog('end');
              }}
            >
              {t('end.title')}
            </Button>
          )}
        </div>
      </Sheet>
    </>
  );
};
