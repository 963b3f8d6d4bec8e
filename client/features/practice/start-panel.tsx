import type { ReactNode } from 'react';

type Props = { title: string; text: ReactNode; children: ReactNode; actions: ReactNode };

/** One way into practice: what it is, what comes next, one main button at the same height as its neighbour's. */
export const StartPanel = ({ title, text, children, actions }: Props) => (
  <section className="flex flex-col gap-6 border-line border-l px-24 py-20 first:border-l-0 max-pane:border-t max-pane:border-l-0 max-pane:p-14 max-pane:first:border-t-0">
    <h2 className="font-semibold text-15">{title}</h2>
    <p className="text-ink-2">{text}</p>
    <div className="mt-6">{children}</div>
    <div className="mt-auto flex flex-wrap items-center gap-8 pt-10">{actions}</div>
  </section>
);
