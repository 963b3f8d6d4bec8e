/** Small things this device remembers of its reader. A browser may refuse its storage: then nothing is remembered. */
export const remembered = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
};

/** False: the browser refuses, or its storage is full, and nothing is remembered. */
export const storeOnDevice = (key: string, value: unknown): boolean => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};

/** For what is shown once more where it isn't remembered. */
export const remember = (key: string, value: unknown): void => {
  storeOnDevice(key, value);
};
