import { Pause, RefreshCw, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { retryRunConnection } from '#client/features/wall/model/run-live.ts';
import { pageOf } from '#client/features/wall/model/run-timetable.ts';
import { tellRefusal } from '#client/features/wall/model/tell-refusal.ts';
import { useAwake } from '#client/features/wall/model/use-awake.ts';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { useSecond } from '#client/features/wall/model/use-second.ts';
import { seconds } from '#client/lib/format.ts';
import { freezeAll } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { StorageNotice } from '#client/ui/layout/storage-notice.tsx';
import type { RunBody } from '#contract/runs.ts';

/** What stands between the teacher and true figures, the gravest first; then what this page can't do by itself. */
export const RunNotices = ({ run }: { run: RunBody }) => (
  <div className="min-h-0">
    <ConnectionNotice />
    <StorageNotice to="staff" />
    {run.frozen ? <FrozenNotice /> : null}
    <StageNotice run={run} />
    {run.endedAt === null ? <MentorNotice /> : null}
    {run.stage === 'close' || run.endedAt !== null ? null : <AwakeNotice />}
  </div>
);

const ConnectionNotice = () => {
  const { t } = useTranslation('wall');
  const link = useRun((state) => state.link);
  const lostAt = useRun((state) => state.lostAt);
  const lost = useSecond((now) => (lostAt === null ? 0 : Math.round((now - lostAt) / 1000)));
  if (link === 'live' || link === 'connecting') return null;
  if (link === 'reconnecting')
    return (
      <Notice tone="warn" icon={<RefreshCw size={16} className="shrink-0" aria-hidden="true" />}>
        {t('line.reconnecting')}
      </Notice>
    );
  return (
    <Notice
      tone="bad"
      icon={<WifiOff size={16} className="shrink-0" aria-hidden="true" />}
      action={
        <Button size="s" onClick={retryRunConnection}>
          {t('line.retry')}
        </Button>
      }
    >
      {t('line.offline', { time: seconds(lost) })}
    </Notice>
  );
};

/** Blue and not red: nothing is wrong, the class is to look up. */
const FrozenNotice = () => {
  const { t } = useTranslation('wall');
  const mayTeach = useMayTeach();
  return (
    <Notice
      icon={<Pause size={16} className="shrink-0" aria-hidden="true" />}
      action={
        mayTeach ? (
          <Button size="s" onClick={() => void tellRefusal(freezeAll(false))}>
            {t('freeze.goOn')}
          </Button>
        ) : undefined
      }
    >
      <b>{t('freeze.on')}</b> {t('freeze.onText')}
    </Notice>
  );
};

/** The bell or another teacher has moved the lesson on: this page stays and shows a link to the new stage. */
const StageNotice = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  const { pathname } = useLocation();
  const page = pageOf(run.stage);
  if (run.endedAt !== null)
    return (
      <Notice>
        {t('over.text')}{' '}
        <Link className="link" to={`/runs/${run.id}/results`}>
          {t('results')}
        </Link>
      </Notice>
    );
  if (!pathname.endsWith('/wall') || page === 'wall' || page === 'lobby') return null;
  return (
    <Notice>
      {t('drillOver')}{' '}
      <Link className="link" to={`/runs/${run.id}/${page}`}>
        {t(`next.${page}`)}
      </Link>
    </Notice>
  );
};

const MentorNotice = () => {
  const { t } = useTranslation('wall');
  return useMayTeach() ? null : <Notice>{t('mentor.text')}</Notice>;
};

const AwakeNotice = () => {
  const { t } = useTranslation('wall');
  const staysAwake = useAwake();
  const [isDismissed, setIsDismissed] = useState(false);
  if (staysAwake || isDismissed) return null;
  return (
    <Notice
      tone="warn"
      action={
        <Button size="s" onClick={() => setIsDismissed(true)}>
          {t('putAway')}
        </Button>
      }
    >
      {t('sleep')}
    </Notice>
  );
};
