import { useEffect } from 'react';
import type { FindingPlace } from './replay-moments.ts';
import { setPlaying, stepFinding, stepReply, useReplay } from './replay-store.ts';

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Elements that use the arrow keys themselves keep them; elements that the space key presses keep the space key. */
const ARROW_KEY_ELEMENTS = 'input, textarea, select, [role="radio"], [role="tab"]';
const SPACE_KEY_ELEMENTS = 'button, a, textarea, select, [role="radio"], [role="tab"], input:not([type="range"])';

/** Space plays and stops, ← → a reply, J K a finding. By `code`, so that layouts don't matter. */
export const useReplayKeys = (places: readonly FindingPlace[]): void => {
  useEffect(() => {
    const commands: Record<string, () => void> = {
      Space: () => setPlaying(!useReplay.getState().isPlaying),
      ArrowLeft: () => stepReply(-1),
      ArrowRight: () => stepReply(1),
      KeyJ: () => stepFinding(places, 1),
      KeyK: () => stepFinding(places, -1),
    };
    const onKey = (event: KeyboardEvent) => {
      const { code, target } = event;
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const command = commands[code];
      if (
        command === undefined ||
        isWithin(
          target,
          code === 'Space' ? SPACE_KEY_ELEMENTS : code.startsWith('Arrow') ? ARROW_KEY_ELEMENTS : 'textarea',
        )
      )
        return;
      event.preventDefault();
      command();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [places]);
};
