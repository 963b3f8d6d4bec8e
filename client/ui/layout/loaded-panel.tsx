import type { ReactNode } from 'react';
import type { Loaded } from '#client/lib/hooks/use-load.ts';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from './empty-state.tsx';
import { LoadFailed } from './load-failed.tsx';
import { Panel } from './panel.tsx';
import { Skeleton, SkeletonBar } from './skeleton.tsx';

type Props<T> = {
  title: string;
  about: string;
  loaded: Loaded<T>;
  onRetry: () => void;
  /** What a failure is called. */
  failed: string;
  /** Below the head stand a form's rows, whose margin it takes. */
  isForm?: boolean;
  /** Told where the value has nothing to show. */
  none: { is: (value: T) => boolean; title: string; text: string };
  children: (value: T) => ReactNode;
};

/** A narrow page in one panel: its head stands at once, below it what is loaded, or why there is none. */
export const LoadedPanel = <T,>({
  title,
  about,
  loaded,
  onRetry,
  failed,
  none,
  isForm = false,
  children,
}: Props<T>) => (
  <div className="mx-auto max-w-720">
    <Panel>
      <header className={cx('border-line border-b pt-16 pb-12 max-pane:px-14', isForm ? 'px-18' : 'px-24')}>
        <h1 className="font-semibold text-18">{title}</h1>
        <p className="text-ink-2">{about}</p>
      </header>
      {loaded.state === 'failed' ? (
        <LoadFailed title={failed} error={loaded.error} onRetry={onRetry} />
      ) : loaded.state === 'loading' ? (
        <Skeleton className="min-h-320">
          <div className="flex flex-col gap-14 p-24">
            <SkeletonBar className="w-[24%]" />
            <SkeletonBar className="w-[70%]" />
          </div>
        </Skeleton>
      ) : none.is(loaded.value) ? (
        <EmptyState title={none.title} text={none.text} />
      ) : (
        children(loaded.value)
      )}
    </Panel>
  </div>
);
