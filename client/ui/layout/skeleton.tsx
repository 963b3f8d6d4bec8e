import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';

const SHOW_AFTER_MS = 300;

/** Nothing for 300 ms (most answers are there by then), then still grey bars in the final layout. */
export const Skeleton = ({ children, className }: { children: ReactNode; className?: string }) => {
  const { t } = useTranslation('ui');
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={className}>
      {isShown ? (
        <>
          <span className="sr-only">{t('loading')}</span>
          <div aria-hidden="true">{children}</div>
        </>
      ) : null}
    </div>
  );
};

/** One line of text to come. `className` gives its width. */
export const SkeletonBar = ({ className }: { className?: string }) => (
  <div className={cx('h-10 rounded-3 bg-sunken', className)} />
);
