import type { Classroom } from '#classroom/classroom.ts';
import type { Seals } from '#classroom/exams/seals.ts';
import { reportRefusal } from '#classroom/results/report-access.ts';
import { refused } from '#contract/errors.ts';
import type { Api } from '#http/routes/api.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { classroom: Classroom; storage: Storage; seals: Seals };

/** Routes of project tasks: what a teacher sets and follows, and what a report shows of the notes. */
export const projectRoutes = (api: Api, needs: Needs): void => {
  const { projects, transfers } = needs.classroom;
  api('GET /api/project-tasks', () => ({ ok: true, value: projects.choices() }));
  api('POST /api/projects', ({ principal, body }) => projects.set(principal.person, body));
  api('GET /api/runs/:id/project', ({ params }) => projects.board(params.id));
  api('POST /api/runs/:id/project/role', ({ params, principal, body }) =>
    projects.giveRole(params.id, principal.person.id, body),
  );
  // It quotes what others said: whoever may read the report may read it, and nobody before.
  api('GET /api/drills/:id/hand-overs', async ({ params, principal }) => {
    const row = await needs.storage.drill(params.id);
    if (row === null) return refused('unknown-drill');
    const refusal = await reportRefusal(needs, principal, row);
    if (refusal !== null) return refused(refusal);
    const passed = await transfers.ofDrill(row);
    return passed === null ? await projects.ofDrill(params.id) : { ok: true, value: passed };
  });
};
