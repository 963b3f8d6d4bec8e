import type { ReactNode } from 'react';

/** One line of a long form: what it is about on the left, its controls, each with a label of its own, on the right. */
export const FormRow = ({ name, children }: { name: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be a grid in the browsers of old school machines
  <div
    role="group"
    aria-label={name}
    className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-16 border-line border-b px-18 py-12 last:border-b-0 max-pane:grid-cols-1 max-pane:gap-y-4 max-pane:px-14"
  >
    <span aria-hidden="true" className="pt-5 text-ink-2 max-pane:pt-0 max-pane:text-12">
      {name}
    </span>
    <div className="min-w-0">{children}</div>
  </div>
);
