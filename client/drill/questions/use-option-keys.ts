import { useLayoutEffect, useRef } from 'react';

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
/** Enter on these does what it always does. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('a, button');

/** The option a key stands for: A–F or 1–6; of two, ← and → as well. Null: none. */
const placeOf = (code: string, optionCount: number): number | null => {
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(code)?.[1];
  const letter = /^Key([A-F])$/.exec(code)?.[1];
  const arrow = optionCount === 2 ? ['ArrowLeft', 'ArrowRight'].indexOf(code) : -1;
  const place = digit !== undefined ? Number(digit) - 1 : letter !== undefined ? 'ABCDEF'.indexOf(letter) : arrow;
  return place >= 0 && place < optionCount ? place : null;
};

type Keys = { optionCount: number; onChoose: (place: number) => void; onSubmit: () => void };

/** Keys of a question that stands open: its options, and Enter to hand it in. Null: none is open, so that no key answers an unread one. */
export const useOptionKeys = (keys: Keys | null): void => {
  const current = useRef(keys);
  // Before the paint: a key pressed as soon as the question is seen must count.
  useLayoutEffect(() => {
    current.current = keys;
  });
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const open = current.current;
      if (open === null || event.repeat || event.isComposing || isTextField(event.target)) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const place = placeOf(event.code, open.optionCount);
      const isEnter = event.code === 'Enter' && !isPressable(event.target);
      if (place === null && !isEnter) return;
      event.preventDefault();
      if (place === null) open.onSubmit();
      else open.onChoose(place);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
};
