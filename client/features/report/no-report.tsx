import { isTransport, type Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';

type Props = {
  drillId: string;
  /** The seat of the drill in a run; null at home. */
  seat: string | null;
  error: Trouble;
  onRetry: () => void;
};

/** Why there is no report to show, and where to go instead. */
export const NoReport = ({ drillId, seat, error, onRetry }: Props) => {
  const { t } = useTranslation('report');
  switch (error.code) {
    case 'report-not-ready':
      return (
        <EmptyState
          title={t('notReady')}
          text={error.message}
          action={
            <ButtonLink kind="primary" to={`/drills/${drillId}`}>
              {t('toDesk')}
            </ButtonLink>
          }
        />
      );
    case 'case-in-exam':
      return (
        <EmptyState
          title={t('inExam')}
          text={t('inExamText')}
          action={<Button onClick={onRetry}>{t('lookAgain')}</Button>}
        />
      );
    case 'report-not-published':
      return (
        <EmptyState
          title={t('notPublished')}
          text={t('notPublishedText')}
          action={
            seat === null ? (
              <Button onClick={onRetry}>{t('lookAgain')}</Button>
            ) : (
              <ButtonLink kind="primary" to={`/seats/${seat}`}>
                {t('toSeat')}
              </ButtonLink>
            )
          }
        />
      );
    case 'unknown-drill':
    case 'not-allowed':
    case 'no-guest':
      return (
        <EmptyState
          title={t('notYours')}
          text={t('notYoursText')}
          action={<ButtonLink to="/">{t('ui:home')}</ButtonLink>}
        />
      );
    default:
      return (
        <EmptyState
          isError
          title={t('failed')}
          text={isTransport(error.code) ? error.message : t('failedText', { code: error.code })}
          action={<Button onClick={onRetry}>{t('recompute')}</Button>}
        />
      );
  }
};
