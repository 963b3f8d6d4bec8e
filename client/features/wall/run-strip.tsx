import { ChevronLeft } from 'lucide-react';
import { Link } from 'react-router';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { RunBody } from '#contract/runs.ts';
import { LessonClock } from './lesson-clock.tsx';
import { NextStage } from './next-stage.tsx';
import { StageStepper } from './stage-stepper.tsx';

/** Which run, where the lesson is, whether it still fits, and the step on. */
export const RunStrip = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const isPhone = usePhone();
  return (
    <header className="flex min-h-48 items-center gap-8 border-line border-b bg-surface pr-12 max-pane:flex-wrap max-pane:gap-y-0 max-pane:pt-4">
      <Link
        to="/teach"
        className="flex h-48 shrink-0 items-center gap-4 px-12 text-ink-2 no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:h-44"
      >
        <ChevronLeft size={16} aria-hidden="true" />
        <span className="max-wide:sr-only">{t('back')}</span>
      </Link>
      <div className="min-w-0 max-w-260 shrink max-pane:flex-1">
        <h1 className="cut font-semibold text-15 leading-[20px]" title={run.name}>
          {run.name}
        </h1>
        <p className="cut text-12 text-ink-3 leading-[16px]">
          {clauses([
            run.className ?? t('noClass'),
            t(`mode.${run.mode}`),
            run.rush === undefined ? null : t('rush.of', { name: run.rush.profileName }),
          ])}
        </p>
      </div>
      <StageStepper run={run} />
      {run.endedAt === null ? <LessonClock run={run} isShort={isPhone} /> : null}
      <NextStage run={run} />
    </header>
  );
};
