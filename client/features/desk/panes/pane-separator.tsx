import type { KeyboardEvent, PointerEvent } from 'react';
import { useMedia } from '#client/lib/hooks/use-media.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { PaneWidth } from './pane-width.ts';

const STEP_PX = 16;

type Props = {
  pane: PaneWidth;
  label: string;
  /** Which edge of the pane it is: the list's right one, the side panel's left one. */
  edge: 'left' | 'right';
};

/** The border of a pane beside the thread: dragged, or moved by the arrow keys; a double click puts it back. */
export const PaneSeparator = ({ pane: { bounds, useWidth, set, reset, keep }, label, edge }: Props) => {
  const { t } = useTranslation('desk');
  const chosen = useWidth((state) => state.width);
  const isNarrow = useMedia('(width < 1400px)');
  const width = chosen ?? (isNarrow ? bounds.usualNarrow : bounds.usual);
  const step = edge === 'left' ? STEP_PX : -STEP_PX;
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      set(edge === 'left' ? window.innerWidth - event.clientX : event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { least, most } = bounds;
    const wider = { ArrowLeft: width + step, ArrowRight: width - step, Home: least, End: most }[event.key];
    if (wider === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (wider === undefined) return reset();
    set(wider);
    keep();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> is no separator that can be moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      title={t('side.widthHint')}
      aria-valuenow={width}
      aria-valuemin={bounds.least}
      aria-valuemax={bounds.most}
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onLostPointerCapture={keep}
      onDoubleClick={reset}
      onKeyDown={onKeyDown}
      className={cx(
        'absolute inset-y-0 z-3 w-8 cursor-col-resize touch-none select-none hover:bg-tint focus-visible:bg-tint',
        edge === 'left' ? '-left-4' : '-right-4',
      )}
    />
  );
};
