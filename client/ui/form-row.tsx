import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const ROW =
  'grid grid-cols-[104px_minmax(0,1fr)] gap-x-16 border-line border-b px-18 py-12 last:border-b-0 max-pane:grid-cols-1 max-pane:gap-y-4 max-pane:px-14';
const NAME = 'pt-5 text-ink-2 max-pane:pt-0 max-pane:text-12';

/**
 * One line of a long form: what it is about on the left, its controls on the right. `htmlFor` when it is one control,
 * else the row is a group of its own.
 */
export const FormRow = ({
  name,
  htmlFor,
  className,
  children,
}: {
  name: string;
  htmlFor?: string;
  className?: string;
  children: ReactNode;
}) => {
  if (htmlFor !== undefined) {
    return (
      <div className={cx(ROW, className)}>
        <label htmlFor={htmlFor} className={NAME}>
          {name}
        </label>
        <div className="min-w-0">{children}</div>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be a grid in the browsers of old school machines
    <div role="group" aria-label={name} className={cx(ROW, className)}>
      <span aria-hidden="true" className={NAME}>
        {name}
      </span>
      <div className="min-w-0">{children}</div>
    </div>
  );
};
