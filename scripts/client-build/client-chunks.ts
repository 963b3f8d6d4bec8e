/**
 * Which file of the built client a module comes in. By itself the bundler makes one for each set of pages that share a
 * module: the desk's address then loads some seventy, most of a few hundred bytes, which compressed apart are a tenth
 * more than together.
 */

/** As much of the bundler's view of a module as is needed. */
type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };
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
const SMALL_PACKAGES = /\/node_modules\/(lucide-react|zustand)\//;

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

/**
 * The groups of modules that come in one file each, the highest first, each with what its modules need of packages: what
 * every page has, small packages, and what the desk shares with other pages by what it is, so that a page without a
 * socket loads none. `top`: the folder of the product, with a slash at its end.
 */
export const clientChunks = (top: string): Group[] => {
  let ofDesk: ReadonlySet<string> | null = null;
  const inDesk = (debugName: string, isOne: (id: string) => boolean): { name: Name; debugName: string } => ({
    name: (id, graph) => {
      ofDesk ??= needed(graph, top + DESK);
      return ofDesk.has(id) && isOne(id) ? debugName : null;
    },
    debugName,
  });
  return [
    { name: 'app', tags: ['$initial'], priority: 6 },
    { name: 'parts', test: SMALL_PACKAGES, minShareCount: 2, priority: 5 },
    { ...inDesk('pages', (id) => /\/client\/(ui|lib)\//.test(id) && !SOCKET.test(id)), priority: 4 },
    { ...inDesk('live', (id) => SOCKET.test(id)), priority: 3 },
    { ...inDesk('drill', (id) => id.includes('/client/drill/')), priority: 2 },
    { ...inDesk('desk', () => true), priority: 1 },
  ];
};
