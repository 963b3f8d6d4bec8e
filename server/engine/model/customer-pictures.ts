import type { ContentData, CustomerPicture } from './content.ts';

/** The picture a bubble names, or null for a name that content pinned long ago has no drawing for. */
export const pictureOf = ({ pictures }: Pick<ContentData, 'pictures'>, id: string): CustomerPicture | null => {
  return pictures?.find((picture) => picture.id === id) ?? null;
};
