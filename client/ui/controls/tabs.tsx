import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';

type TabsProps = { value: string; onChange: (value: string) => void; className?: string; children: ReactNode };

/** `TabList` with its `Tab`s, and one `TabPanel` per value. */
export const Tabs = ({ value, onChange, className, children }: TabsProps) => (
  <Radix.Root value={value} onValueChange={onChange} className={className}>
    {children}
  </Radix.Root>
);

export const TabList = ({ label, className, children }: { label: string; className?: string; children: ReactNode }) => (
  <Radix.List
    aria-label={label}
    className={cx('flex h-40 shrink-0 gap-2 border-line border-b px-12 max-pane:h-44', className)}
  >
    {children}
  </Radix.List>
);

export const Tab = ({ value, children }: { value: string; children: ReactNode }) => (
  <Radix.Trigger
    value={value}
    className={cx(
      'relative px-10 text-ink-2 hover:text-ink focus-visible:-outline-offset-2',
      'data-[state=active]:font-semibold data-[state=active]:text-ink',
      'after:absolute after:inset-x-10 after:-bottom-1 after:h-2 data-[state=active]:after:bg-accent',
    )}
  >
    {children}
  </Radix.Trigger>
);

export const TabPanel = ({
  value,
  className,
  children,
}: {
  value: string;
  className?: string;
  children: ReactNode;
}) => (
  <Radix.Content value={value} className={className}>
    {children}
  </Radix.Content>
);
