/** 投诉判定 of a drill that a class marks: the questions are of the shipped case as it usually is (RULES I5). */
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Scenario } from '#engine/model/content.ts';
import { hashOf } from '#library/hash.ts';
import type { Complaint } from '#library/schema/complaints.ts';
import { readComplaints } from './complaints.ts';

/** The questions about a conversation by its case as the drill had it; null where there are none. */
export type DrillComplaints = (scenario: Scenario | undefined) => Promise<Complaint | null>;

/**
 * In another variant of a case, in an edited case and in one of an earlier release another answer may be right, or the
 * words of the questions may not fit what was said: such drills are marked without them.
 */
export const createDrillComplaints = (
  catalogs: Pick<Catalogs, 'data' | 'contentFor'>,
  complaints: ReadonlyMap<string, Complaint> = readComplaints(),
): DrillComplaints => {
  /** By case: content is compared by its hash, as it comes from the database without what is undefined. */
  const usual = new Map<string, Promise<string | null>>();
  const usualHash = async (id: string): Promise<string | null> => {
    if (!catalogs.data.scenarios.some((one) => one.id === id)) return null;
    const { data } = await catalogs.contentFor([id]);
    const shipped = data.scenarios.find((one) => one.id === id);
    return shipped === undefined ? null : hashOf(shipped);
  };
  return async (scenario) => {
    const complaint = scenario === undefined ? undefined : complaints.get(scenario.id);
    if (scenario === undefined || complaint === undefined) return null;
    const known = usual.get(scenario.id) ?? usualHash(scenario.id);
    usual.set(scenario.id, known);
    known.catch(() => usual.delete(scenario.id));
    return (await known) === hashOf(scenario) ? complaint : null;
  };
};
