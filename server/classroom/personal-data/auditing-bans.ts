import type { SignInKind } from '#contract/sign-ins.ts';
import type { SignInsStorage } from '#storage/sign-ins.ts';
import type { AuditTrail } from './audit-trail.ts';

/** Refusals by which somebody is kept from trying on. */
const BANS: readonly SignInKind[] = ['waiting', 'codes-tried'];

/** The same record, of which a ban stands in the audit trail, too: once an hour, as a row of the record does. */
export const auditingBans = (signIns: SignInsStorage, audit: Pick<AuditTrail, 'note'>): SignInsStorage => ({
  ...signIns,
  add: async (row) => {
    await signIns.add(row);
    const { kind, school, person } = row;
    if (BANS.includes(kind))
      audit.note({ kind: 'sign-in-banned', school, actor: null, subject: person, details: { kind } });
  },
});
