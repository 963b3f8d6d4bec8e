/** Pictures that customers send: the catalog and its drawings under `scenarios/pictures`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CustomerPicture } from '#engine/model/content.ts';
import type { AuthoredPicture } from '#library/schema/data.ts';
import type { AuthoredFile } from './read-file.ts';

/** Photographs are in landscape format, screens of phones in portrait format. */
export const SHAPES = [
  { width: 360, height: 240 },
  { width: 240, height: 320 },
] as const;

/** The text of an entry's drawing, or null where there is none beside the catalog. */
export const drawingOf = (file: string, id: string): string | null => {
  const svg = join(dirname(file), `${id}.svg`);
  return existsSync(svg) ? readFileSync(svg, 'utf8') : null;
};

/** The catalog in the form content has it. An entry without its drawing is left out; the checks report it. */
export const toPictures = ({ file, value }: AuthoredFile<AuthoredPicture[]>): CustomerPicture[] => {
  return (value ?? []).flatMap(({ id, alt }) => {
    const shape = shapeOf(drawingOf(file, id));
    return shape === null ? [] : [{ id, picture: `/pictures/customer/${id}.svg`, alt, ...shape }];
  });
};

/** Which of the two shapes a drawing has; null for any other. */
export const shapeOf = (svg: string | null): { width: number; height: number } | null => {
  const shape = SHAPES.find(({ width, height }) => svg?.includes(`viewBox="0 0 ${width} ${height}"`));
  return shape === undefined ? null : { ...shape };
};

/** Names of all pictures in content: any line of a case or a persona may have a picture in a bubble. */
export const picturesNamed = (content: unknown): Set<string> => {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'picture' && 'picture' in value && typeof value.picture === 'string')
      names.add(value.picture);
    for (const inner of Object.values(value)) look(inner);
  };
  look(content);
  return names;
};
