/** Small things this device remembers of its reader. A browser may refuse its storage: then nothing is remembered. */
export const remembered = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
};

export const remember = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Not remembered: it is shown once more.
  }
};
