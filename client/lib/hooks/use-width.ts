import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The inner width of an element in whole px, followed as it changes; null until it is laid out. */
export const useWidth = <E extends HTMLElement>(): [RefObject<E | null>, number | null] => {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
};
