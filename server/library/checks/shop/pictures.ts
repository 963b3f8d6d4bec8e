/**
 * Customers' pictures: each one named is in the catalog, and each one in the catalog has a drawing that is nothing but
 * a drawing.
 */
import { say } from '#i18n/say.ts';
import { duplicateIds } from '#library/checks/ids/id-references.ts';
import { allLines } from '#library/checks/sentences/customer-lines.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { drawingOf, SHAPES, shapeOf } from '#library/reading/customer-pictures.ts';
import { toBurst } from '#library/reading/lines.ts';
import type { AuthoredFile } from '#library/reading/read-file.ts';
import { svgFault } from '#library/reading/svg-fault.ts';
import type { AuthoredPicture } from '#library/schema/data.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';

/** The catalog against the drawings beside it. */
export function* checkPictures({ file, value }: AuthoredFile<AuthoredPicture[]>): Iterable<Fault> {
  const entries = value ?? [];
  yield* duplicateIds(
    entries.map(({ id }, index) => ({ id, path: [index, 'id'] })),
    'picture',
  );
  for (const [index, { id }] of entries.entries()) {
    const path: Path = [index, 'id'];
    const svg = drawingOf(file, id);
    if (svg === null) {
      yield { code: 'picture-missing', path, message: say('checker:picture.undrawn', { file: `${id}.svg` }) };
      continue;
    }
    const fault =
      svgFault(svg) ?? (shapeOf(svg) === null ? say('checker:picture.shape', { shapes: shapesText() }) : null);
    if (fault !== null)
      yield { code: 'picture-unfit', path, message: say('checker:picture.unfit', { file: `${id}.svg`, fault }) };
  }
}

const shapesText = (): string =>
  SHAPES.map(({ width, height }) => `0 0 ${width} ${height}`).reduce((first, other) =>
    say('checker:picture.or', { one: first, other }),
  );

/** Pictures a case names that aren't in the catalog. Silent without a catalog: that it can't be read is reported already. */
export function* checkPicturesNamed(
  authored: AuthoredScenario,
  catalogue: readonly AuthoredPicture[] | null,
): Iterable<Fault> {
  if (catalogue === null) return;
  const catalogueIds = new Set(catalogue.map(({ id }) => id));
  for (const { id, path } of picturesOf(authored))
    if (!catalogueIds.has(id)) yield { code: 'unknown-picture', path, message: say('checker:picture.unknown', { id }) };
}

/** Every picture that lines and facts of a case name, with its path. */
export const picturesOf = (authored: AuthoredScenario): { id: string; path: Path }[] => {
  const inLines = allLines(authored).flatMap(({ line, path }) =>
    toBurst(line).flatMap((bubble) => (bubble.kind === 'picture' ? [{ id: bubble.picture, path }] : [])),
  );
  const inFacts = Object.entries(authored.customer.knows ?? {}).flatMap(([id, { picture }]) =>
    picture === undefined ? [] : [{ id: picture, path: ['customer', 'knows', id, 'picture'] }],
  );
  return [...inLines, ...inFacts];
};
