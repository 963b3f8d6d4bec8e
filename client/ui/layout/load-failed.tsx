import { useTranslation } from 'react-i18next';
import type { Trouble } from '#client/lib/api.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from './empty-state.tsx';

/** What failed, the server's own words and code, and another try. */
export const LoadFailed = ({ title, error, onRetry }: { title: string; error: Trouble; onRetry: () => void }) => {
  const { t } = useTranslation('ui');
  return (
    <EmptyState
      isError
      title={title}
      text={`${error.message}${t('code', { code: error.code })}`}
      action={<Button onClick={onRetry}>{t('again')}</Button>}
    />
  );
};
