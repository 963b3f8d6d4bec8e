import { useLayoutEffect, useRef } from 'react';

/** ← it is so, → it isn't. Null: nothing is asked now, so that the second press of a key answers nothing unread. */
export const useArrowKeys = (onAnswer: ((holds: boolean) => void) | null): void => {
  const answer = useRef(onAnswer);
  // Before the question is seen, so that a key pressed at once is not lost.
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
