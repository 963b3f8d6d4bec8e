/**
 * Which stored database stands for each released version, written by that version's own code: a class's run with two
 * ended drills, their reports and a ruling, from 0.6.0 on a comment and an appeal, too. Versions in a row have one where
 * neither the tables nor the kinds and fields of stored events changed between them. 0.9.0's is 0.8.16's as 0.9.0 opened
 * it, with a setting of the school's and a row of the audit trail. A new release gets its row, and a
 * database of its own where one of the two did.
 */
export const STANDS_FOR: Readonly<Record<string, string>> = {
  '0.1.0': '0.1.0',
  '0.2.0': '0.2.0',
  '0.3.0': '0.3.0',
  '0.4.0': '0.3.0',
  '0.5.0': '0.3.0',
  '0.6.0': '0.6.0',
  '0.7.0': '0.6.0',
  '0.8.0': '0.8.0',
  '0.8.1': '0.8.0',
  '0.8.2': '0.8.0',
  '0.8.3': '0.8.0',
  '0.8.4': '0.8.4',
  '0.8.5': '0.8.5',
  '0.8.6': '0.8.6',
  '0.8.7': '0.8.6',
  '0.8.8': '0.8.8',
  '0.8.9': '0.8.8',
  '0.8.10': '0.8.10',
  '0.8.11': '0.8.10',
  '0.8.12': '0.8.12',
  '0.8.13': '0.8.12',
  '0.8.14': '0.8.12',
  '0.8.15': '0.8.15',
  '0.8.16': '0.8.16',
  '0.9.0': '0.9.0',
};
