import { type ComponentType, useEffect, useState } from 'react';

/** Drawn again until its part has come: a line that is down for a moment must not leave a button without its dialog. */
const AGAIN_MS = 2000;

const parts = new Set<() => Promise<void>>();

/**
 * A component that is loaded when it is first drawn, and shows nothing until then. Unlike React's `lazy` it survives a
 * load that fails, and is drawn at once where `loadParts` was there before.
 */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => {
  let loaded: ComponentType<P> | null = null;
  const fetchPart = async (): Promise<void> => {
    try {
      loaded = await load();
    } catch {
      // Asked for again by whoever needs it.
    }
  };
  parts.add(fetchPart);
  return (props: P) => {
    const [isLoaded, setIsLoaded] = useState(loaded !== null);
    useEffect(() => {
      if (isLoaded) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isGone = false;
      const ask = async () => {
        await fetchPart();
        if (isGone) return;
        if (loaded === null) timer = setTimeout(() => void ask(), AGAIN_MS);
        else setIsLoaded(true);
      };
      void ask();
      return () => {
        isGone = true;
        clearTimeout(timer);
      };
    }, [isLoaded]);
    const Part = loaded;
    return Part === null ? null : <Part {...props} />;
  };
};

/** Loads every part that has been declared. A desk does so once it stands, since its line may be down when one is needed. */
export const loadParts = async (): Promise<void> => {
  await Promise.all([...parts].map((fetchPart) => fetchPart()));
};

/** True from the first moment it was: what has been opened once stays mounted, closed. */
export const useOnce = (isWanted: boolean): boolean => {
  const [was, setWas] = useState(isWanted);
  if (isWanted && !was) setWas(true);
  return was || isWanted;
};
