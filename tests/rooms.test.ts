/** How folders lie inside the areas of `architecture.test.ts`: one way, without a cycle, none too full, imports in one style. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Source, sources, target, under } from '#tests/support/sources.ts';

/** Each folder of an area imports only those before it; '.' are the files right in the area. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'server/language': [
    'terms',
    'reading',
    'classifier',
    'deeds',
    'quick-replies',
    'whole-reply',
    'points',
    'asked',
    'cards',
    'authority',
    'windows',
    'answers',
    'acts',
    'red-lines',
    'tone',
    '.',
  ],
  'server/engine': ['model', 'prepare', 'state', 'customer', 'turns', 'reactions', 'clocks', 'judge', '.'],
  'server/scoring': [
    'log',
    'facts',
    'opportunities',
    'suggestions',
    'merits',
    'findings',
    'marks',
    'measures',
    'desk',
    'report-sections',
    'practice-advice',
    '.',
  ],
  'server/drills': [
    'present',
    'catalog',
    'judging',
    'reports',
    'runner',
    'puzzles',
    'inspections',
    'papers',
    'typing',
    'hand-overs',
    'leads',
    'transfers',
  ],
  'server/classroom': [
    'run-log',
    'exports',
    'documents',
    'accounts',
    'homework',
    'exams',
    'exam-parts',
    'roster',
    'quick-replies',
    'questions',
    'service-tables',
    'own-shops',
    'lead-seats',
    'results',
    'handed-in',
    'retries',
    'review',
    'project-groups',
    'role-plays',
    'lesson',
    'projects',
    'leads',
    'transfers',
    'seats',
    'papers',
    'mock-exams',
    'private-exams',
    'certificates',
    'contests',
    'inspections',
    'learning-path',
    'terms',
    'period-report',
    'hot-spots',
    'booklets',
    'own-terms',
    'big-screen',
    'evaluation',
    'mentors',
    'calendar',
    'personal-data',
    '.',
  ],
  'server/library': [
    'diagnostics',
    'schema',
    'variations',
    'questions',
    'reading',
    '.',
    'view',
    'self-test',
    'policy-readings',
    'checks',
    'examples',
  ],
  'server/storage': [
    'health',
    'contests',
    'mentors',
    'together',
    '.',
    'migrations',
    'tables',
    'queries',
    'term-sheets',
    'attendance',
    'evaluation',
    'service-data',
    'contest-rows',
    'exam-queries',
    'mentor-queries',
    'together-queries',
    'personal-data',
    'sqlite',
    'files',
    'postgres',
    'opening',
    'move',
  ],
  'server/contract': [
    'wire',
    'homework',
    'plans',
    'service-data',
    'contests',
    'mentors',
    'together',
    '.',
    'exams',
    'papers',
    'personal-data',
    'practice',
    'terms',
    'big-screen',
    'routes',
  ],
  'server/http': ['session', 'bodies', 'routes', '.'],
  'client/ui': ['.', 'controls', 'layout', 'dialogs', 'charts'],
  'client/lib': ['.', 'seat', 'run', 'hooks', 'reports'],
  'client/drill': ['model', 'status', 'hold', 'shop', 'lead', 'thread', 'questions', 'transfers', 'hand-overs'],
};

const roomOf = (area: string, path: string): string => {
  const rest = path.slice(area.length + 1);
  return rest.includes('/') ? (rest.split('/')[0] ?? '.') : '.';
};

describe('rooms', () => {
  it.each(Object.keys(ORDER))('of %s import each other in one direction only', (area) => {
    const order = ORDER[area] ?? [];
    const rooms = new Set(under(area).map(({ path }) => roomOf(area, path)));
    expect([...rooms].sort()).toEqual([...order].filter((room) => rooms.has(room)).sort());
    const back = under(area).flatMap((source) =>
      source.imports.flatMap((one) => {
        const to = target(source, one);
        if (!to?.startsWith(`${area}/`)) return [];
        const [own, other] = [roomOf(area, source.path), roomOf(area, to)];
        return order.indexOf(other) > order.indexOf(own) ? [`${source.path} → ${to}`] : [];
      }),
    );
    expect(back).toEqual([]);
  });

  /** Cycles of a graph, each as its members. */
  const cyclesOf = (graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] => {
    const order = new Map<string, number>();
    const low = new Map<string, number>();
    const open: string[] = [];
    const found: string[][] = [];
    const visit = (at: string): number => {
      const own = order.size;
      order.set(at, own);
      low.set(at, own);
      open.push(at);
      for (const next of graph.get(at) ?? []) {
        if (!order.has(next)) low.set(at, Math.min(low.get(at) ?? own, visit(next)));
        else if (open.includes(next)) low.set(at, Math.min(low.get(at) ?? own, order.get(next) ?? own));
      }
      if (low.get(at) === own) {
        const members = open.splice(open.indexOf(at));
        if (members.length > 1) found.push(members);
      }
      return low.get(at) ?? own;
    };
    for (const node of graph.keys()) if (!order.has(node)) visit(node);
    return found;
  };

  const program = sources.filter(({ path }) => !path.startsWith('tests/'));
  const targets = (source: Source): string[] => source.imports.flatMap((one) => target(source, one) ?? []);

  it('have no file that imports another in a circle, types included', () => {
    const graph = new Map(program.map((source) => [source.path, new Set(targets(source))]));
    expect(cyclesOf(graph)).toEqual([]);
  });

  it('have no folder that imports another in a circle', () => {
    const graph = new Map<string, Set<string>>();
    for (const source of program) {
      const from = dirname(source.path);
      const own = graph.get(from) ?? new Set<string>();
      for (const to of targets(source)) if (dirname(to) !== from) own.add(dirname(to));
      graph.set(from, own);
    }
    expect(cyclesOf(graph)).toEqual([]);
  });

  it('have at most 27 files in a folder', () => {
    const MAX_FILES = 27;
    const count = new Map<string, number>();
    for (const { path } of sources) count.set(dirname(path), (count.get(dirname(path)) ?? 0) + 1);
    const full = [...count].filter(([, files]) => files > MAX_FILES).map(([path, files]) => `${path}: ${files}`);
    expect(full).toEqual([]);
  });

  it('import with ./ within a folder and by name (#…) from any other', () => {
    const wrong = sources.flatMap((source) =>
      source.imports
        .filter((one) => {
          const to = target(source, one);
          if (to === null || source.path.endsWith('.mjs') || to.endsWith('.mjs') || /\.(?:json|css)$/.test(to))
            return false;
          return one.from.startsWith('./') ? dirname(to) !== dirname(source.path) : !one.from.startsWith('#');
        })
        .map((one) => `${source.path}: ${one.from}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('test files of pages, which share what is loaded,', () => {
  const REPLACES = /\bvi\.(?:do)?[mM]ock\(/;
  const config = readFileSync(join(import.meta.dirname, '../vitest.config.ts'), 'utf8');

  it('run alone where they put a module in another’s place', () => {
    const replacing = sources.filter(
      ({ path, code }) => /^tests\/client.*\.test\.tsx?$/.test(path) && REPLACES.test(code),
    );
    const alone = config.match(/tests\/client[^']*\.test\.tsx?(?=')/g);
    expect(alone?.toSorted()).toEqual(replacing.map(({ path }) => path).toSorted());
  });

  it('have every store reset before each test', () => {
    const fresh = sources.find(({ path }) => path === 'tests/client/setup/fresh-page.ts');
    const put = fresh?.imports.flatMap((one) => target(fresh, one) ?? []) ?? [];
    const stores = under('client').filter(({ imports }) => imports.some(({ from }) => from === 'zustand'));
    expect(stores.length).toBeGreaterThan(10);
    expect(stores.map(({ path }) => path).filter((path) => !put.includes(path))).toEqual([]);
  });
});
