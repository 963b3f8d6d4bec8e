import { ChevronLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DrillSummary } from '#contract/bodies.ts';
import { deskExit } from '../../lib/drill-run.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ClockFigure } from './desk-clock.tsx';
import { DeskControls } from './desk-controls.tsx';
import { DeskFigures } from './desk-figures.tsx';
import { useExitWord } from './use-exit-word.ts';

type Props = { title: string | null; summary: DrillSummary | null; shopName: string | null; inert: boolean };

export const DeskStrip = ({ title, summary, shopName, inert }: Props) => {
  const { t } = useTranslation('desk');
  const run = summary?.run ?? null;
  const exit = deskExit(summary, summary?.id ?? '');
  const leave = useExitWord(summary);
  const under = [run?.name ?? null, summary === null ? null : t(`mode.${summary.mode}`), shopName]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <header inert={inert} className="flex items-stretch border-line border-b bg-surface">
      <div className="flex w-284 shrink-0 items-center gap-8 border-line border-r pr-12 pl-8 max-wide:w-260 max-[940px]:w-200">
        <ButtonLink {...exit} kind="bare" size="s" square aria-label={leave} title={leave}>
          <ChevronLeft size={16} aria-hidden="true" />
        </ButtonLink>
        <div className="min-w-0 leading-[18px]">
          <h1 className="cut font-semibold" title={title ?? undefined}>
            {title ?? t('title')}
          </h1>
          <p className="cut text-12 text-ink-3">{under}</p>
        </div>
      </div>
      <DeskFigures className="max-[940px]:nth-3:hidden" />
      <span className="flex-1" />
      <ClockFigure />
      <DeskControls mode={summary?.mode ?? null} />
    </header>
  );
};
