import { later, useOnce } from '#client/lib/later.tsx';
import type { DialogProps, ModalFrameProps } from './dialog-props.ts';

const Modal = later(() => import('./modal-frame.tsx').then((module) => module.ModalFrame));

/** The head, body and scrim that `Dialog` and `Sheet` share; only their shapes differ. Loaded when one is first opened. */
export const ModalFrame = (props: DialogProps & ModalFrameProps) => (useOnce(props.open) ? <Modal {...props} /> : null);

/** Centred; for a question that must be answered before going on. */
export const Dialog = (props: DialogProps & Pick<ModalFrameProps, 'returnFocusTo'>) => (
  <ModalFrame
    {...props}
    placementClass="top-1/2 left-1/2 max-h-[calc(100dvh-32px)] w-[min(440px,calc(100vw-24px))] -translate-x-1/2 -translate-y-1/2 rounded-8"
  />
);
