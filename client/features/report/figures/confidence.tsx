import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** To the page that says how often the judge is right. */
export const Confidence = () => {
  const { t } = useTranslation('report');
  return (
    <Link to="/accuracy" className="link inline-flex items-center text-12 max-pane:min-h-44 print:hidden">
      {t('howSure')}
    </Link>
  );
};
