import { Pause } from 'lucide-react';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useWallSeconds } from '#client/lib/hooks/use-wall-seconds.ts';
import { Notice } from '#client/ui/layout/notice.tsx';

/** The server was away, and the clock goes on in some seconds. */
export const RestartStrip = () => {
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
