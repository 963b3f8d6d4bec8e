import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Notice } from './notice.tsx';

/** A form's refusal that belongs to no single field: the server's words and the code. */
export const Refused = ({ error, className }: { error: Trouble | null; className?: string }) => {
  const { t } = useTranslation('ui');
  if (error === null) return null;
  return (
    <Notice tone="bad" className={className ?? ''}>
      {error.message}
      {t('code', { code: error.code })}
    </Notice>
  );
};
