import { type RefObject, useLayoutEffect } from 'react';

/**
 * What stands over the thread, comes, goes or grows leaves what is being read in its place: the log begins lower or higher,
 * and is scrolled by as much (RULES X56, X64).
 */
export const useKeepsLog = (above: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const element = above.current;
    const log = element?.closest('section')?.querySelector<HTMLElement>('[role="log"]');
    if (element === null || log == null) return;
    let height = element.offsetHeight;
    log.scrollTop += height;
    const sizes = new ResizeObserver(() => {
      log.scrollTop += element.offsetHeight - height;
      height = element.offsetHeight;
    });
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      log.scrollTop -= height;
    };
  }, [above]);
};
