/** Signed files of results: this contest's own, another server's checked and put on one board (RULES J58, J59). */
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { FileCheck } from '#contract/contests/contests.ts';
import { playRulesSchema } from '#contract/contests/rules.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { StoredContest } from '#storage/contests/contests.ts';
import type { Storage } from '#storage/storage.ts';
import type { Marked, Placed } from './ranking.ts';
import { type ResultPayload, readResultFile, writeResultFile } from './result-file.ts';
import { rulesCode } from './rules-hash.ts';
import { fingerprintOf, ownKey, publicText } from './signing.ts';

type Needs = { storage: Pick<Storage, 'contests'>; clock: Pick<Clock, 'now'> };
type Staff = Pick<SignedIn, 'id' | 'school'>;
const FIRST_ROWS = 3;
const MOST_FILES = 20;

export const ownFingerprint = async ({ storage, clock }: Needs): Promise<string> =>
  fingerprintOf(publicText(await ownKey(storage.contests, clock.now())));

/** What this server's own contestants came to, signed; rows of other servers' files are theirs to sign. */
export const resultFile = async (
  { storage, clock }: Needs,
  contest: StoredContest,
  host: string,
  rows: readonly Placed<Marked>[],
): Promise<string> => {
  const now = clock.now();
  const { id, name, rules } = contest;
  const payload: ResultPayload = {
    ...{ source: id, contest: name, host, rulesHash: rules.hash, rules: playRulesSchema.strip().parse(rules) },
    ...{ opensAt: rules.opensAt, closesAt: rules.closesAt, signedAt: now },
    rows: rows
      .filter(({ from }) => from === undefined)
      .map(({ key, label, team, run, rounds, total, redLines, firstS }) => ({
        ...{ key, label, team, rounds, total, redLines, firstS },
        teamKey: run,
      })),
  };
  return writeResultFile(await ownKey(storage.contests, now), payload);
};

/** What a file proves here; `school`: of who asks, whose known keys count; null: of nobody's. */
export const checkFile = async (needs: Needs, file: string, school: string | null): Promise<FileCheck> => {
  const own = await ownFingerprint(needs);
  const read = readResultFile(file);
  if (read.state === 'unreadable') return { verdict: 'unreadable', fingerprint: null, file: null, own };
  const { fingerprint, payload } = read;
  if (read.state === 'changed' || payload === null) return { verdict: 'changed', fingerprint, file: null, own };
  const known = school === null ? [] : await needs.storage.contests.knownKeys(school);
  const isKnown = known.some((key) => key.fingerprint === fingerprint);
  return {
    verdict: fingerprint === own ? 'own' : isKnown ? 'known' : 'unknown',
    ...{ fingerprint, own },
    file: {
      ...{ contest: payload.contest, host: payload.host, rulesCode: rulesCode(payload.rulesHash) },
      ...{ signedAt: payload.signedAt, rows: payload.rows.length },
      first: payload.rows.slice(0, FIRST_ROWS).map(({ label }) => label),
    },
  };
};

/**
 * Takes another server's rows onto this contest's board. Refused: a file that is changed, or of other rules, or signed by
 * a key that the school doesn't know and that `trust` doesn't name. A key that was trusted once is known from then on.
 */
export const mergeFile = async (
  needs: Needs,
  contest: StoredContest,
  staff: Staff,
  { file, trust }: { file: string; trust: string | null },
): Promise<Reply<null>> => {
  const { storage, clock } = needs;
  const read = readResultFile(file);
  if (read.state === 'unreadable') return refused('contest-file-unreadable');
  if (read.state === 'changed') return refused('contest-file-changed');
  const { fingerprint, payload } = read;
  if (fingerprint === (await ownFingerprint(needs))) return refused('contest-file-own');
  if (payload.rulesHash !== contest.rules.hash)
    return refused('contest-rules-differ', `${rulesCode(payload.rulesHash)} ≠ ${rulesCode(contest.rules.hash)}`);
  const known = await storage.contests.knownKeys(contest.school);
  const by = { by: staff.id, at: clock.now() };
  if (!known.some((key) => key.fingerprint === fingerprint)) {
    if (trust !== fingerprint) return refused('contest-key-unknown', fingerprint);
    await storage.contests.putKnownKey({ school: contest.school, fingerprint, name: payload.host, ...by });
  }
  if ((await storage.contests.files(contest.id)).length >= MOST_FILES) return refused('contest-full');
  await storage.contests.putFile({ contest: contest.id, fingerprint, source: payload.source, body: file, ...by });
  return { ok: true, value: null };
};
