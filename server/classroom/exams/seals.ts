import { isStaff, type Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { networkOf } from '#common/network.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { casesOf } from '#drills/catalog/drill-cases.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { playedCases, type SealedCase, sealedCases, sealingRuns } from './sealed-cases.ts';

type Needs = {
  storage: Pick<Storage, 'runs' | 'papers' | 'people' | 'drillsOfRun'>;
  clock: Pick<Clock, 'now'>;
  /** Tells the other nodes that a school was heard of from a network; left out: there are none. */
  heardOf?(school: string, network: string): void;
};

/** A principal's sealed cases by case id, each with its exam's run and, as far as it is known, the exam's end. */
export type SealsByCase = ReadonlyMap<string, Pick<SealedCase, 'backAt' | 'run'>>;

export type Seals = {
  /** The cases that the principal may neither practise nor read the key of now. Empty for staff of the exam's school. */
  sealsFor(principal: Principal): Promise<SealsByCase>;
  /** Ids of the bank's questions that written papers keep from the principal's practice, as `sealsFor` does cases (RULES X7). */
  questionsSealedFor(principal: Principal): Promise<ReadonlySet<string>>;
  /** Whether another exam of the school than this run seals one of the run's cases: its debrief would tell the key. */
  isSealedElsewhere(run: string): Promise<boolean>;
  /**
   * Whether the principal may take up a drill at its desk: neither practice of a sealed case nor an ended drill of one,
   * which the desk shows whole. A lesson's or the exam's own running drill goes on.
   */
  isKeptFromDesk(principal: Principal, row: DrillRow): Promise<boolean>;
  /** Remembers where a school's people ask from. To call with every request. */
  noteNetwork(principal: Principal): Promise<void>;
  /** Another node had a request of the school from that network. */
  noteRemoteNetwork(school: string, network: string): void;
};

/** A school is remembered at an address for a day after it was last heard of there. */
const REMEMBERED_MS = DAY_MS;
/** The other nodes are told of the same school and network again after so long. */
const RETELL_MS = 5 * 60_000;
/** Networks of a school, and devices without one, that are remembered; beyond that the oldest is forgotten. */
const MAX_NETWORKS = 2_000;
const MAX_DEVICES = 20_000;

const NO_SEALS: SealsByCase = new Map();
const NO_QUESTIONS: ReadonlySet<string> = new Set();

/**
 * Whom an exam seals its cases to: the people of its school but its staff, and every device that took a seat there
 * last. A device of no school, such as a pupil's second phone, counts as the school's where that is the only one on
 * the server, else where the school's people were heard of from the same network within a day.
 */
export const createSeals = ({ storage, clock, heardOf: tellOtherNodes }: Needs): Seals => {
  const { runs, people } = storage;
  /** When a school was last heard of from a network. */
  const schoolsAt = new Map<string, Map<string, number>>();
  /** The network a device without a school was last heard of from: a socket's principal has no address. */
  const networkOfDevice = new Map<string, string>();

  /** When the other nodes were last told of that. */
  const schoolsToldAt = new Map<string, Map<string, number>>();
  const rememberNetwork = (school: string, network: string): void =>
    remember(networksOf(schoolsAt, school), network, clock.now(), MAX_NETWORKS);

  const deviceSchool = async ({ guest }: Principal): Promise<string | null> =>
    guest === null ? null : await runs.schoolOfDevice(guest);

  const schoolsByNetwork = async ({ guest, address }: Principal): Promise<Set<string>> => {
    const schools = await people.schools();
    const [only] = schools;
    if (schools.length === 1 && only !== undefined) return new Set([only.id]);
    const network = networkOf(address) ?? (guest === null ? null : (networkOfDevice.get(guest) ?? null));
    if (network === null) return new Set();
    const since = clock.now() - REMEMBERED_MS;
    return new Set(
      [...schoolsAt].flatMap(([school, networks]) =>
        (networks.get(network) ?? Number.NEGATIVE_INFINITY) > since ? school : [],
      ),
    );
  };

  const schoolsOf = async (principal: Principal): Promise<Set<string>> => {
    const own = [principal.person?.school ?? null, await deviceSchool(principal)].filter((school) => school !== null);
    return own.length > 0 ? new Set(own) : await schoolsByNetwork(principal);
  };

  /** The schools whose exams are sealed to the principal: staff of a school know theirs. */
  const sealedSchoolsOf = async (principal: Principal): Promise<Set<string>> => {
    const schools = await schoolsOf(principal);
    const { person } = principal;
    if (person !== null && isStaff(person.role)) schools.delete(person.school);
    return schools;
  };

  const sealsFor = async (principal: Principal): Promise<SealsByCase> => {
    const sealed = await sealedCases(runs, clock.now());
    if (sealed.length === 0) return NO_SEALS;
    const schools = await sealedSchoolsOf(principal);
    return new Map(
      sealed.flatMap(({ scenario, school, ...rest }) => (schools.has(school) ? [[scenario, rest] as const] : [])),
    );
  };

  return {
    sealsFor,
    questionsSealedFor: async (principal) => {
      const papers = (await sealingRuns(runs, clock.now())).filter(
        ({ plan }) => plan.paper !== undefined || plan.exam?.questions !== undefined,
      );
      if (papers.length === 0) return NO_QUESTIONS;
      const schools = await sealedSchoolsOf(principal);
      const sealing = papers.filter(({ school }) => schools.has(school));
      return new Set(await storage.papers.questionsOf(sealing.map(({ id }) => id)));
    },
    noteRemoteNetwork: rememberNetwork,
    isSealedElsewhere: async (id) => {
      const run = await runs.run(id);
      if (run === null) return false;
      const cases = playedCases(run, await storage.drillsOfRun(id));
      return (await sealedCases(runs, clock.now())).some(
        (seal) => seal.school === run.school && seal.run !== id && cases.includes(seal.scenario),
      );
    },
    isKeptFromDesk: async (principal, row) => {
      const { place, state } = row;
      if (place !== null && state !== 'ended') return false;
      const sealed = await sealsFor(principal);
      return casesOf(row).some((id) => sealed.has(id) && sealed.get(id)?.run !== place?.run);
    },
    noteNetwork: async (principal) => {
      const network = networkOf(principal.address);
      if (network === null || (await people.schools()).length < 2) return;
      const school = principal.person?.school ?? (await deviceSchool(principal));
      if (school !== null) {
        const toldAt = networksOf(schoolsToldAt, school).get(network) ?? Number.NEGATIVE_INFINITY;
        if (clock.now() - toldAt > RETELL_MS) {
          remember(networksOf(schoolsToldAt, school), network, clock.now(), MAX_NETWORKS);
          tellOtherNodes?.(school, network);
        }
        rememberNetwork(school, network);
      } else if (principal.guest !== null) remember(networkOfDevice, principal.guest, network, MAX_DEVICES);
    },
  };
};

const networksOf = (schoolsAt: Map<string, Map<string, number>>, school: string): Map<string, number> => {
  const networks = schoolsAt.get(school) ?? new Map<string, number>();
  schoolsAt.set(school, networks);
  return networks;
};

/** Keeps the newest: what is heard of again moves to the end. */
const remember = <V>(map: Map<string, V>, key: string, value: V, maxSize: number): void => {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > maxSize && oldest !== undefined) map.delete(oldest);
};
