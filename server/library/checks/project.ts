/** What a schema can't tell of a project task: whether its parts fit together and its notes are told apart (RULES J38, J41). */
import type { Scenario } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import type { ProjectTask } from '#library/load-projects.ts';
import { holdsWords } from '#library/reading/note-words.ts';

type Part = ProjectTask['parts'][number];
type Keep = NonNullable<Part['keeps']>[number];
/** `find`: any case of the library, parts of tasks included; `file`: its file's name without its ending. */
type Where = { find: (id: string) => Scenario | undefined; file: string };

export function* checkProject(task: ProjectTask, { find, file }: Where): Iterable<Fault> {
  if (task.id !== file) yield { code: 'id-not-path', path: ['id'], message: say('checker:head.file', { id: file }) };
  const cases = task.parts.map((part) => find(part.case));
  for (const [index, part] of task.parts.entries()) {
    const path = ['parts', index];
    const scenario = cases[index];
    if (scenario === undefined) {
      yield { code: 'unknown-id', path: [...path, 'case'], message: say('checker:project.case', { id: part.case }) };
      continue;
    }
    if (cases.indexOf(scenario) !== index)
      yield {
        code: 'project-parts',
        path: [...path, 'case'],
        message: say('checker:project.twice', { id: part.case }),
      };
    yield* partsApart(task, cases[0] ?? scenario, scenario, [...path, 'case']);
    if ((index === 0) !== (part.keeps === undefined))
      yield { code: 'project-parts', path, message: say(`checker:project.${index === 0 ? 'first' : 'keeps'}`) };
    const earlier = cases.slice(0, index).flatMap((one) => one ?? []);
    for (const [at, keep] of (part.keeps ?? []).entries())
      yield* keepFaults(keep, scenario, earlier, [...path, 'keeps', at]);
    yield* noteFaults(part, path);
  }
}

/** One customer of one shop, whose part here is over when its story is. */
function* partsApart(task: ProjectTask, first: Scenario, scenario: Scenario, path: Path): Iterable<Fault> {
  const fault = (message: string): Fault => ({ code: 'project-parts', path, message });
  if (scenario.shop !== task.shop) yield fault(say('checker:project.shop', { shop: scenario.shop }));
  if (scenario.customer.name !== first.customer.name || scenario.customer.persona !== first.customer.persona)
    yield fault(say('checker:project.customer', { name: scenario.customer.name, first: first.customer.name }));
  if (Object.values(scenario.endings).some(({ later }) => later !== null)) yield fault(say('checker:project.later'));
}

function* keepFaults(keep: Keep, here: Scenario, earlier: readonly Scenario[], path: Path): Iterable<Fault> {
  const fault = (field: string, id: string): Fault => ({
    code: 'unknown-id',
    path: [...path, field],
    message: say('checker:project.id', { id, field }),
  });
  const { told, promised, fact, point } = keep;
  if (told !== undefined && !earlier.some((one) => factsOf(one).has(told))) yield fault('told', told);
  if (promised !== undefined && !earlier.some((one) => pointIds(one).has(promised))) yield fault('promised', promised);
  if (fact !== undefined && !factsOf(here).has(fact)) yield fault('fact', fact);
  if (point !== undefined && !pointIds(here).has(point)) yield fault('point', point);
  if (fact === undefined && point === undefined)
    yield { code: 'project-parts', path, message: say('checker:project.unused', { id: keep.id }) };
}

function* noteFaults({ keeps = [], notes = [] }: Part, path: Path): Iterable<Fault> {
  if (keeps.length === 0) return;
  for (const [index, { note, lacks }] of notes.entries()) {
    const found = keeps.filter(({ words }) => !holdsWords(note, words)).map(({ id }) => id);
    if (found.toSorted().join(' ') !== lacks.toSorted().join(' '))
      yield {
        code: 'project-note',
        path: [...path, 'notes', index, 'note'],
        message: say('checker:project.note', { found: found.join(' ') || '–', said: lacks.join(' ') || '–' }),
      };
  }
  const isTried = notes.some(({ lacks }) => lacks.length === 0) && notes.some(({ lacks }) => lacks.length > 0);
  if (!isTried) yield { code: 'project-note', path, message: say('checker:project.untried') };
}

const factsOf = ({ customer }: Scenario): ReadonlySet<string> => new Set(customer.knows.map(({ id }) => id));

const pointIds = ({ beats }: Scenario): ReadonlySet<string> =>
  new Set(beats.flatMap(({ asks, points }) => [...asks.flatMap((ask) => ask.points), ...points].map(({ id }) => id)));
