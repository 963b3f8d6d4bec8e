import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

type Props = {
  /** One button; gets the trigger's props. */
  trigger: ReactNode;
  label: string;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** Not modal: the page behind stays usable, so that a customer's words can always be reached. */
export const Popover = ({ trigger, label, align = 'end', side = 'bottom', open, onOpenChange, children }: Props) => (
  <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        align={align}
        side={side}
        sideOffset={4}
        collisionPadding={8}
        aria-label={label}
        className="z-10 max-h-(--radix-popover-content-available-height) max-w-[min(360px,calc(100vw-16px))] overflow-auto rounded-8 border border-line-2 bg-raised p-12 shadow-float"
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
