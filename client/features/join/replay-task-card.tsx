import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { SeatBody } from '#contract/runs.ts';
import { StateCard } from './state-card.tsx';

/** A replay task: one turn that the whole class does again. After the answer it tells the trainee to look at the board. */
export const ReplayTaskCard = ({ redo }: { redo: NonNullable<SeatBody['redo']> }) => {
  const { t } = useTranslation('join');
  if (redo.done) return <StateCard isLarge title={t('redo.done')} text={t('redo.doneText')} />;
  return (
    <StateCard title={t('redo.title')} text={t('redo.text')}>
      <ButtonLink kind="primary" size="l" to={`/drills/${redo.drill}`}>
        {t('redo.go')}
      </ButtonLink>
    </StateCard>
  );
};
