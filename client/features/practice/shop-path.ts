/** Address of the shop's page; with `scenarios` it links back to their start card. `rowId`: the row to go to. */
export const shopPath = (id: string, scenarios: string | null, rowId: string | null = null): string =>
  `/shop/${id}${scenarios === null ? '' : `?scenarios=${scenarios}`}${rowId === null ? '' : `#card-${rowId}`}`;

export const selfTestPath = (id: string, scenarios: string | null): string =>
  `/shop/${id}/self-test${scenarios === null ? '' : `?scenarios=${scenarios}`}`;
