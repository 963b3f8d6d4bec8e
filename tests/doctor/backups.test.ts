import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteBackup, noteFailure } from '#monitoring/last-backup.ts';
import { checkBackups } from '#scripts/doctor/backups.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const HOUR = 3_600_000;
const AT = new Date(2026, 10, 23, 3, 30).getTime();

test('the doctor names the last backup and its age, and warns of an old one, a lost one and a failure [S12]', async () => {
  const folder = tempFolder();
  const file = join(folder, 'a.sqlite');
  const check = (now: number, isDaily = false) => checkBackups(folder, { isDaily, now });
  expect(await check(AT)).toMatchObject({ state: 'warn', text: '从来没有备份过' });
  await noteBackup(folder, { at: AT, file, bytes: 1 });
  expect(await check(AT + HOUR)).toMatchObject({ state: 'warn', text: expect.stringContaining('不见了') });
  writeFileSync(file, '');
  expect(await check(AT + 1000)).toMatchObject({
    ...{ id: 'backup', state: 'sound', advice: null },
    text: `2026-11-23 03:30 备份过（一小时内），${file}`,
  });
  expect(await check(AT + 30 * HOUR)).toMatchObject({ state: 'sound', text: expect.stringContaining('30 小时前') });
  expect(await check(AT + 30 * HOUR, true)).toMatchObject({ state: 'warn' });
  expect(await check(AT + 8 * 24 * HOUR)).toMatchObject({ state: 'warn', text: expect.stringContaining('8 天前') });
  await noteFailure(folder, { at: AT + HOUR, code: 'backup-disk-full' });
  expect(await check(AT + HOUR)).toMatchObject({ state: 'warn', text: expect.stringContaining('backup-disk-full') });
});
