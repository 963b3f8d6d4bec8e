/** Number of columns and size of tiles: the wall shows all seats at once as long as they stay readable. */
export type Density = 'roomy' | 'tight' | 'small';
/** `maxHeight`: px the wall may be high; in few rows, tiles would otherwise get too tall. */
export type WallGrid = { density: Density; columns: number; scrolls: boolean; maxHeight: number };

/** Smallest tile of each density, px, and the gap between tiles. */
export const TILE: Record<Density, { width: number; height: number; gap: number }> = {
  roomy: { width: 124, height: 150, gap: 8 },
  tight: { width: 118, height: 108, gap: 6 },
  small: { width: 112, height: 82, gap: 5 },
};

/**
 * `width`, `height`: px inside the padding. It takes the fewest columns that fit, so that tiles are as wide as
 * possible. `longer`: px that labels in this language need beyond Chinese ones.
 */
export const wallGrid = (count: number, width: number, height: number, longer = 0): WallGrid => {
  for (const density of ['roomy', 'tight', 'small'] as const) {
    const tile = TILE[density];
    const mostColumns = Math.max(1, Math.floor((width + tile.gap) / (tile.width + longer + tile.gap)));
    const rows = Math.max(1, Math.floor((height + tile.gap) / (tile.height + tile.gap)));
    const columns = Math.max(1, Math.ceil(count / rows));
    if (columns <= mostColumns) return sizedGrid(density, withMinColumns(columns, mostColumns), count);
  }
  const { width: minWidth, gap } = TILE.small;
  return {
    density: 'small',
    columns: Math.max(1, Math.floor((width + gap) / (minWidth + longer + gap))),
    scrolls: true,
    maxHeight: 0,
  };
};

const MAX_TILE_HEIGHT_PX = 190;

const sizedGrid = (density: Density, columns: number, count: number): WallGrid => {
  const rows = Math.max(1, Math.ceil(count / columns));
  return { density, columns, scrolls: false, maxHeight: rows * (MAX_TILE_HEIGHT_PX + TILE[density].gap) };
};

/** Where there is room: few seats shouldn't get huge tiles. */
const MIN_COLUMNS = 5;
const withMinColumns = (columns: number, maxColumns: number): number =>
  Math.min(maxColumns, Math.max(columns, MIN_COLUMNS));

/** `size`: px of the type; `row`: px from one line of names to the next. */
export type NameGrid = { columns: number; size: 26 | 22 | 18 | 16; row: number };
/** The largest type first. `width`: px of the narrowest column in which a name of four characters stands. */
const NAME_GRIDS: readonly (NameGrid & { width: number })[] = [
  { size: 26, columns: 5, row: 80, width: 205 },
  { size: 22, columns: 6, row: 56, width: 170 },
  { size: 18, columns: 7, row: 40, width: 142 },
  { size: 16, columns: 8, row: 34, width: 124 },
];
/** Px by which rows may be drawn together before smaller type is taken. */
const ROW_SLACK_PX = 22;

/** The lobby's names: the largest type in which all stand on the screen, else the smallest, and it scrolls. */
export const nameGrid = (count: number, width: number, height: number): NameGrid => {
  const grids = NAME_GRIDS.map(({ width: minWidth, ...grid }): NameGrid => {
    const columns = Math.max(1, Math.min(grid.columns, Math.floor(width / minWidth)));
    return { ...grid, columns };
  });
  const rowsIn = ({ columns }: NameGrid): number => Math.max(1, Math.ceil(count / columns));
  const fitting = grids.find((grid) => Math.ceil(count / grid.columns) * (grid.row - ROW_SLACK_PX) <= height);
  if (fitting !== undefined) return { ...fitting, row: Math.min(fitting.row, Math.floor(height / rowsIn(fitting))) };
  return grids[grids.length - 1] ?? { columns: 1, size: 16, row: 34 };
};
