/** Plays a case's testplan through the engine. Until the engine can, nothing is played and nothing reported. */
import type { Diagnostic } from '#library/diagnostics.ts';
import type { Library } from '#library/load.ts';

/** Codes `testplan-score`, `testplan-finding`, `testplan-absent`, `testplan-ending`, at the trainee's place in the testplan. */
export function runTestplans(_library: Library, _scenarioId: string): Diagnostic[] {
  return [];
}
