import type { Principal } from '#common/access.ts';
import { limitedAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import { createTokenBucket, type TokenBucket } from '#common/token-bucket.ts';
import { type Failure, failure } from '#contract/errors.ts';

type CostlyRequest = { principal: Principal; address: string };
/** Takes the cost of a request from its buckets; returns null, or the refusal with the seconds until they hold enough. */
export type ReportCosts = (buckets: CostlyRequest, cost: number) => { ok: false; error: Failure } | null;

/** What is made of one drill, of all drills of a person or class, and the file of one and of many. */
export const COST = { report: 1, all: 4, file: 4, tables: 8 } as const;

/**
 * Sixty reports or fifteen Word files in a minute are more than anybody reads. Staff go through a class of forty-five,
 * report by report and file by file. One school has one address: three classes may take report and Word file of each
 * trainee at once (3 × 45 × 5), and in the long run ten tokens a second keep one thread of a slow machine half busy.
 */
const TRAINEE_LIMIT = { burst: 60, perSecond: 1 };
const STAFF_LIMIT = { burst: 300, perSecond: 3 };
const ADDRESS_LIMIT = { burst: 700, perSecond: 10 };
/** Now and then all are forgotten. It gives an attacker little and keeps the maps small. */
const MAX_BUCKETS = 10_000;

/** Limits what reports and files are asked for, by device or person and by address. */
export const createReportCosts = (clock: Pick<Clock, 'now'>): ReportCosts => {
  const bucketByKey = new Map<string, TokenBucket>();
  const bucketOf = (key: string, { burst, perSecond }: typeof TRAINEE_LIMIT): TokenBucket => {
    if (bucketByKey.size > MAX_BUCKETS) bucketByKey.clear();
    const bucket = bucketByKey.get(key) ?? createTokenBucket(burst, perSecond, clock.now);
    bucketByKey.set(key, bucket);
    return bucket;
  };
  return ({ principal: { guest, person }, address }, cost) => {
    const ownBuckets =
      person !== null
        ? [bucketOf(`person ${person.id}`, person.role === 'trainee' ? TRAINEE_LIMIT : STAFF_LIMIT)]
        : guest !== null
          ? [bucketOf(`guest ${guest}`, TRAINEE_LIMIT)]
          : [];
    const buckets = [...ownBuckets, bucketOf(`address ${limitedAddress(address)}`, ADDRESS_LIMIT)];
    const emptyBuckets = buckets.filter((bucket) => !bucket.take(cost));
    if (emptyBuckets.length === 0) return null;
    // What another bucket gave is given back: a refusal costs nothing.
    for (const bucket of buckets) if (!emptyBuckets.includes(bucket)) bucket.take(-cost);
    const seconds = Math.max(...emptyBuckets.map((bucket) => bucket.secondsTo(cost)));
    return { ok: false, error: failure('report-wait', String(seconds)) };
  };
};
