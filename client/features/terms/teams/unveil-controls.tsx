import { useEffect } from 'react';
import { stepsOf } from '#client/features/terms/model/unveiling.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';

type Props = { step: number | null; ranked: number; onStep: (step: number | null) => void };

/** Begins to tell the places, goes on by a button, the space bar or →, and shows everything at once. */
export const UnveilControls = ({ step, ranked, onStep }: Props) => {
  const { t } = useTranslation('teams');
  const isOver = step !== null && step >= stepsOf(ranked);
  const next = step === null || isOver ? null : step + 1;
  useEffect(() => {
    if (next === null) return;
    const onKey = (event: KeyboardEvent) => {
      // A button that has the focus is pressed by the space bar anyway.
      const isSpace = event.key === ' ' && !(event.target instanceof HTMLButtonElement);
      if (!isSpace && event.key !== 'ArrowRight') return;
      event.preventDefault();
      onStep(next);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [next, onStep]);
  if (ranked === 0) return null;
  if (step === null) return <Button onClick={() => onStep(0)}>{t('unveil.begin')}</Button>;
  return (
    <>
      {next === null ? null : (
        <Button kind="primary" onClick={() => onStep(next)}>
          {t(next % 2 === 1 ? 'unveil.figures' : 'unveil.name')}
        </Button>
      )}
      <Button onClick={() => onStep(null)}>{t(isOver ? 'unveil.end' : 'unveil.all')}</Button>
    </>
  );
};
