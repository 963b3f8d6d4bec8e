import type { ReactNode } from 'react';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** Own best score, or why there is none: never done, or done (`doneCount` times) and never scored. `children` stands under it. */
export const BestScore = ({
  best,
  doneCount,
  children,
}: {
  best: number | null;
  doneCount: number;
  children?: ReactNode;
}) => {
  const { t } = useTranslation('practice');
  if (best === null)
    return (
      <span className="whitespace-nowrap text-right text-ink-3">
        {t(doneCount === 0 ? 'library.never' : 'library.unscored')}
      </span>
    );
  return (
    <span className="text-right">
      <b className="block text-20">
        <span className="sr-only">{t('library.best')}</span>
        {marks(best)}
      </b>
      {children === undefined || children === null ? null : (
        <span className="block text-12 text-ink-3">{children}</span>
      )}
    </span>
  );
};
