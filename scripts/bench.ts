/** `npm run -s bench -- NAME [--json]`: measures one part of the product on this machine. */
import { FULL, type Size, TINY } from '#scripts/bench/figures.ts';
import { findBrowser } from './find-browser.mjs';
import { readArguments } from './read-arguments.ts';

type Figures = Readonly<Record<string, number>>;

/** Each bench is imported only when it is asked for, since it imports half the product. */
const BENCHES: Readonly<Record<string, (size: Size) => Promise<Figures>>> = {
  language: async (size) => (await import('#scripts/bench/language.ts')).benchLanguage(size),
  engine: async (size) => (await import('#scripts/bench/engine.ts')).benchEngine(size),
  'judge-queue': async (size) => (await import('#scripts/bench/judge-queue.ts')).benchJudgeQueue(size),
  drill: async (size) => (await import('#scripts/bench/drill.ts')).benchDrill(size),
  reports: async (size) => (await import('#scripts/bench/reports.ts')).benchReports(size),
  wall: async (size) => (await import('#scripts/bench/wall.ts')).benchWall(size),
  flood: async (size) => (await import('#scripts/bench/flood.ts')).benchFlood(size),
  seats: async (size) => (await import('#scripts/bench/seats.ts')).benchSeats(size),
  replay: async (size) => (await import('#scripts/bench/replay.ts')).benchReplay(size),
  desk: async (size) => (await import('#scripts/bench/desk/desk.ts')).benchDesk(size, findBrowser(process.env)),
  nodes: async (size) => (await import('#scripts/bench/nodes/nodes.ts')).benchNodes(size),
};

const USAGE = `usage: npm run -s bench -- ${Object.keys(BENCHES).join(' | ')} [--json] [--tiny]`;
const fail = (message: string): number => {
  console.error(`${message}\n${USAGE}`);
  return 2;
};

const table = (figures: Figures): string => {
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(width)}  ${value}`)
    .join('\n');
};

const main = async (): Promise<number> => {
  // `--tiny` runs each bench once to show that it works; its figures say nothing.
  const { values, positionals } = readArguments(USAGE, {
    options: { json: { type: 'boolean' }, tiny: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) return fail('one bench at a time · 一次测一项');
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!bench) return fail(`unknown bench: ${name} · 没有这一项：${name}`);
  const figures = await bench(values.tiny ? TINY : FULL);
  console.log(values.json ? JSON.stringify(figures) : table(figures));
  return 0;
};

process.exitCode = await main();
