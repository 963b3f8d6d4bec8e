import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';

/** Why there is nothing to play, and where to go instead. */
export const NoReplay = ({ drillId, error, onRetry }: { drillId: string; error: Trouble; onRetry: () => void }) => {
  const { t } = useTranslation('replay');
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{t('title')}</h1>
      {error.code === 'report-not-ready' ? (
        <EmptyState
          title={t('none.running')}
          text={t('none.runningText')}
          action={
            <ButtonLink kind="primary" to={`/drills/${drillId}`}>
              {t('none.toDesk')}
            </ButtonLink>
          }
        />
      ) : error.code === 'case-in-exam' ? (
        <EmptyState
          title={t('none.inExam')}
          text={t('none.inExamText')}
          action={<ButtonLink to="/">{t('ui:home')}</ButtonLink>}
        />
      ) : error.code === 'report-not-published' ? (
        <EmptyState
          title={t('none.unpublished')}
          text={t('none.unpublishedText')}
          action={<ButtonLink to={`/drills/${drillId}/report`}>{t('toReport')}</ButtonLink>}
        />
      ) : error.code === 'unknown-drill' || error.code === 'not-allowed' || error.code === 'no-guest' ? (
        <EmptyState
          title={t('none.notYours')}
          text={t('none.notYoursText')}
          action={<ButtonLink to="/">{t('ui:home')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('none.failed')} error={error} onRetry={onRetry} />
      )}
    </main>
  );
};
