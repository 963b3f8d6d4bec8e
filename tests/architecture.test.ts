/** The shape of the code as rules that fail: who may import whom, what the pure core must not touch, and how files look. */
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { type Source, sources, target, under } from '#tests/support/sources.ts';

/** 'server/engine', 'client/lib', 'client/features/desk' …; a file right in server/ or client/ is 'server' or 'client'. */
const areaOf = (path: string): string => {
  const parts = path.split('/');
  const depth = parts[0] === 'client' && parts[1] === 'features' ? 3 : 2;
  return parts.length <= depth ? parts.slice(0, -1).join('/') : parts.slice(0, depth).join('/');
};

/**
 * What each server folder may import besides itself; 'types' allows types only. A comment gives the reason where it
 * isn't obvious.
 */
const MAY: Readonly<Record<string, Readonly<Record<string, 'value' | 'types'>>>> = {
  language: {},
  engine: { language: 'value' },
  // A report is scoring's result and crosses the wire as it is: the contract owns its shape.
  scoring: { engine: 'value', language: 'value', contract: 'types' },
  library: { engine: 'value', language: 'value', scoring: 'value' },
  // The log stores the engine's events as they are.
  storage: { engine: 'types', contract: 'types' },
  drills: {
    engine: 'value',
    scoring: 'value',
    library: 'value',
    storage: 'value',
    contract: 'value',
    language: 'value',
  },
  // Uploaded cases are checked and played as the library's own are, and stand in the catalog drills are opened from.
  authoring: {
    library: 'value',
    drills: 'value',
    storage: 'types',
    contract: 'value',
    engine: 'value',
    scoring: 'value',
  },
  // The bodies list the fields of content they show, so that this folder knows only its shape.
  http: {
    authoring: 'value',
    drills: 'value',
    storage: 'value',
    library: 'value',
    contract: 'value',
    classroom: 'value',
    wall: 'types',
    engine: 'types',
    monitoring: 'types',
  },
  // A socket's handshake is an HTTP request: the same cookie, the same origin check.
  sockets: { drills: 'value', storage: 'value', contract: 'value', http: 'value', classroom: 'types' },
  // One of several servers: what the runner and the classroom do here or have done elsewhere.
  nodes: { drills: 'value', storage: 'types', contract: 'value', classroom: 'types' },
  // A backup is read back as a start would read it, and leaves its note where the status reads it.
  backup: { storage: 'value', engine: 'value', monitoring: 'value' },
  // Tells how the parts are by their types; who starts the server hands them over.
  monitoring: { contract: 'value', storage: 'types', drills: 'types' },
  classroom: {
    drills: 'value',
    storage: 'types',
    contract: 'value',
    wall: 'value',
    scoring: 'value',
    engine: 'types',
  },
  // What a tile shows is folded from the log as it grows.
  wall: { drills: 'types', contract: 'types', engine: 'value', language: 'types', scoring: 'value' },
  // Every folder that isn't pure knows the clock, the configuration and who may do what, which the table of routes
  // says.
  common: { contract: 'value' },
  contract: {},
  // The sentences a person reads; it knows nothing of the product.
  i18n: {},
};
/** Single edges, each with its reason. */
const EDGES: Readonly<Record<string, string>> = {
  'server/wall/turn-faults.ts → server/language/terms/thresholds.ts':
    'a tile shows no fault the report leaves open to doubt',
  'server/http/bodies/shop-body.ts → server/engine/prepare/prepare.ts':
    'a desk’s buttons carry the words its log and report have',
  'server/http/bodies/shop-body.ts → server/scoring/facts/trade-texts.ts':
    'a desk’s buttons carry the words its report has, in the reader’s language too',
  'server/http/bodies/scenario-cards.ts → server/engine/customer/arrivals.ts':
    'a start card shows the pace every drill runs at',
  'server/http/bodies/scenario-cards.ts → server/scoring/facts/trade-texts.ts':
    'a card names its type as the portfolio does, in the reader’s language too',
  'server/http/bodies/puzzle-bodies.ts → server/scoring/facts/trade-texts.ts':
    'a puzzle names its type as the portfolio does, in the reader’s language too',
  'server/http/bodies/puzzle-bodies.ts → server/scoring/practice-advice/faults-told.ts':
    'a puzzle’s result says its faults as a report does, in the reader’s language too',
  'server/http/bodies/inspection-bodies.ts → server/scoring/facts/trade-texts.ts':
    'a transcript to mark names its type as the portfolio does, in the reader’s language too',
  'server/http/bodies/rush-menu.ts → server/scoring/facts/trade-texts.ts':
    'a rush names its types as the portfolio does, in the reader’s language too',
  'server/http/routes/drill-routes.ts → server/scoring/facts/trade-texts.ts':
    'a drill names its types as the portfolio does, in the reader’s language too',
};
const PURE = ['engine', 'language', 'scoring'] as const;
/** The pure folders, content and the wire's shapes know no clock and no principal. */
const COMMON_BARRED = new Set<string>([...PURE, 'library', 'contract']);
const SPEECHLESS = new Set<string>(['engine', 'language']);

