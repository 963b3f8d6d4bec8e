/** The server's transcripts of 质检: each is played once and kept, so that marking one costs no play. */
import type { Report } from '#contract/report.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { playedTranscript } from './played-transcript.ts';
import { readTranscripts, type Transcript } from './transcripts.ts';

type Needs = {
  catalog: Pick<Catalog, 'data' | 'contentFor'>;
  engine: DrillEngine;
  judge: Pick<Judge, 'judge'>;
  /** Left out: those that ship. */
  transcripts?: ReadonlyMap<string, Transcript>;
};

export type OpenTranscript = { transcript: Transcript; content: Content; events: readonly DrillEvent[] };

export type Inspections = {
  /** Those whose case there is, in the file's order. */
  all(): readonly Transcript[];
  /** Null: there is none, or its case isn't the one it was played on any more. */
  open(id: string): Promise<OpenTranscript | null>;
  /** In the language of whoever asks. */
  report(opened: OpenTranscript): Report;
};

export const createInspections = ({ catalog, engine, judge, transcripts = readTranscripts() }: Needs): Inspections => {
  const cases = new Set(catalog.data.scenarios.map(({ id }) => id));
  const known = new Map([...transcripts].filter(([, transcript]) => cases.has(transcript.case)));
  /** A promise: two who ask at once wait for one play. All together are some 5 MB. */
  const opened = new Map<string, Promise<OpenTranscript | null>>();

  const openAnew = async (transcript: Transcript): Promise<OpenTranscript | null> => {
    const { data, hash } = await catalog.contentFor([transcript.case]);
    const content = engine.prepare(data);
    const events = await playedTranscript({ engine, judge }, content, hash, transcript);
    return events === null ? null : { transcript, content, events };
  };

  return {
    all: () => [...known.values()],
    open: (id) => {
      const transcript = known.get(id);
      if (transcript === undefined) return Promise.resolve(null);
      const opening = opened.get(id) ?? openAnew(transcript);
      opened.set(id, opening);
      // One that failed (the judge's thread died) is tried again by who asks next.
      opening.catch(() => opened.delete(id));
      return opening;
    },
    report: ({ content, events }) => engine.makeReport(content.data, events, [], [], null),
  };
};
