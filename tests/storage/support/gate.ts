/** A promise that is kept when somebody opens the gate. */
export const gate = (): { opened: Promise<void>; open(): void } => {
  let keep = (): void => {};
  const opened = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { opened, open: () => keep() };
};
