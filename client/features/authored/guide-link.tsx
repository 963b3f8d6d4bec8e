import { pathTo } from '#client/lib/endpoints.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** A link to the guide on how a case is written. It opens beside this page, so the uploaded files stay. */
export const GuideLink = () => {
  const { t } = useTranslation('authored');
  return (
    <a
      href={pathTo('GET /guide/writing-a-case')}
      target="_blank"
      rel="noreferrer"
      className="text-accent underline underline-offset-2"
    >
      {t('guide')}
    </a>
  );
};
