/** Whether a place is a PostgreSQL database; else it is a data folder. */
export const isUrl = (place: string): boolean => /^postgres(?:ql)?:\/\//.test(place);

/** A place as it may be shown: without user and password. */
export const placeName = (place: string): string => (isUrl(place) ? nameOf(place) : place);

/** Where a PostgreSQL database is, without user and password. */
export const nameOf = (url: string): string => {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? host}${pathname}`;
};