const wrongServerImports = (folder: string): string[] =>
  under(`server/${folder}`).flatMap((source) =>
    source.imports.flatMap((one) => {
      const path = target(source, one);
      if (path === null) return [];
      const area = areaOf(path);
      const name = area.replace('server/', '');
      if (name === folder) return [];
      // All that happens in a drill is Chinese in every language; only words about the drill are translated.
      if (name === 'i18n') return SPEECHLESS.has(folder) ? [`${source.path} → ${path}`] : [];
      if (name === 'common') return COMMON_BARRED.has(folder) ? [`${source.path} → ${path}`] : [];
      const allowed = MAY[folder]?.[name];
      const edge = `${source.path} → ${path}`;
      return allowed === 'value' || (allowed === 'types' && one.typeOnly) || edge in EDGES ? [] : [edge];
    }),
  );

describe('imports', () => {
  it('every server folder has its row in the table', () => {
    const folders = new Set(
      under('server')
        .map((s) => areaOf(s.path))
        .filter((a) => a !== 'server'),
    );
    expect([...folders].sort()).toEqual(
      Object.keys(MAY)
        .map((f) => `server/${f}`)
        .sort(),
    );
  });

  it.each(Object.keys(MAY))('server/%s imports only what the table allows', (folder) => {
    expect(wrongServerImports(folder)).toEqual([]);
  });

  it.each(PURE)('server/%s needs no package and nothing of Node', (folder) => {
    const packages = under(`server/${folder}`).flatMap((s) =>
      s.imports.filter((i) => target(s, i) === null).map((i) => `${s.path} → ${i.from}`),
    );
    expect(packages).toEqual([]);
  });

  it('the client knows the server by the types of its contract only', () => {
    const found = under('client').flatMap((s) =>
      s.imports
        .filter((i) => target(s, i)?.startsWith('server') && !(i.typeOnly && i.from.startsWith('#contract/')))
        .map((i) => `${s.path} → ${i.from}`),
    );
    expect(found).toEqual([]);
  });

  it('the server never imports the client or scripts, and neither imports tests', () => {
    const found = [...under('server'), ...under('client'), ...under('scripts')].flatMap((s) =>
      s.imports.flatMap((i) => {
        const path = target(s, i) ?? '';
        const back = path.startsWith('tests/') || (!s.path.startsWith('scripts/') && path.startsWith('scripts/'));
        return back || (s.path.startsWith('server/') && path.startsWith('client/')) ? [`${s.path} → ${path}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  it('in the client app imports features, features import drill, drill imports ui and lib; features never import features', () => {
    const found = under('client').flatMap((s) =>
      s.imports.flatMap((i) => {
        const to = areaOf(target(s, i) ?? '');
        const from = areaOf(s.path);
        if (to === from || !to.startsWith('client/')) return [];
        const levelOf = (area: string): number =>
          area.startsWith('client/features/')
            ? 1
            : ['client/app', '', 'client/drill', 'client/ui', 'client/lib'].indexOf(area);
        const [low, high] = [levelOf(from), levelOf(to)];
        return low > -1 && high > -1 && high <= low ? [`${s.path} → ${to}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  it('only client/lib/socket.ts opens a socket', () => {
    const found = under('client').filter((s) => s.imports.some((i) => i.from === 'socket.io-client' && !i.typeOnly));
    expect(found.map((s) => s.path)).toEqual(['client/lib/socket.ts']);
  });
});

describe('the pure core', () => {
  const BANNED =
    /\b(?:Date|Math\.random|setTimeout|setInterval|setImmediate|queueMicrotask|process|console|fetch|performance|globalThis|crypto|await|async)\b(?!\s*:)/g;

  it.each(PURE)('server/%s reads no clock, no chance and no world', (folder) => {
    const found = under(`server/${folder}`).flatMap((s) =>
      [...s.code.matchAll(BANNED)].map((m) => `${s.path}: ${m[0]}`),
    );
    expect(found).toEqual([]);
  });

  it('deciding reads no words: only the judge’s part of the engine and the compiling of content use the language core', () => {
    const readers = ['server/engine/judge/', 'server/engine/prepare/', 'server/engine/decide-judged.ts'];
    const outside = under('server/engine').filter((s) => !readers.some((path) => s.path.startsWith(path)));
    const found = outside.flatMap((s) =>
      s.imports
        .filter((i) => !i.typeOnly)
        .flatMap((i) => {
          const to = target(s, i) ?? '';
          // Terms are names and thresholds, no functions.
          const core = to.startsWith('server/language/') && !to.startsWith('server/language/terms/');
          return core || to.startsWith('server/engine/judge/') ? [`${s.path} → ${to}`] : [];
        }),
    );
    expect(found).toEqual([]);
  });

  it('only server/common/config.ts and scripts read the environment', () => {
    const found = [...under('server'), ...under('client')].filter((s) => /\bprocess\.env\b/.test(s.code));
    expect(found.map((s) => s.path).filter((path) => path !== 'server/common/config.ts')).toEqual([]);
  });
});

describe('files', () => {
  const LONGEST = 250;
  const LONGEST_TEST = 400;
  const LONGEST_FUNCTION = 150;
  /** Files that are one list, which a reader looks something up in rather than reads. */
  const LISTS: Readonly<Record<string, string>> = {
    'server/engine/model/content.ts': 'the shape of all content, types only',
    'server/engine/model/events.ts': 'the one vocabulary of events, types only',
    'server/i18n/keys.ts': 'made from messages/zh, a line a sentence',
  };

  it('are named in kebab-case', () => {
    const name = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.d|\.config)?\.(?:ts|tsx|mjs)$/;
    expect(sources.map((s) => s.path).filter((path) => !name.test(path.split('/').at(-1) ?? ''))).toEqual([]);
  });

  it('are short enough to read', () => {
    const found = sources.filter(
      (s) => s.lines > (s.path.startsWith('tests/') ? LONGEST_TEST : LONGEST) && !(s.path in LISTS),
    );
    expect(found.map((s) => `${s.path}: ${s.lines} lines`)).toEqual([]);
  });

  /** Functions of a file, each with what is nested in it; `start`: where in its text. */
  const functionsOf = ({ path, raw }: Source): { start: number; lines: number }[] => {
    const found: { start: number; lines: number }[] = [];
    const note = ({ start, end }: { start: number; end: number }): void =>
      void found.push({ start, lines: raw.slice(start, end).split('\n').length });
    const every = { FunctionDeclaration: note, FunctionExpression: note, ArrowFunctionExpression: note };
    new Visitor(every).visit(parseSync(path, raw).program);
    return found;
  };

  it('have functions short enough to read', () => {
    // A migration is a list of statements that nobody changes again. In a test a function holds all tests of a subject.
    const mayBeLong = (path: string): boolean => /^(?:tests|server\/storage\/migrations)\//.test(path);
    // No shorter file holds a longer function: of 2,900 files 270 are parsed.
    const parsed = sources.filter(({ path, lines }) => lines > LONGEST_FUNCTION && !mayBeLong(path));
    expect(parsed.length).toBeGreaterThan(100);
    const found = parsed.flatMap((source) =>
      functionsOf(source)
        .filter(({ lines }) => lines > LONGEST_FUNCTION)
        .map(({ start, lines }) => {
          const line = source.raw.slice(0, start).split('\n').length;
          return `${source.path}:${line}: a function of ${lines} lines`;
        }),
    );
    expect(found).toEqual([]);
  });

  it('take spans of time and the rounding of figures from one place each', () => {
    const own: Readonly<Record<string, RegExp>> = { span: /^const (?:MINUTE|HOUR|DAY)_MS\b/m, round: /\btoTenth = / };
    const found = [...under('server'), ...under('client')].flatMap(({ path, code }) =>
      Object.entries(own).flatMap(([kind, sign]) => (sign.test(code) ? [`${kind}: ${path}`] : [])),
    );
    expect(found.toSorted()).toEqual(['round: client/lib/arithmetic.ts', 'round: server/scoring/log/arithmetic.ts']);
  });

  it('write functions as arrow constants, generators aside', () => {
    const declared = /^\s*(?:export\s+)?(?:async\s+)?function\b(?!\s*\*)/m;
    expect(sources.filter((s) => declared.test(s.code)).map((s) => s.path)).toEqual([]);
  });

  it('export by name', () => {
    expect(sources.filter((s) => /^export default\b/m.test(s.code)).map((s) => s.path)).toEqual([]);
  });

  it('are no barrels', () => {
    const barrel = (s: Source): boolean => {
      const rest = s.code.replace(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})(?:\s+as\s+\w+)?\s+from\s+'';?/gm, '').trim();
      return rest === '' && s.imports.length > 0 && /^export/m.test(s.code);
    };
    expect(sources.filter(barrel).map((s) => s.path)).toEqual([]);
  });

  it('hide nothing from the type checker or the test run', () => {
    const found = sources.flatMap((s) => {
      const any = s.code.match(/(?::|<|\bas|\||&)\s*any\b/g) ?? [];
      const ignored = s.raw.match(/@ts-(?:ignore|nocheck|expect-error)\b(?!\|)/g) ?? [];
      const left = s.code.match(/\b(?:it|test|describe)\.(?:only|skip|todo)\b/g) ?? [];
      return [...any, ...(s.path === 'tests/architecture.test.ts' ? [] : [...ignored, ...left])].map(
        (m) => `${s.path}: ${m}`,
      );
    });
    expect(found).toEqual([]);
  });
});
