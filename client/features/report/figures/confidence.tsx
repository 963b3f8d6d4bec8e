import { Link } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** To the page that says how often the judge is right. */
export const Confidence = () => {
  const { t } = useTranslation('report');
  return (
    <Link
      to="/accuracy"
      className="link inline-flex items-center text-12 max-pane:min-h-44 pointer-coarse:py-12 print:hidden"
    >
      {t('howSure')}
    </Link>
  );
};
