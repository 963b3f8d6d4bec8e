import type { KeyboardEvent, PointerEvent } from 'react';
import {
  keepSideWidth,
  resetSideWidth,
  SIDE_WIDTHS,
  setSideWidth,
  useSideWidth,
} from '#client/features/desk/side/side-width.ts';
import { useMedia } from '#client/lib/hooks/use-media.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

const STEP_PX = 16;

/** The border between thread and side panel: dragged, or moved by the arrow keys; a double click puts it back. */
export const SideSeparator = () => {
  const { t } = useTranslation('desk');
  const chosen = useSideWidth((state) => state.width);
  const isNarrow = useMedia('(width < 1400px)');
  const width = chosen ?? (isNarrow ? SIDE_WIDTHS.usualNarrow : SIDE_WIDTHS.usual);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setSideWidth(window.innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { least, most } = SIDE_WIDTHS;
    const wider = { ArrowLeft: width + STEP_PX, ArrowRight: width - STEP_PX, Home: least, End: most }[event.key];
    if (wider === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (wider === undefined) return resetSideWidth();
    setSideWidth(wider);
    keepSideWidth();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> is no separator that can be moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('side.width')}
      title={t('side.widthHint')}
      aria-valuenow={width}
      aria-valuemin={SIDE_WIDTHS.least}
      aria-valuemax={SIDE_WIDTHS.most}
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onLostPointerCapture={keepSideWidth}
      onDoubleClick={resetSideWidth}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 -left-4 z-3 w-8 cursor-col-resize touch-none select-none hover:bg-tint focus-visible:bg-tint"
    />
  );
};
