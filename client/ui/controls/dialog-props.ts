import type { ReactNode, RefObject } from 'react';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Said after the title by a screen reader and shown under it. */
  description?: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
  children?: ReactNode;
};

export type ModalFrameProps = {
  /** Classes for its place, size and corners. */
  placementClass: string;
  /** The control that opened it, which gets the focus back. While it is open, the page's own keys do nothing. */
  returnFocusTo?: RefObject<HTMLElement | null>;
  /** Its parts scroll by themselves and reach its edges: the frame neither scrolls nor leaves a margin. */
  isFilled?: boolean;
};
