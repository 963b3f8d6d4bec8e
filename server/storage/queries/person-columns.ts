import type { Person } from '#storage/people.ts';

/** What a query selects of `people` to have a Person. */
export const PERSON = [
  'people.id',
  'people.school',
  'people.name',
  'people.role',
  'people.login',
  'people.password',
  'people.created_at as createdAt',
  'people.disabled_at as disabledAt',
  'people.seen_at as seenAt',
] as const;

export const personColumns = ({ id, school, name, role, login, password, ...times }: Person) => ({
  ...{ id, school, name, role, login, password },
  ...{ created_at: times.createdAt, disabled_at: times.disabledAt, seen_at: times.seenAt },
});
