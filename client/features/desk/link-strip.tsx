import { Monitor, Pause, RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { togglePause } from '#client/features/desk/model/drill-commands.ts';
import { retryConnection, takeDesk } from '#client/features/desk/model/drill-connection.ts';
import { useIsFrozen } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';
import { useOnline } from '#client/lib/hooks/use-online.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import { joined } from '#client/lib/listed.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { SeatBody } from '#contract/runs.ts';

// In a paused rush only.
const PauseWords = later(() =>
  import('#client/features/desk/rush/breather-words.tsx').then((module) => module.PauseWords),
);
const BreatherButton = later(() =>
  import('#client/features/desk/rush/breather-words.tsx').then((module) => module.BreatherButton),
);

/** What the seat is at, as last heard: how it comes back to this device goes by that (RULES H20). */
const kindOf = (body: SeatBody | null): 'lesson' | 'homework' | 'exam' | 'contest' => {
  if (body?.run.contest !== undefined) return 'contest';
  if (body?.run.parts !== undefined || body?.run.mode === 'exam') return 'exam';
  return body?.homework === undefined ? 'lesson' : 'homework';
};

/** One strip at most, the gravest first: what stopped, what is safe, what to do. */
export const LinkStrip = () => {
  const { t } = useTranslation('desk');
  const link = useDrill((state) => state.link.kind);
  const isElsewhere = useDrill((state) => state.isElsewhere);
  const stopReason = useDrill((state) => state.view.stopReason);
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const hasMoved = useSeat((state) => state.lossReason !== null);
  const movedFrom = useSeat(({ body }) => kindOf(body));
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
  if (isElsewhere && hasMoved)
    return (
      <Notice
        icon={<Monitor size={16} className="shrink-0" aria-hidden="true" />}
        action={
          <ButtonLink size="s" to={movedFrom === 'contest' ? '/contest' : '/join'}>
            {t('strip.rejoin')}
          </ButtonLink>
        }
      >
        <b>{t('strip.moved')}</b> {t(`strip.movedText.${movedFrom}`)}
      </Notice>
    );
  if (isElsewhere)
    return (
      <Notice
        icon={<Monitor size={16} className="shrink-0" aria-hidden="true" />}
        action={
          <Button size="s" onClick={takeDesk}>
            {t('strip.takeOver')}
          </Button>
        }
      >
        {t('strip.elsewhere')}
      </Notice>
    );
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

/** Seconds between a moment and now by the browser's own clock, for times that the drill's clock doesn't know. */
const useWallSeconds = (secondsAt: (now: number) => number): number => {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, secondsAt(now));
};

const FrozenStrip = () => {
  const { t } = useTranslation('desk');
  return (
    <Notice icon={<Pause size={16} className="shrink-0" aria-hidden="true" />}>
      <b>{t('strip.stopped.freeze.head')}</b> {t('strip.stopped.freeze.text')}
    </Notice>
  );
};

const RestartStrip = () => {
  const { t } = useTranslation('desk');
  const resumesAt = useDrill((state) => (state.clock.isRunning ? null : state.clock.resumesAt));
  const secondsLeft = useWallSeconds((now) => (resumesAt === null ? 0 : Math.ceil((resumesAt - now) / 1000)));
  return (
    <Notice icon={<Pause size={16} className="shrink-0" aria-hidden="true" />}>
      <b>{t('strip.stopped.server.head')}</b>{' '}
      {secondsLeft > 0 ? <span aria-hidden="true">{t('strip.stopped.server.in', { n: secondsLeft })}</span> : null}
      {t('strip.stopped.server.text')}
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
  const whatShort = t(isOnline ? 'strip.silent' : 'strip.off');
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
      <span className="sr-only">
        {t(isExam ? 'strip.offlineShortExam' : 'strip.offlineShort', { what: whatShort })}
      </span>
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
