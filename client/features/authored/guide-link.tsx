import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/lib/endpoints.ts';

/** How a case is written, from nothing to a played one. A page of text beside this one: what is uploaded stays. */
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
