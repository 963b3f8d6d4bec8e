import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useExamPlace } from '#client/lib/seat/exam-place.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';

/** A paper that is a part of an exam leads back there. */
export const BackToExam = ({ seat }: { seat: string }) => {
  const { t } = useTranslation('paper');
  const place = useExamPlace();
  return (
    <p className="mt-16">
      <ButtonLink to={place.page(seat)}>{t('ui:backToExam')}</ButtonLink>
    </p>
  );
};
