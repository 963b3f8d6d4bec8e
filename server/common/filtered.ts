/** Those for which `holds` comes to true, in their order; asked one after the other. */
export const filtered = async <T>(all: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T[]> => {
  const kept: T[] = [];
  for (const item of all) if (await holds(item)) kept.push(item);
  return kept;
};
