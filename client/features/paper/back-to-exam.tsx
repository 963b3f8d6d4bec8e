import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';

/** A paper that is a part of an exam leads back there. */
export const BackToExam = ({ seat }: { seat: string }) => {
  const { t } = useTranslation('paper');
  return (
    <p className="mt-16">
      <ButtonLink to={`/exams/seats/${encodeURIComponent(seat)}`}>{t('backToExam')}</ButtonLink>
    </p>
  );
};
