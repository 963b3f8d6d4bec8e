/**
 * What `npm start` and `npm test` do first, with Node's own modules only: right Node, dependencies, built client,
 * TypeScript. Each step does nothing when nothing has changed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = dirname(dirname(fileURLToPath(import.meta.url)));
const MIN_NODE = [20, 19];

/** Why it can't go on, in words for whoever started it. */
export class SetUpError extends Error {
  constructor(zh, en) {
    super(en);
    this.zh = zh;
    this.en = en;
  }
}

/** Prints what went wrong as one short line a language, without a stack; anything unforeseen with its stack. */
export const explain = (error) => {
  if (error instanceof Error && typeof error.zh === 'string' && typeof error.en === 'string') {
    console.error(`✗ ${error.zh}\n✗ ${error.en}`);
    return;
  }
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_MODULE_NOT_FOUND' && !/\/(server|scripts)\//.test(String(error.url ?? ''))) {
    console.error('✗ 依赖不完整：删掉 node_modules 再运行 npm start。');
    console.error('✗ Dependencies are incomplete. Delete node_modules and run npm start again.');
  }
  console.error(error);
};

export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  const least = MIN_NODE.join('.');
  throw new SetUpError(
    `Node ${process.versions.node} 太旧，需要 ${least} 以上：从 https://nodejs.org 装一个长期支持版。`,
    `Node ${process.versions.node} is too old: ${least} or newer is needed. Install an LTS version from https://nodejs.org.`,
  );
};

const sha = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** Installs when node_modules is missing, or isn't what the lock says, or was built for another Node. */
export const installDependencies = async () => {
  await (await installPackages()).compiled;
};

