import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

const hasMoreThanShown = (element: HTMLElement): boolean =>
  element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;

/** Whether an element has more than it shows: then it must take the focus, so that arrow keys can move it. */
export const useOverflows = <E extends HTMLElement>(): [RefObject<E | null>, boolean] => {
  const ref = useRef<E>(null);
  const [overflows, setOverflows] = useState(false);
  // What was just drawn in it counts in the same frame; the observer tells of a size a frame later.
  useLayoutEffect(() => {
    if (ref.current !== null) setOverflows(hasMoreThanShown(ref.current));
  });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setOverflows(hasMoreThanShown(element)));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return [ref, overflows];
};
