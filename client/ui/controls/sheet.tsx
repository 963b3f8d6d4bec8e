import { cx } from '#client/ui/cx.ts';
import { ModalFrame } from './dialog.tsx';
import type { DialogProps } from './dialog-props.ts';

const SHAPES = {
  /** On a phone: stops below the header, so that the customer's name stays in sight. */
  bottom: 'inset-x-0 bottom-0 max-h-[calc(100dvh-48px)] rounded-t-10 animate-rise',
  side: 'inset-y-0 right-0 w-[min(372px,calc(100vw-44px))] animate-slide',
} as const;

type SheetProps = DialogProps & {
  from: keyof typeof SHAPES;
  /**
   * As high as it may be whatever it holds, so that what is pressed next stays in its place; what it holds scrolls by itself.
   */
  isTall?: boolean;
};

export const Sheet = ({ from, isTall = false, ...rest }: SheetProps) => (
  <ModalFrame
    {...rest}
    isFilled={isTall}
    placementClass={cx(SHAPES[from], isTall && from === 'bottom' && 'h-[calc(100dvh-48px)]')}
  />
);