const SQLITE = join(top, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');

/**
 * The same, without waiting for the one package that is compiled: without a prebuilt binary that takes most of the
 * time, on one core. Await `compiled` before a database is opened; it rejects where compiling fails.
 */
export const installPackages = async () => {
  const lockFile = join(top, 'package-lock.json');
  const stampFile = join(top, 'node_modules', '.kefu-lock');
  const stamp = `${sha(readFileSync(lockFile))} ${process.versions.modules}`;
  const before = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null;
  if (before === stamp) return { compiled: Promise.resolve() };
  const isOtherNode = before !== null && !before.endsWith(` ${process.versions.modules}`);
  if (!matchesLock(lockFile)) {
    console.log('正在安装依赖，第一次要几分钟 … Installing dependencies, a few minutes the first time …');
    await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--ignore-scripts']);
  } else if (isOtherNode) console.log('换了 Node，正在重新编译 … Another Node: rebuilding …');
  const compiled = compileSqlite(isOtherNode).then(() => keepStamp(stampFile, stamp));
  // Whoever awaits it hears of a failure; until then it must not end the process.
  compiled.catch(() => {});
  return { compiled };
};

/**
 * Without a prebuilt binary SQLite is compiled with the optimisation it recommends itself: 150,000 rows are written and read
 * as fast as with the `-O3` of node-gyp, and compiling takes two thirds of its time. A clone that is thrown away after its
 * tests has one step less: again two thirds of the time, and the rows take a twentieth more.
 */
const OPTIMISED = process.env.CI ? '-O1' : '-O2';
/** What better-sqlite3 switches on and no query here uses: searching texts and places takes a quarter of the compiler's time. */
const UNUSED = ['FTS3', 'FTS3_PARENTHESIS', 'FTS4', 'FTS5', 'GEOPOLY', 'RTREE'].map((one) => `-USQLITE_ENABLE_${one}`);
const COMPILED_AS = { CFLAGS: [OPTIMISED, ...UNUSED].join(' '), CXXFLAGS: OPTIMISED };

const compileSqlite = async (isOtherNode) => {
  if (isOtherNode || !existsSync(SQLITE)) await npm(['rebuild', 'better-sqlite3', 'esbuild'], COMPILED_AS);
};

const keepStamp = (stampFile, stamp) => {
  try {
    writeFileSync(stampFile, stamp);
  } catch {
    // A read-only installation works; it is only compared again next time.
  }
};

/** Whether what npm last installed is what the lock asks for, package by package. */
const matchesLock = (lockFile) => {
  const installedFile = join(top, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(lockFile, 'utf8'));
  const { packages: installed } = JSON.parse(readFileSync(installedFile, 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || optional || devOptional || peer || installed[path]?.version === version,
  );
};

const npm = async (args, env = {}) => {
  const [program, all, options] = npmCommand(args);
  const code = await run(program, all, { ...options, env: { ...env, ...process.env } });
  if (code === 0) return;
  throw new SetUpError(
    '依赖没装上（npm 的错误在上面）。连不上网：换一个 npm 镜像再试。better-sqlite3 编译不了：装 Python 3 和 C++ 编译器（Windows：Visual Studio Build Tools；macOS：xcode-select --install；Linux：python3 make g++），或用 npm_config_better_sqlite3_binary_host 指向有预编译包的镜像。',
    "Dependencies were not installed (npm's error is above). No network: try another npm registry. better-sqlite3 won't compile: install Python 3 and a C++ compiler (Windows: Visual Studio Build Tools; macOS: xcode-select --install; Linux: python3 make g++), or point npm_config_better_sqlite3_binary_host at a mirror with prebuilt binaries.",
  );
};

/** npm as a script of this very Node where it can be found, so that no shell is needed. */
const npmCommand = (args) => {
  const nodeDir = dirname(process.execPath);
  const script = [
    process.env.npm_execpath,
    join(nodeDir, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(nodeDir, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => file !== undefined && /npm-cli\.c?js$/.test(file) && existsSync(file));
  if (script !== undefined) return [process.execPath, [script, ...args], {}];
  // Node refuses to start a .cmd without a shell. It is safe here: all arguments are our own.
  return process.platform === 'win32' ? ['npm.cmd', args, { shell: true }] : ['npm', args, {}];
};

/**
 * How the type checker is called. Each of its checkers makes the types that all share anew, and it takes four by itself:
 * on two cores that is twice the processor time of one.
 */
const TWO = 2;
export const typesArguments = [
  ...['--noEmit', '-p', '.'],
  ...(cpus().length > TWO ? ['--checkers', String(cpus().length >> 1)] : ['--singleThreaded']),
];

/** Runs a program in the project's folder with our own output; resolves to its exit code. `started`: gets its process id. */
export const run = (program, args, options = {}, started = () => {}) => {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: top, stdio: 'inherit', ...options });
    if (child.pid !== undefined) started(child.pid);
    child.on('error', (error) => {
      console.error(String(error));
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
};

/** Builds dist/client when any of its sources has changed since. `NO_BUILD=1` leaves it alone. */
export const buildClient = async () => {
  if (process.env.NO_BUILD === '1') return;
  const stampFile = join(top, 'dist', 'client', '.build');
  const stamp = sha(...sources().flatMap((file) => [file, readFileSync(join(top, file))]));
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('正在构建页面 … Building the client …');
  // In a process of its own: otherwise the server would keep the bundler's hundreds of megabytes.
  if ((await run(process.execPath, [join(top, 'scripts', 'build-client.mjs')])) !== 0) {
    throw new SetUpError(
      '页面构建失败（原因在上面）。只想启动服务：NO_BUILD=1。',
      'The client could not be built (reason above). To start without it: NO_BUILD=1.',
    );
  }
  writeFileSync(stampFile, stamp);
};

/** What the built client is made of, in a fixed order. */
const sources = () => {
  const under = (folder) =>
    existsSync(join(top, folder))
      ? readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1))
      : [];
  return [
    ...under('client'),
    ...under('messages'),
    ...under('server/contract'),
    // A page has these figures built in.
    'docs/accuracy.json',
    'package.json',
    'package-lock.json',
    'scripts/client-build/client-chunks.ts',
    'vite.config.ts',
  ].sort();
};

/** Lets Node import .ts files: newer ones do so by themselves. */
export const registerTypeScript = async () => {
  if (process.features.typescript) return;
  const { register } = await import('tsx/esm/api');
  register();
};
