import { Ellipsis, Megaphone } from 'lucide-react';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { openWallDialog } from '#client/features/wall/model/wall-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import type { RunBody } from '#contract/runs.ts';
import { ExtendButton, FreezeButton } from './wall-controls.tsx';

/** Freezing and saying, whatever is open. */
export const PhoneBar = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const mayTeach = useMayTeach();
  if (run.endedAt !== null) return null;
  const isDrilling = run.stage === 'drill';
  return (
    <div className="flex shrink-0 items-center gap-8 border-line border-t bg-surface px-12 py-8">
      <Button onClick={() => openWallDialog('say')}>
        <Megaphone size={16} aria-hidden="true" />
        {t('say.do')}
      </Button>
      {!mayTeach ? null : isDrilling ? (
        <>
          <FreezeButton wide isFrozen={run.frozen} />
          <Popover
            label={t('more')}
            side="top"
            trigger={
              <Button square aria-label={t('more')}>
                <Ellipsis size={16} aria-hidden="true" />
              </Button>
            }
          >
            <div className="flex flex-col gap-8">
              {run.plan.transfers === true ? (
                <Button onClick={() => openWallDialog('transfers')}>{t('transfers')}</Button>
              ) : null}
              <Button onClick={() => openWallDialog('incident')}>{t('incident.do')}</Button>
              <ExtendButton />
              <Button kind="danger" onClick={() => openWallDialog('end')}>
                {t('end.drillDo')}
              </Button>
            </div>
          </Popover>
        </>
      ) : (
        <span className="min-w-0 flex-1 text-12 text-ink-3">{t('controls.notYet')}</span>
      )}
    </div>
  );
};
