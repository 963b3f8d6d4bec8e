import { Wind } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { takeBreather, useDeskBreather } from './desk-breather.ts';

/** What the strip of a paused rush says: that all stands, or during a breather what to do and when it goes on. */
export const PauseWords = () => {
  const { t } = useTranslation('desk');
  const endsAt = useDeskBreather((state) => state.endsAt);
  if (endsAt === null)
    return (
      <>
        <b>{t('strip.stopped.pause.head')}</b> {t('strip.stopped.pause.text')}
      </>
    );
  return (
    <>
      <b>{t('breather.head')}</b> {t('breather.text')} <SecondsLeft endsAt={endsAt} />
    </>
  );
};

const SecondsLeft = ({ endsAt }: { endsAt: number }) => {
  const { t } = useTranslation('desk');
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const n = Math.max(0, Math.ceil((endsAt - now) / 1000));
  return <span aria-hidden="true">{t('breather.left', { n })}</span>;
};

/** Beside 继续, until a breather has begun. */
export const BreatherButton = () => {
  const { t } = useTranslation('desk');
  const isOn = useDeskBreather((state) => state.endsAt !== null);
  if (isOn) return null;
  return (
    <Button size="s" title={t('breather.title')} onClick={takeBreather}>
      <Wind size={14} aria-hidden="true" />
      {t('breather.do')}
    </Button>
  );
};
