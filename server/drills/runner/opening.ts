/** What a drill is opened with. */
import type { Plan } from '#contract/runs.ts';
import type { CaseSource } from '#drills/catalog/catalog.ts';
import type { RushRound } from '#drills/catalog/rush-round.ts';
import type { Mode } from '#engine/model/events.ts';
import type { OpenedLead } from '#engine/model/lead.ts';
import type { OpenedProject } from '#engine/model/project.ts';
import { type Card, cardOfSeed } from '#library/variations/card.ts';
import type { DrillPlace } from '#storage/storage.ts';

/** The variants that an opening without a card gets: those of its seed in the common deck. */
export const cardWithout = (seed: number): Card => cardOfSeed(seed);

export type Opening = {
  id: string;
  guest: string;
  scenarios: readonly string[];
  seed: number;
  /** Which variant of the cases that vary; left out: the one of the seed in the common deck. */
  card?: Card;
  mode: Mode;
  /** The school whose own cases and quick replies are used besides the shipped ones; left out: none. */
  from?: CaseSource;
  /** A rush: its customers are those of `scenarios`, in order of arrival. */
  rush?: RushRound;
  /** A seat's part of a project task: of `scenarios` those come by themselves, the others are handed over. */
  project?: OpenedProject & { first: readonly string[]; all: readonly string[] };
  /** A person plays the customer; left out: the case does. */
  rolePlay?: true;
  /** A person answers what is reported; left out: the shop does. */
  lead?: OpenedLead;
  /** Conversations may go to other seats of the run; left out: they may not. */
  transfers?: true;
  /** The seat in a run; null: practice. */
  place: DrillPlace | null;
  /** What a run sets; null: customers 20 s apart, pace 20, no incidents pinned. */
  setting: {
    pace: number;
    arrivals: Plan['arrivals'];
    minutes: number;
    incidents: readonly string[];
    /** The drill ends by its own clock after `minutes`; left out: a run's bell ends it. */
    ownClock?: boolean;
  } | null;
};
