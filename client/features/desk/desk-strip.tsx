import { ChevronLeft } from 'lucide-react';
import { useNarrow } from '#client/drill/model/desk-widths.ts';
import { ClockFigure } from '#client/features/desk/clock/desk-clock.tsx';
import { DeskFigures } from '#client/features/desk/clock/desk-figures.tsx';
import { exitOfDrill } from '#client/features/desk/model/drill-run.ts';
import { useExitLabel } from '#client/features/desk/model/use-exit-label.ts';
import { StripNews } from '#client/features/desk/side/shop-news.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { DrillSummary } from '#contract/bodies.ts';
import { DeskControls } from './desk-controls.tsx';

type Props = { title: string | null; summary: DrillSummary | null; shopName: string | null; inert: boolean };

export const DeskStrip = ({ title, summary, shopName, inert }: Props) => {
  const { t } = useTranslation('desk');
  const isNarrow = useNarrow();
  const run = summary?.run ?? null;
  const exit = exitOfDrill(summary);
  const exitLabel = useExitLabel(summary);
  const subtitle = [run?.name ?? null, summary === null ? null : t(`mode.${summary.mode}`), shopName]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <header inert={inert} className="flex items-stretch border-line border-b bg-surface">
      <div className="flex w-[min(var(--list,284px),30vw)] shrink-0 items-center gap-8 border-line border-r pr-12 pl-8 max-wide:w-[min(var(--list,260px),30vw)] max-side:w-[min(var(--list,260px),40vw)] max-[940px]:w-200!">
        <ButtonLink {...exit} kind="bare" size="s" square aria-label={exitLabel} title={exitLabel}>
          <ChevronLeft size={16} aria-hidden="true" />
        </ButtonLink>
        <div className="min-w-0 leading-[18px]">
          <h1 className="cut font-semibold" title={title ?? undefined}>
            {title ?? t('title')}
          </h1>
          <p className="cut text-12 text-ink-3" title={subtitle}>
            {subtitle}
          </p>
        </div>
      </div>
      <DeskFigures className="min-[1280px]:min-w-128 max-[940px]:nth-3:hidden" />
      {/* There before anything is announced in it, or a screen reader wouldn't say it. */}
      <div role="status" className="flex min-w-0 flex-1 items-center px-8">
        {isNarrow ? null : <StripNews />}
      </div>
      <ClockFigure />
      <DeskControls mode={summary?.mode ?? null} />
    </header>
  );
};
