import { useRetries } from '#client/features/report/model/use-retries.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';

/** Why no turn can be done again now, said once for all of them. */
export const RetryNotice = () => {
  const { t } = useTranslation('report');
  const { retries, reload } = useRetries();
  if (reload !== null)
    return (
      <p role="status" className="mb-8 flex flex-wrap items-center gap-x-10 gap-y-4 text-12 text-ink-2 print:hidden">
        {t('retry.failed')}
        <Button size="s" onClick={reload}>
          {t('retry.load')}
        </Button>
      </p>
    );
  if (retries === null || !retries.own || retries.refused === null) return null;
  return <p className="mb-8 text-12 text-ink-2 print:hidden">{retries.refused.message}</p>;
};
