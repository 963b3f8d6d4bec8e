import {
  certificatesOfRun,
  checkCertificate,
  heldCertificates,
  issueCertificates,
  withdrawCertificate,
} from '#classroom/certificates/certificates.ts';
import { saveStandards, standardsOf } from '#classroom/certificates/standards.ts';
import type { Classroom } from '#classroom/classroom.ts';
import { limitedAddress } from '#common/client-address.ts';
import { createTokenBucket } from '#common/token-bucket.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Api } from '#http/routes/api.ts';
import type { ReportNeeds } from '#http/routes/report-needs.ts';
import { lazyMap } from '#http/session/join-guard.ts';
import type { Run } from '#storage/runs.ts';

type Needs = Pick<ReportNeeds, 'storage' | 'runner' | 'catalogs' | 'clock'> & {
  classroom: Pick<Classroom, 'papers' | 'contests'>;
  /** Tells every page that shows the run. */
  onRunChanged(runId: string): void;
};

/** Codes that an address looks up: a class that checks its own within a minute, and one in two seconds after. */
const CHECKS = { burst: 60, perSecond: 0.5 };

/** Routes of certificates: a teacher's, a holder's, and the check that is open to anybody. */
export const certificateRoutes = (api: Api, { onRunChanged, ...needs }: Needs): void => {
  const { storage, catalogs, clock, classroom } = needs;
  const { rubric } = catalogs.data;
  const issuing = {
    ...needs,
    passMark: rubric.pass,
    excellentMark: rubric.excellent,
    paperBoard: classroom.papers.board,
    contestPlaces: classroom.contests.placesOf,
  };
  const checksFrom = lazyMap(() => createTokenBucket(CHECKS.burst, CHECKS.perSecond, clock.now));

  const ofRun = async <T>(id: string, use: (run: Run) => Promise<Reply<T>>): Promise<Reply<T>> => {
    const run = await storage.runs.run(id);
    return run === null ? { ok: false, error: failure('unknown-run') } : await use(run);
  };
  const changing = async <T>(id: string, use: (run: Run) => Promise<Reply<T>>): Promise<Reply<T>> => {
    const reply = await ofRun(id, use);
    if (reply.ok) onRunChanged(id);
    return reply;
  };

  api('GET /api/runs/:id/certificates', ({ params }) =>
    ofRun(params.id, async (run) => ({ ok: true, value: await certificatesOfRun(issuing, run) })),
  );
  api('POST /api/runs/:id/certificates', ({ params, principal, body }) =>
    changing(params.id, (run) => issueCertificates(issuing, run, principal.person.id, body)),
  );
  api('POST /api/runs/:id/certificates/:code/withdraw', ({ params, principal, body }) =>
    changing(params.id, (run) =>
      withdrawCertificate(issuing, run, principal.person.id, { code: params.code, why: body.why }),
    ),
  );
  api('GET /api/standards', async ({ principal: { person } }) => ({
    ok: true,
    value: await standardsOf(needs, person.school),
  }));
  api('POST /api/standards', ({ principal: { person }, body }) =>
    saveStandards(needs, { school: person.school, by: person.id, ...body }),
  );
  api('GET /api/certificates', async ({ principal }) => ({
    ok: true,
    value: await heldCertificates(issuing, principal),
  }));
  api('GET /api/certificates/:code', async ({ params, address }) =>
    checksFrom.of(limitedAddress(address)).take(1)
      ? await checkCertificate(issuing, params.code)
      : { ok: false, error: failure('too-many-requests') },
  );
};
