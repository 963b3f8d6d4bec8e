/**
 * Which file of the built client a module comes in. By itself the bundler makes one for each set of pages that share a
 * module: the desk's address then loads some seventy, most of a few hundred bytes, which compressed apart are a tenth
 * more than together.
 */

/** As much of the bundler's view of a module as is needed. */
type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[]; code: string | null } | null };
type Name = (id: string, graph: Graph) => string | null;
type Group = {
  name: string | Name;
  priority: number;
  debugName?: string;
  tags?: '$initial'[];
  test?: RegExp;
  minShareCount?: number;
};

const DESK = 'client/features/desk/desk-page.tsx';
const SOCKET = /\/client\/lib\/(socket\.ts|seat\/)/;
const ICON = /\/lucide-react\/dist\/esm\/icons\/([\w-]+)\.m?js$/;
const STORE = /\/node_modules\/zustand\//;

/**
 * The modules of ours that a page needs before it can run; what it loads later isn't among them. Packages' aren't,
 * either: many have an index that names all they hold, and the bundler knows which of it is used.
 */
const needed = (graph: Graph, page: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const open = [page];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || id.includes('/node_modules/')) continue;
    found.add(id);
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
};

/** Names that a module has from lucide-react, as their files are called: `ArrowUp` is in `arrow-up`. */
const iconsOf = (code: string): string[] =>
  [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']lucide-react["']/g)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => (name.trim().split(' ')[0] ?? '').replace(/(?<=[a-z])(?=[A-Z\d])/g, '-').toLowerCase()),
  );

/**
 * The groups of modules that come in one file each, the highest first, each with what its modules need of packages: what
 * every page has, what the desk shares with other pages by what it is, so that a page without a socket loads none, and
 * small packages that other pages share. `top`: the folder of the product, with a slash at its end.
 */
export const clientChunks = (top: string): Group[] => {
  let ofDesk: ReadonlySet<string> | null = null;
  let icons: ReadonlySet<string> | null = null;
  const deskModules = (graph: Graph): ReadonlySet<string> => {
    ofDesk ??= needed(graph, top + DESK);
    return ofDesk;
  };
  /** The package's index names every icon, so that which of them the desk needs is read from the desk's own modules. */
  const isDeskIcon = (id: string, graph: Graph): boolean => {
    const icon = ICON.exec(id)?.[1];
    if (icon === undefined) return false;
    icons ??= new Set([...deskModules(graph)].flatMap((module) => iconsOf(graph.getModuleInfo(module)?.code ?? '')));
    return icons.has(icon);
  };
  const inDesk = (name: string, isOne: (id: string, graph: Graph) => boolean): { name: Name; debugName: string } => ({
    name: (id, graph) => (isOne(id, graph) ? name : null),
    debugName: name,
  });
  const ours = (name: string, isOne: (id: string) => boolean) =>
    inDesk(name, (id, graph) => deskModules(graph).has(id) && isOne(id));
  const isShared = (id: string): boolean => /\/client\/(ui|lib)\//.test(id) && !SOCKET.test(id);
  return [
    { name: 'app', tags: ['$initial'], priority: 6 },
    {
      ...inDesk(
        'pages',
        (id, graph) => STORE.test(id) || isDeskIcon(id, graph) || (deskModules(graph).has(id) && isShared(id)),
      ),
      priority: 5,
    },
    { name: 'parts', test: ICON, minShareCount: 2, priority: 4 },
    { ...ours('live', (id) => SOCKET.test(id)), priority: 3 },
    { ...ours('drill', (id) => id.includes('/client/drill/')), priority: 2 },
    { ...ours('desk', () => true), priority: 1 },
  ];
};
