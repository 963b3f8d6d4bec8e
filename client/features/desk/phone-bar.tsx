import { ChevronLeft, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { PhoneClock } from '#client/features/desk/clock/desk-clock.tsx';
import { DeskFigures } from '#client/features/desk/clock/desk-figures.tsx';
import { exitOfDrill } from '#client/features/desk/model/drill-run.ts';
import { useExitLabel } from '#client/features/desk/model/use-exit-label.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later, useOnce } from '#client/lib/later.tsx';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import { PaletteButton } from './desk-controls.tsx';

const PhoneMenu = later(() => import('./phone-menu.tsx').then((module) => module.PhoneMenu));

type Props = { title: string | null; summary: DrillSummary | null; inert: boolean };

/** Head of the list on a phone: title, time, figures. */
export const PhoneBar = ({ title, summary, inert }: Props) => {
  const { t } = useTranslation('desk');
  const exitLabel = useExitLabel(summary);
  const rush = summary?.rush ?? null;
  // Day and level tell one rush from another; that it is one shows in the line below.
  const shortTitle = rush === null ? title : t('rush.short', { name: rush.profileName, n: rush.level });
  return (
    <header inert={inert} className="shrink-0">
      <div className="flex h-48 items-center gap-2 border-line border-b pr-2">
        <ButtonLink {...exitOfDrill(summary)} kind="bare" square aria-label={exitLabel}>
          <ChevronLeft size={18} aria-hidden="true" />
        </ButtonLink>
        <h1 className="line-clamp-2 min-w-0 flex-1 font-semibold leading-[18px]">{shortTitle ?? t('title')}</h1>
        <PhoneClock />
        <PaletteButton />
        <MoreMenu title={title} summary={summary} />
      </div>
      <div className="grid grid-cols-3 border-line border-b [&>*:last-child]:border-r-0 [&>*]:px-10 [&>*]:py-5">
        <DeskFigures />
      </div>
    </header>
  );
};

const MoreMenu = ({ title, summary }: Pick<Props, 'title' | 'summary'>) => {
  const { t } = useTranslation('desk');
  const [isOpen, setIsOpen] = useState(false);
  const hasOpened = useOnce(isOpen);
  return (
    <>
      <Button kind="bare" square aria-label={t('more')} aria-expanded={isOpen} onClick={() => setIsOpen(true)}>
        <Ellipsis size={18} aria-hidden="true" />
      </Button>
      {hasOpened ? <PhoneMenu title={title} summary={summary} open={isOpen} onOpenChange={setIsOpen} /> : null}
    </>
  );
};
