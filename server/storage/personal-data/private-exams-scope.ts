/** Which mock exams sat alone a deletion concerns. */
import type { ErasureScope, ErasureTarget } from '#storage/personal-data.ts';
import { isOneOf, type Tables } from '#storage/queries/dialect.ts';

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Those whose customers were never begun have no drill by which they would be found. */
export const privateExamsOf = async (
  { db }: Tables,
  { guest, person }: Pick<Extract<ErasureTarget, { kind: 'practice' }>, 'guest' | 'person'>,
): Promise<string[]> => {
  const rows = db.selectFrom('private_exams').select('id');
  return ids(
    await rows
      .where((eb) => {
        const ofDevice = guest === null ? [] : [eb.and([eb('guest', '=', guest), eb('person', 'is', null)])];
        return eb.or([...ofDevice, ...(person === null ? [] : [eb('person', '=', person)])]);
      })
      .execute(),
  );
};

/** These, and those that go with these drills and people. */
export const privateExamsWith = async (
  { db, dialect }: Tables,
  { privateExams, drills, people }: Pick<ErasureScope, 'privateExams' | 'drills' | 'people'>,
): Promise<string[]> => {
  const rows = db.selectFrom('private_exams').select('id');
  return ids(
    await rows
      .where((eb) =>
        eb.or([
          isOneOf(dialect, 'id', privateExams),
          isOneOf(dialect, 'drill', drills),
          isOneOf(dialect, 'person', people),
        ]),
      )
      .execute(),
  );
};
