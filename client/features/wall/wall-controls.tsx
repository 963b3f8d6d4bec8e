import { ArrowRightLeft, Megaphone, Pause, Play, Timer, Zap } from 'lucide-react';
import { useState } from 'react';
import { BreatherButton } from '#client/features/wall/breather/breather-button.tsx';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { openWallDialog } from '#client/features/wall/model/wall-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { extendBy, setFrozen } from '#client/lib/run/run-commands.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { showToast, toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';

/** Commands for the whole class. The freeze button asks nothing: a freeze takes nothing away. */
export const WallControls = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const mayTeach = useMayTeach();
  const isDrilling = run.stage === 'drill' && run.endedAt === null;
  return (
    <div className="ml-auto flex items-center gap-8 pr-16 pl-12">
      {run.plan.project === undefined ? null : (
        <ButtonLink size="l" to={`/runs/${run.id}/project`}>
          {t('project')}
        </ButtonLink>
      )}
      {run.plan.transfers === true ? (
        <Button size="l" onClick={() => openWallDialog('transfers')}>
          <ArrowRightLeft size={16} aria-hidden="true" />
          {t('transfers')}
        </Button>
      ) : null}
      {run.endedAt === null ? <SayButton /> : null}
      {!mayTeach ? null : isDrilling ? (
        <>
          <Button size="l" onClick={() => openWallDialog('incident')}>
            <Zap size={16} aria-hidden="true" />
            {t('incident.do')}
          </Button>
          <ExtendButton />
          <BreatherButton run={run} />
          <FreezeButton isFrozen={run.frozen} />
        </>
      ) : (
        <span className="text-14 text-ink-3">{t(run.endedAt === null ? 'controls.notYet' : 'controls.over')}</span>
      )}
    </div>
  );
};

const SayButton = () => {
  const { t } = useTranslation('wall');
  return (
    <Button size="l" onClick={() => openWallDialog('say')}>
      <Megaphone size={16} aria-hidden="true" />
      {t('say.do')}
    </Button>
  );
};

export const FreezeButton = ({ isFrozen, wide = false }: { isFrozen: boolean; wide?: boolean }) => {
  const { t } = useTranslation('wall');
  return (
    <Button
      size="l"
      kind="primary"
      className={wide ? 'flex-1' : ''}
      onClick={() => void toastFailure(setFrozen(!isFrozen))}
    >
      {isFrozen ? <Play size={16} aria-hidden="true" /> : <Pause size={16} aria-hidden="true" />}
      {isFrozen ? t('freeze.goOn') : t('freeze.do')}
    </Button>
  );
};

const MINUTES = [1, 3, 5] as const;

export const ExtendButton = () => {
  const { t } = useTranslation('wall');
  const [isOpen, setIsOpen] = useState(false);
  const extend = async (minutes: number) => {
    setIsOpen(false);
    if (await toastFailure(extendBy(minutes))) showToast(t('extend.done', { n: minutes }));
  };
  return (
    <Popover
      label={t('extend.do')}
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="l">
          <Timer size={16} aria-hidden="true" />
          {t('extend.do')}
        </Button>
      }
    >
      <p className="mb-8 text-ink-2">{t('extend.text')}</p>
      <div className="flex gap-6">
        {MINUTES.map((minutes) => (
          <Button key={minutes} onClick={() => void extend(minutes)}>
            {t('extend.by', { n: minutes })}
          </Button>
        ))}
      </div>
    </Popover>
  );
};
