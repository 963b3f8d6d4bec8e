import { type RefObject, useEffect, useRef } from 'react';

/** For the element that whoever opens this part wants to be in: it has the focus once, when it is first drawn. */
export const useFirstFocus = <E extends HTMLElement>(): RefObject<E | null> => {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
};
