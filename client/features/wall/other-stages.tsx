import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { mayEnter, stagesOf } from '#client/features/wall/model/run-timetable.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { cx } from '#client/ui/cx.ts';
import type { RunBody, Stage } from '#contract/runs.ts';

type Props = {
  run: RunBody;
  kind: 'plain' | 'primary';
  next: Stage | null;
  enterStage: (stage: Stage) => Promise<void>;
  onEndDrill: () => void;
  onEndRun: () => void;
};

/** Stages other than the next one, and the end of the run. */
export const OtherStages = ({ run, kind, next, enterStage, onEndDrill, onEndRun }: Props) => {
  const { t } = useTranslation('wall');
  const [isOpen, setIsOpen] = useState(false);
  const otherStages = stagesOf(run.plan).filter((stage) => stage !== next && mayEnter(run.stage, stage));
  const closingAfter = (act: () => void) => () => {
    setIsOpen(false);
    act();
  };
  const goToStage = (stage: Stage) => (run.stage === 'drill' ? onEndDrill() : void enterStage(stage));
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
            <Button kind="bare" className="w-full justify-start! text-bad!" onClick={closingAfter(onEndRun)}>
              {t('next.end')}
            </Button>
          </li>
        )}
      </ul>
    </Popover>
  );
};
