import { useLayoutEffect, useRef } from 'react';

const NEAR_PX = 48;

/** Keeps the end in sight when something is added, unless one has scrolled up to read. */
export const useStickToEnd = (content: number) => {
  const area = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` is when to look again
  useLayoutEffect(() => {
    const box = area.current;
    if (box !== null && stuck.current) box.scrollTop = box.scrollHeight;
  }, [content]);
  const onScroll = () => {
    const box = area.current;
    if (box !== null) stuck.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
  };
  return { area, onScroll };
};
