import { RotateCcw } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useRetries } from '#client/features/report/model/use-retries.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { attemptsOf, openRetry, type Retryable } from '#client/lib/reports/report-retries.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';

/**
 * 重来这一句, or 重来这一段 for a silence: leads straight to the desk, with the customer as they were. Only for the trainee whose
 * drill it is; while a lesson forbids it, the section's head says why. `place` null: nothing can be done again.
 */
export const RetryButton = ({ place, subject }: { place: Retryable | null; subject: string }) => {
  const { t } = useTranslation('report');
  const { drillId, retries } = useRetries();
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  if (place === null || retries === null || !retries.own || retries.refused !== null) return null;
  const labelKey = attemptsOf(retries, place) ? 'retry.again' : place.since === null ? 'retry.do' : 'retry.doSilence';
  const icon = <RotateCcw size={14} aria-hidden="true" />;
  const start = async () => {
    const retry = await send(() => openRetry(drillId, place), true);
    if (retry !== null) navigate(`/drills/${encodeURIComponent(retry.value.id)}`);
  };
  return (
    <div className="mt-8 flex flex-wrap items-center gap-x-10 gap-y-4 print:hidden">
      {place.open === null ? (
        <Button
          size="s"
          data-retry
          disabled={isBusy}
          aria-label={t('retry.of', { do: t(labelKey), of: subject })}
          onClick={() => void start()}
        >
          {icon}
          {t(labelKey)}
        </Button>
      ) : (
        <>
          <ButtonLink
            size="s"
            data-retry
            to={`/drills/${encodeURIComponent(place.open)}`}
            aria-label={t('retry.of', { do: t('retry.goOn'), of: subject })}
          >
            {icon}
            {t('retry.goOn')}
          </ButtonLink>
          <span className="text-12 text-ink-3">{t('retry.isOpen')}</span>
        </>
      )}
      {error === null ? null : (
        <p role="alert" className="text-12 text-bad">
          {error.message}
        </p>
      )}
    </div>
  );
};
