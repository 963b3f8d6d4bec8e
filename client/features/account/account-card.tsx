import type { ReactNode } from 'react';
import { Panel } from '#client/ui/layout/panel.tsx';

/** A short form of its own page: what it is for above, the fields below. */
export const AccountCard = ({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) => (
  <div className="mx-auto max-w-440">
    <Panel className="px-24 py-20 max-pane:px-14">
      <h1 className="font-semibold text-18">{title}</h1>
      {text === undefined ? null : <div className="mt-4 text-pretty text-ink-2">{text}</div>}
      <div className="mt-16">{children}</div>
    </Panel>
  </div>
);
