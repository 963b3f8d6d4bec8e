/** What goes wrong in a term's drills, and what to teach next. Only lessons and homework whose results are published count. */

/** `day` 2026-11-20. `trainees`: how many drills count of it, one each. */
export type TermRun = { run: string; name: string; day: string; trainees: number };
/**
 * One family of faults. `trainees`: who had it at least once in the term; `count`: how often in all; `marks`: what it cost
 * in all. `percent`: of each run's trainees how many had it, in the order of `runs`; null: nobody's drill counts there.
 */
export type TermFault = {
  family: string;
  name: string;
  trainees: number;
  count: number;
  marks: number;
  percent: (number | null)[];
};
/** `trainees`: of whom a drill counts in any run. `runs`: oldest first. `faults`: the dearest first. */
export type TermFaults = {
  trainees: number;
  runs: TermRun[];
  faults: TermFault[];
  cases: { scenario: string; title: string; why: string }[];
};
