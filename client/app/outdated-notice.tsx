import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useOutdated } from '#client/lib/outdated.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

/** Covers the head of an outdated page, whose buttons no longer work. What is written below it can still be read. */
export const OutdatedNotice = () => {
  const { t } = useTranslation('app');
  const isOutdated = useOutdated((state) => state.isOutdated);
  if (!isOutdated) return null;
  return (
    <Notice
      tone="bad"
      className="fixed inset-x-0 top-0 z-30 shadow-float"
      action={
        <Button size="s" onClick={() => window.location.reload()}>
          {t('outdated.reload')}
        </Button>
      }
    >
      {t('outdated.text')}
    </Notice>
  );
};
