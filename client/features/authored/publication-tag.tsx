import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { AuthoredRow } from '#contract/authored.ts';

/** Whether the case is a draft, hidden or published, and the version that is published. */
export const PublicationTag = ({ row: { published, hidden } }: { row: Pick<AuthoredRow, 'published' | 'hidden'> }) => {
  const { t } = useTranslation('authored');
  if (published === null) return <Tag>{t('stand.draft')}</Tag>;
  if (hidden !== null) return <Tag tone="warn">{t('stand.hidden')}</Tag>;
  return <Tag tone="good">{t('stand.published', { no: published.no })}</Tag>;
};
