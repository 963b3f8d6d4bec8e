import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { nextStage } from '#client/features/wall/model/run-timetable.ts';
import { useEnterStage } from '#client/features/wall/model/use-enter-stage.ts';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { figuresOfWall } from '#client/features/wall/model/wall-figures.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { RunBody } from '#contract/runs.ts';
import { EndDrillDialog, EndRunDialog } from './end-dialogs.tsx';
import { OtherStages } from './other-stages.tsx';

/** The button that moves the lesson on, with the other stages beside it. Ending anything is asked about first. */
export const NextStage = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const mayTeach = useMayTeach();
  const joinedCount = useRun((state) => figuresOfWall(state.tiles).joinedCount);
  const enterStage = useEnterStage(run);
  const [confirming, setConfirming] = useState<'drill' | 'run' | null>(null);
  if (run.endedAt !== null) return <ButtonLink to={`/runs/${run.id}/results`}>{t('results')}</ButtonLink>;
  if (!mayTeach) return <span className="shrink-0 text-12 text-ink-3">{t('mentor.short')}</span>;
  const next = nextStage(run.plan, run.stage);
  // During the drill only the freeze button is blue.
  const kind = run.stage === 'drill' ? 'plain' : 'primary';
  const press = () => {
    if (next === null) setConfirming('run');
    else if (run.stage === 'drill') setConfirming('drill');
    else void enterStage(next);
  };
  const label = (): string => {
    if (run.stage === 'drill') return t('end.drillDo');
    if (next === null) return t('next.end');
    return next === 'drill' ? t('next.drill', { n: joinedCount }) : t(`next.${next}`);
  };
  return (
    <div className="flex shrink-0 items-center">
      <Button kind={kind} className="rounded-r-[0]!" onClick={press}>
        {label()}
        <ChevronRight size={14} className="max-pane:hidden" aria-hidden="true" />
      </Button>
      <OtherStages
        run={run}
        kind={kind}
        next={next}
        enterStage={enterStage}
        onEndDrill={() => setConfirming('drill')}
        onEndRun={() => setConfirming('run')}
      />
      <EndDrillDialog
        run={run}
        open={confirming === 'drill'}
        onOpenChange={(open) => setConfirming(open ? 'drill' : null)}
      />
      <EndRunDialog open={confirming === 'run'} onOpenChange={(open) => setConfirming(open ? 'run' : null)} />
    </div>
  );
};
