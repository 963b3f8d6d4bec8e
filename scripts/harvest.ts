/**
 * `npm run -s harvest [-- --since 2026-11-01] [--write] [--force] [--json]`: turns staff's rulings on points into
 * examples of their cases. Prints a patch that `git apply` reads; `--write` changes the files. `--force` also takes
 * rulings that the judge contradicts. Reads the database in DATA_DIR, which a running server holds for itself: stop it
 * first, or download the patch from the run's results. `--scenarios DIR` takes the place of the project's own folder.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArguments, stop } from './read-arguments.ts';

const USAGE = '用法：npm run -s harvest [-- --since 2026-11-01] [--write] [--force] [--json] [--scenarios 文件夹]';
const { values } = readArguments(USAGE, {
  options: {
    since: { type: 'string', default: '1970-01-01' },
    write: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    scenarios: { type: 'string', default: resolve(import.meta.dirname, '../scenarios') },
  },
});
const since = Date.parse(values.since);
if (Number.isNaN(since)) stop('--since：写日期，如 2026-11-01');
// Only now: a wrong word is told before the product is loaded.
const [{ ruledExamples }, { readConfig }, { harvest, printHarvest }, { openToRead }] = await Promise.all([
  import('#classroom/review/examples-from-rulings.ts'),
  import('#common/config.ts'),
  import('#library/examples/harvest.ts'),
  import('#scripts/harvest/open-to-read.ts'),
]);
const storage = openToRead(readConfig(process.env).dataDir);
if (storage === 'older') stop('数据库是旧版本写的：先运行一次 npm start，再收');
if (storage === 'in-use') stop('数据库正被运行着的服务占着：先停掉服务，或者到成绩页「导出例句补丁」');
if (storage === 'newer') stop('数据库是更新的版本写的：请升级本程序');
const lessons = typeof storage === 'string' ? [] : await ruledExamples(storage, null, since);
if (typeof storage !== 'string') await storage.close();

const made = await harvest(join(resolve(values.scenarios), 'cases'), lessons, { force: values.force });
if (values.write) for (const { path, after } of made.files) writeFileSync(path, after);
const patch = printHarvest(made);
if (values.json) {
  const { added, left } = made;
  console.log(JSON.stringify({ patch, added, left, written: values.write ? made.files.map(({ file }) => file) : [] }));
} else if (patch === '') {
  console.log(lessons.length === 0 ? '还没有可以收作例句的改判' : '没有新的：改判过的话案例里都有了');
} else process.stdout.write(patch);
