import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';
import { Panel } from '#client/ui/layout/panel.tsx';

type Props = { title: string; text?: ReactNode; isLarge?: boolean; children?: ReactNode };

/** `isLarge`: type large enough to read while the trainee looks up at the board. Screen readers are told of a change. */
export const StateCard = ({ title, text, isLarge = false, children }: Props) => (
  <Panel className={cx('px-24 max-pane:px-14', isLarge ? 'py-52 text-center' : 'py-20')}>
    <div role="status">
      <h2 className={cx('font-semibold', isLarge ? 'text-22' : 'text-18')}>{title}</h2>
      {text === undefined ? null : <div className="mt-4 text-pretty text-ink-2">{text}</div>}
    </div>
    {children === undefined ? null : (
      <div className={cx('mt-16 flex flex-wrap items-center gap-12', isLarge && 'justify-center')}>{children}</div>
    )}
  </Panel>
);
