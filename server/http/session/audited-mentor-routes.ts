/** What invitations of mentors and shares leave in the audit trail: ids alone. */
import type { mentorRouteSpecs } from '#contract/routes/mentors.ts';
import type { AuditTable } from './audit-table.ts';

export const AUDITED_MENTORS: Pick<
  AuditTable,
  (keyof typeof mentorRouteSpecs & keyof AuditTable) | 'POST /api/classes/:id'
> = {
  // A new name or an archived class leaves none.
  'POST /api/classes/:id': ({ params, body }) =>
    body.mentorsSee === undefined
      ? []
      : [{ kind: 'class-mentors', subject: String(params.id), details: { see: body.mentorsSee } }],
  'POST /api/mentorships': ({ value, body }) => [
    { kind: 'mentor-invited', subject: value.id, details: { byCode: body.login === null } },
  ],
  'POST /api/mentorships/:mentorship/end': ({ params }) => [
    { kind: 'mentorship-ended', subject: String(params.mentorship), details: { byMentor: false } },
  ],
  'POST /api/mentor/accept': ({ value }) => [
    { kind: 'mentorship-accepted', subject: value.mentorship, school: value.id },
  ],
  'POST /api/mentor/schools/:mentorship/end': ({ params, value }) => [
    {
      ...{ kind: 'mentorship-ended', subject: String(params.mentorship), school: value.id },
      details: { byMentor: true },
    },
  ],
  'POST /api/runs/:id/share': ({ params, body }) => [
    { kind: body.shared ? 'shared' : 'share-taken-back', subject: String(params.id), details: { what: 'run' } },
  ],
  'POST /api/classes/:id/terms/:term/share': ({ params, body }) => [
    { kind: body.shared ? 'shared' : 'share-taken-back', subject: String(params.term), details: { what: 'term' } },
  ],
};
