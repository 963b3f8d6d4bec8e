/** Address of the shop's page; with `scenarios` it links back to their start card. `rowId`: the row to go to. */
export const shopPath = (id: string, scenarios: string | null, rowId: string | null = null): string =>
  `/shop/${id}${scenarios === null ? '' : `?scenarios=${scenarios}`}${rowId === null ? '' : `#card-${rowId}`}`;

export const selfTestPath = (id: string, scenarios: string | null, seed: number | null = null): string => {
  const search = new URLSearchParams();
  if (seed !== null) search.set('seed', String(seed));
  if (scenarios !== null) search.set('scenarios', scenarios);
  const query = search.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return `/shop/${id}/self-test${query === '' ? '' : `?${query}`}`;
};
