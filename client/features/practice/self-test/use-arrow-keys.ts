import { useLayoutEffect, useRef } from 'react';

/** ← means that it holds, → that it doesn't. Null: no question is open, so that a second press answers no card unread. */
export const useArrowKeys = (onAnswer: ((holds: boolean) => void) | null): void => {
  const answer = useRef(onAnswer);
  // Before the paint: a key pressed as soon as the question is seen must count.
  useLayoutEffect(() => {
    answer.current = onAnswer;
  });
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
      if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return;
      if (answer.current === null) return;
      event.preventDefault();
      answer.current(event.code === 'ArrowLeft');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
};
