import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { mayEnter, nextStage, pageOf, stagesOf } from '#client/features/wall/model/run-timetable.ts';
import { tellRefusal } from '#client/features/wall/model/tell-refusal.ts';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { figuresOfWall } from '#client/features/wall/model/wall-figures.ts';
import { endRun, enterStage } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { cx } from '#client/ui/cx.ts';
import type { RunBody, Stage } from '#contract/runs.ts';

/** Moves the lesson to another stage and goes to that stage's page. */
export const useEnterStage = (run: RunBody) => {
  const navigate = useNavigate();
  return async (stage: Stage) => {
    if (await tellRefusal(enterStage(stage))) navigate(`/runs/${run.id}/${pageOf(stage)}`);
  };
};

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
  const serving = useRun((state) => figuresOfWall(state.tiles).serving);
  const enter = useEnterStage(run);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('end.drillTitle')}
      description={serving === 0 ? t('end.drillNone') : t('end.drillText', { n: serving })}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
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

const EndRunDialog = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => {
  const { t } = useTranslation('wall');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('end.runTitle')}
      description={t('end.runText')}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              onOpenChange(false);
              void tellRefusal(endRun());
            }}
          >
            {t('end.runDo')}
          </Button>
        </>
      }
    />
  );
};

export const NextStage = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const mayTeach = useMayTeach();
  const joined = useRun((state) => figuresOfWall(state.tiles).joined);
  const enter = useEnterStage(run);
  const [asking, setAsking] = useState<'drill' | 'run' | null>(null);
  if (run.endedAt !== null) return <ButtonLink to={`/runs/${run.id}/results`}>{t('results')}</ButtonLink>;
  if (!mayTeach) return <span className="shrink-0 text-12 text-ink-3">{t('mentor.short')}</span>;
  const following = nextStage(run.plan, run.stage);
  // During the drill only the freeze button is blue.
  const kind = run.stage === 'drill' ? 'plain' : 'primary';
  const press = () => {
    if (following === null) setAsking('run');
    else if (run.stage === 'drill') setAsking('drill');
    else void enter(following);
  };
  const label = (): string => {
    if (run.stage === 'drill') return t('end.drillDo');
    if (following === null) return t('next.end');
    return following === 'drill' ? t('next.drill', { n: joined }) : t(`next.${following}`);
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
        next={following}
        enter={enter}
        onEndDrill={() => setAsking('drill')}
        onEnd={() => setAsking('run')}
      />
      <EndDrillDialog run={run} open={asking === 'drill'} onOpenChange={(open) => setAsking(open ? 'drill' : null)} />
      <EndRunDialog open={asking === 'run'} onOpenChange={(open) => setAsking(open ? 'run' : null)} />
    </div>
  );
};

type OtherProps = {
  run: RunBody;
  kind: 'plain' | 'primary';
  next: Stage | null;
  enter: (stage: Stage) => Promise<void>;
  onEndDrill: () => void;
  onEnd: () => void;
};

/** Stages other than the next one, and the end of the run. */
const OtherStages = ({ run, kind, next, enter, onEndDrill, onEnd }: OtherProps) => {
  const { t } = useTranslation('wall');
  const [isOpen, setIsOpen] = useState(false);
  const otherStages = stagesOf(run.plan).filter((stage) => stage !== next && mayEnter(run.stage, stage));
  const closingAfter = (act: () => void) => () => {
    setIsOpen(false);
    act();
  };
  const goToStage = (stage: Stage) => (run.stage === 'drill' ? onEndDrill() : void enter(stage));
  return (
    <Popover
      label={t('otherStages')}
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button
          kind={kind}
          square
          className={cx('-ml-1 rounded-l-[0]!', kind === 'primary' && 'border-l-surface!')}
          aria-label={t('otherStages')}
        >
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <ul className="flex flex-col gap-4">
        {otherStages.map((stage) => (
          <li key={stage}>
            <Button kind="bare" className="w-full justify-start!" onClick={closingAfter(() => goToStage(stage))}>
              {t('goTo', { stage: t(`stage.${stage}`) })}
            </Button>
          </li>
        ))}
        <li>
          <ButtonLink kind="bare" className="w-full justify-start!" to={`/runs/${run.id}/results`}>
            {t('results')}
          </ButtonLink>
        </li>
        {next === null ? null : (
          <li>
            <Button kind="bare" className="w-full justify-start! text-bad!" onClick={closingAfter(onEnd)}>
              {t('next.end')}
            </Button>
          </li>
        )}
      </ul>
    </Popover>
  );
};
