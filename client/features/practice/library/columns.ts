/** The columns that the rows and their heads share; on a phone box, words and score. */
export const COLUMNS =
  'grid grid-cols-[28px_minmax(0,1fr)_72px_72px_108px_72px] items-center gap-x-12 px-12 max-pane:grid-cols-[44px_minmax(0,1fr)_auto] max-pane:gap-x-4 max-pane:px-6 max-pane:pr-14';
