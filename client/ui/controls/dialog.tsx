import { later, useOnce } from '#client/lib/later.tsx';
import { cx } from '#client/ui/cx.ts';
import type { DialogProps, ModalFrameProps } from './dialog-props.ts';

const Modal = later(() => import('./modal-frame.tsx').then((module) => module.ModalFrame));

/** The head, body and scrim that `Dialog` and `Sheet` share; only their shapes differ. Loaded when one is first opened. */
export const ModalFrame = (props: DialogProps & ModalFrameProps) => (useOnce(props.open) ? <Modal {...props} /> : null);

type Size = {
  /** For something to be written, not a question to be answered. */
  isWide?: boolean;
};
const PLACE = 'top-1/2 left-1/2 max-h-[calc(100dvh-32px)] -translate-x-1/2 -translate-y-1/2 rounded-8';

/** Centred; for a question that must be answered before going on. */
export const Dialog = ({ isWide = false, ...props }: DialogProps & Pick<ModalFrameProps, 'returnFocusTo'> & Size) => (
  <ModalFrame
    {...props}
    placementClass={cx(PLACE, isWide ? 'w-[min(680px,calc(100vw-24px))]' : 'w-[min(440px,calc(100vw-24px))]')}
  />
);
