import { useSyncExternalStore } from 'react';

/** Whether the device has a network. Where it has, and nothing comes back, the server doesn't answer. */
export const isOnline = (): boolean => navigator.onLine !== false;

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
};

export const useOnline = (): boolean => useSyncExternalStore(subscribe, isOnline);
