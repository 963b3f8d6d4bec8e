/** Work under one name is done piece by piece, in order of coming, within this process. */
export const namedQueue = (): (<T>(name: string, work: () => Promise<T>) => Promise<T>) => {
  const lastByName = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const previous = lastByName.get(name) ?? Promise.resolve();
    const done = previous.then(work);
    // Who waits behind doesn't mind how it ended.
    const settled = done.then(
      () => {},
      () => {},
    );
    lastByName.set(name, settled);
    void settled.then(() => {
      if (lastByName.get(name) === settled) lastByName.delete(name);
    });
    return done;
  };
};
