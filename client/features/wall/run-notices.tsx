import { Pause, RefreshCw, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { FreezeWords } from '#client/features/wall/breather/freeze-words.tsx';
import { retryRunConnection } from '#client/features/wall/model/run-live.ts';
import { pageOf } from '#client/features/wall/model/run-timetable.ts';
import { useEverySecond } from '#client/features/wall/model/use-every-second.ts';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { setFrozen } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { StorageNotice } from '#client/ui/layout/storage-notice.tsx';
import { toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody, Stage } from '#contract/runs.ts';

type Props = {
  run: RunBody;
  /** The browser keeps this screen on. */
  staysAwake: boolean;
};

/** What the teacher has to know of the run and of this page, most serious first. */
export const RunNotices = ({ run, staysAwake }: Props) => {
  const link = useRun((state) => state.link);
  const mayTeach = useMayTeach();
  const { pathname } = useLocation();
  const [isSleepDismissed, setIsSleepDismissed] = useState(false);
  const hasEnded = run.endedAt !== null;
  const hasLeftWall =
    pathname.endsWith('/wall') && (run.stage === 'debrief' || run.stage === 'redo' || run.stage === 'close');
  return (
    <div className="min-h-0">
      {link === 'reconnecting' ? <ReconnectingNotice /> : null}
      {link === 'offline' ? <OfflineNotice /> : null}
      <StorageNotice to="staff" />
      {run.frozen ? <FrozenNotice mayTeach={mayTeach} /> : null}
      {hasEnded ? <EndedNotice runId={run.id} /> : null}
      {!hasEnded && hasLeftWall ? <StageNotice runId={run.id} stage={run.stage} /> : null}
      {hasEnded || mayTeach ? null : <MentorNotice />}
      {hasEnded || run.stage === 'close' || staysAwake || isSleepDismissed ? null : (
        <SleepNotice onDismiss={() => setIsSleepDismissed(true)} />
      )}
    </div>
  );
};

const ReconnectingNotice = () => {
  const { t } = useTranslation('wall');
  return (
    <Notice tone="warn" icon={<RefreshCw size={16} className="shrink-0" aria-hidden="true" />}>
      {t('line.reconnecting')}
    </Notice>
  );
};

const OfflineNotice = () => {
  const { t } = useTranslation('wall');
  const lostAt = useRun((state) => state.lostAt);
  const lostSeconds = useEverySecond((now) => (lostAt === null ? 0 : Math.round((now - lostAt) / 1000)));
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
      {t('line.offline', { time: seconds(lostSeconds) })}
    </Notice>
  );
};

/** Blue and not red: nothing is wrong, the class is to look up. */
const FrozenNotice = ({ mayTeach }: { mayTeach: boolean }) => {
  const { t } = useTranslation('wall');
  return (
    <Notice
      icon={<Pause size={16} className="shrink-0" aria-hidden="true" />}
      action={
        mayTeach ? (
          <Button size="s" onClick={() => void toastFailure(setFrozen(false))}>
            {t('freeze.goOn')}
          </Button>
        ) : undefined
      }
    >
      <FreezeWords />
    </Notice>
  );
};

const EndedNotice = ({ runId }: { runId: string }) => {
  const { t } = useTranslation('wall');
  return (
    <Notice>
      {t('over.text')}{' '}
      <Link className="link" to={`/runs/${runId}/results`}>
        {t('results')}
      </Link>
    </Notice>
  );
};

/** The bell or another teacher has moved the lesson on: this page stays and shows a link to the new stage. */
const StageNotice = ({ runId, stage }: { runId: string; stage: Stage }) => {
  const { t } = useTranslation('wall');
  return (
    <Notice>
      {t('drillOver')}{' '}
      <Link className="link" to={`/runs/${runId}/${pageOf(stage)}`}>
        {t(`next.${stage}`, { n: 0 })}
      </Link>
    </Notice>
  );
};

const MentorNotice = () => {
  const { t } = useTranslation('wall');
  return <Notice>{t('mentor.text')}</Notice>;
};

/** The browser can't keep this screen on. */
const SleepNotice = ({ onDismiss }: { onDismiss: () => void }) => {
  const { t } = useTranslation('wall');
  return (
    <Notice
      tone="warn"
      action={
        <Button size="s" onClick={onDismiss}>
          {t('putAway')}
        </Button>
      }
    >
      {t('sleep')}
    </Notice>
  );
};
