import { useTranslation } from 'react-i18next';
import { useOutdated } from '#client/lib/outdated.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

/** Stands over the head of the page, which can do nothing any more, and leaves the words below it to be read. */
export const OutdatedNotice = () => {
  const { t } = useTranslation('app');
  const outdated = useOutdated((state) => state.outdated);
  if (!outdated) return null;
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
