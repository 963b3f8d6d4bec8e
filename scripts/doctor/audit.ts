import { say } from '#i18n/say.ts';
import { type AuditStorage, checkChain } from '#storage/audit.ts';
import { bad, type Check, ok } from './check.ts';

/** Whether every row of the audit trail is as it was written. */
export const checkAudit = async (trail: Pick<AuditStorage, 'after'>): Promise<Check> => {
  const { rows, brokenAt } = await checkChain(trail);
  if (brokenAt === null) return ok('audit', say('doctor:audit.sound', { n: rows }));
  return bad('audit', say('doctor:audit.broken', { n: brokenAt }), say('doctor:audit.advice'));
};
