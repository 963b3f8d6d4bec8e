/** Number of columns and size of tiles: the wall shows all seats at once as long as they stay readable. */
export type Density = 'roomy' | 'tight' | 'small';
/** `maxHeight`: px the wall may be high; in few rows, tiles would otherwise get too tall. */
export type WallGrid = { density: Density; columns: number; scrolls: boolean; maxHeight: number };

/** Smallest tile of each density, px, and the gap between tiles. */
export const TILE_SIZES: Record<Density, { width: number; height: number; gap: number }> = {
  roomy: { width: 124, height: 150, gap: 8 },
  tight: { width: 118, height: 108, gap: 6 },
  small: { width: 112, height: 82, gap: 5 },
};

/**
 * `width`, `height`: px inside the padding. It takes the fewest columns that fit, so that tiles are as wide as
 * possible. `extraWidth`: px that labels in this language need beyond Chinese ones.
 */
export const wallGrid = (count: number, width: number, height: number, extraWidth = 0): WallGrid => {
  for (const density of ['roomy', 'tight', 'small'] as const) {
    const tile = TILE_SIZES[density];
    const maxColumns = Math.max(1, Math.floor((width + tile.gap) / (tile.width + extraWidth + tile.gap)));
    const rows = Math.max(1, Math.floor((height + tile.gap) / (tile.height + tile.gap)));
    const columns = Math.max(1, Math.ceil(count / rows));
    if (columns <= maxColumns) return sizedGrid(density, withMinColumns(columns, maxColumns), count);
  }
  const { width: minWidth, gap } = TILE_SIZES.small;
  return {
    density: 'small',
    columns: Math.max(1, Math.floor((width + gap) / (minWidth + extraWidth + gap))),
    scrolls: true,
    maxHeight: 0,
  };
};

const MAX_TILE_HEIGHT_PX = 190;

const sizedGrid = (density: Density, columns: number, count: number): WallGrid => {
  const rows = Math.max(1, Math.ceil(count / columns));
  return { density, columns, scrolls: false, maxHeight: rows * (MAX_TILE_HEIGHT_PX + TILE_SIZES[density].gap) };
};

/** Where there is room: few seats shouldn't get huge tiles. */
const MIN_COLUMNS = 5;
const withMinColumns = (columns: number, maxColumns: number): number =>
  Math.min(maxColumns, Math.max(columns, MIN_COLUMNS));

/** `fontPx`: of the type; `rowPx`: from one line of names to the next. */
export type NameGrid = { columns: number; fontPx: 26 | 22 | 18 | 16; rowPx: number };
/** The largest type first. `width`: px of the narrowest column in which a name of four characters stands. */
const NAME_GRIDS: readonly (NameGrid & { width: number })[] = [
  { fontPx: 26, columns: 5, rowPx: 80, width: 205 },
  { fontPx: 22, columns: 6, rowPx: 56, width: 170 },
  { fontPx: 18, columns: 7, rowPx: 40, width: 142 },
  { fontPx: 16, columns: 8, rowPx: 34, width: 124 },
];
/** Px by which rows may be drawn together before smaller type is taken. */
const ROW_SLACK_PX = 22;

/** The lobby's names: the largest type in which all stand on the screen, else the smallest, and it scrolls. */
export const nameGrid = (count: number, width: number, height: number): NameGrid => {
  const grids = NAME_GRIDS.map(({ width: minWidth, ...grid }): NameGrid => {
    const columns = Math.max(1, Math.min(grid.columns, Math.floor(width / minWidth)));
    return { ...grid, columns };
  });
  const rowCount = ({ columns }: NameGrid): number => Math.max(1, Math.ceil(count / columns));
  const fitting = grids.find((grid) => Math.ceil(count / grid.columns) * (grid.rowPx - ROW_SLACK_PX) <= height);
  if (fitting !== undefined)
    return { ...fitting, rowPx: Math.min(fitting.rowPx, Math.floor(height / rowCount(fitting))) };
  return grids[grids.length - 1] ?? { columns: 1, fontPx: 16, rowPx: 34 };
};
