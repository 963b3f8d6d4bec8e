import { Pause, RefreshCw, WifiOff } from 'lucide-react';
import { togglePause } from '#client/features/desk/model/drill-commands.ts';
import { retryConnection } from '#client/features/desk/model/drill-connection.ts';
import { useIsFrozen } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';
import { useOnline } from '#client/lib/hooks/use-online.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useWallSeconds } from '#client/lib/hooks/use-wall-seconds.ts';
import { later } from '#client/lib/later.tsx';
import { joined } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

// In a paused rush only.
const PauseWords = later(() =>
  import('#client/features/desk/rush/breather-words.tsx').then((module) => module.PauseWords),
);
const BreatherButton = later(() =>
  import('#client/features/desk/rush/breather-words.tsx').then((module) => module.BreatherButton),
);

// Another window or device has the drill.
const ElsewhereStrip = later(() => import('./elsewhere-strip.tsx').then((module) => module.ElsewhereStrip));

// After the server was away only, and it is back by then.
const RestartStrip = later(() => import('./restart-strip.tsx').then((module) => module.RestartStrip));

/** One strip at most, the gravest first: what stopped, what is safe, what to do. */
export const LinkStrip = () => {
  const { t } = useTranslation('desk');
  const link = useDrill((state) => state.link.kind);
  const isElsewhere = useDrill((state) => state.isElsewhere);
  const stopReason = useDrill((state) => state.view.stopReason);
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const isFrozen = useIsFrozen();
  const isRush = useDrill((state) => state.view.rush !== null);
  const isOnline = useOnline();
  if (hasEnded) return null;
  if (link === 'offline') return <OfflineStrip isOnline={isOnline} />;
  if (link === 'reconnecting')
    return (
      <Notice tone="warn" icon={<RefreshCw size={16} className="shrink-0" aria-hidden="true" />}>
        {t(isOnline ? 'strip.noServer' : 'strip.reconnecting')}
      </Notice>
    );
  if (isElsewhere) return <ElsewhereStrip />;
  if (isFrozen) return <FrozenStrip />;
  if (stopReason === null || stopReason === 'not-started' || stopReason === 'freeze') return null;
  if (stopReason === 'server') return <RestartStrip />;
  return (
    <Notice
      icon={<Pause size={16} className="shrink-0" aria-hidden="true" />}
      action={
        stopReason === 'pause' ? (
          <span className="flex gap-8">
            {isRush ? <BreatherButton /> : null}
            <Button size="s" onClick={() => void toastFailure(togglePause())}>
              {t('pause.resume')}
            </Button>
          </span>
        ) : undefined
      }
    >
      {isRush && stopReason === 'pause' ? (
        <PauseWords />
      ) : (
        <>
          <b>{t(`strip.stopped.${stopReason}.head`)}</b> {t(`strip.stopped.${stopReason}.text`)}
        </>
      )}
    </Notice>
  );
};

const FrozenStrip = () => {
  const { t } = useTranslation('desk');
  return (
    <Notice icon={<Pause size={16} className="shrink-0" aria-hidden="true" />}>
      <b>{t('strip.stopped.freeze.head')}</b> {t('strip.stopped.freeze.text')}
    </Notice>
  );
};

/** Seconds for which lost connections may stop an exam's clock, all losses together (RULES C4). */
const EXAM_BUDGET_S = 180;

/** `isOnline`: the network is there, and the server doesn’t answer (RULES X75). */
const OfflineStrip = ({ isOnline }: { isOnline: boolean }) => {
  const { t } = useTranslation('desk');
  const lostAt = useDrill((state) => ('since' in state.link ? state.link.since : null));
  const isExam = useDrill((state) => state.view.opening?.mode === 'exam');
  const queuedCount = useDrill((state) => state.outbox.filter((item) => item.state === 'queued').length);
  const lostSeconds = useWallSeconds((now) => (lostAt === null ? 0 : Math.floor((now - lostAt) / 1000)));
  const what = t(isOnline ? 'strip.silentFor' : 'strip.offlineFor', { n: lostSeconds });
  return (
    <Notice
      tone="bad"
      icon={<WifiOff size={16} className="shrink-0" aria-hidden="true" />}
      action={
        <Button size="s" onClick={retryConnection}>
          {t('strip.retry')}
        </Button>
      }
    >
      <span className="sr-only">{t(isExam ? 'strip.offlineShortExam' : 'strip.offlineShort')}</span>
      <span aria-hidden="true">
        {joined([
          isExam
            ? t(lostSeconds > EXAM_BUDGET_S ? 'strip.offlineExamOver' : 'strip.offlineExam', { what })
            : t('strip.offline', { what }),
          queuedCount > 0 ? t('strip.waiting', { n: queuedCount }) : t('strip.safe'),
        ])}
      </span>
    </Notice>
  );
};
