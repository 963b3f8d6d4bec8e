/**
 * Every code the checker can give. Codes are stable: teachers' notes, CI and the editor name them.
 * An error breaks the play or the marks; a warning makes the case worse to learn from. What a code means and what to do
 * about it stands in the catalogue, under `codes` and `remedies`.
 */

export const CODES = {
  'yaml-syntax': 'error',
  'yaml-ascii-comma': 'error',
  'yaml-colon-in-bare': 'error',
  'yaml-wide-colon': 'error',
  'yaml-hash-in-bare': 'error',
  'yaml-bare-number': 'error',
  'yaml-leading-brace': 'error',
  schema: 'error',
  'missing-file': 'error',
  'id-not-path': 'error',
  'unknown-id': 'error',
  'duplicate-id': 'error',
  'unknown-card': 'error',
  'unknown-variable': 'error',
  'bystander-unnamed': 'error',
  'bystander-too-long': 'error',
  'bystander-card': 'error',
  'bystander-private': 'error',
  'bubble-out-of-range': 'error',
  'beat-unreachable': 'error',
  'beat-dead-end': 'error',
  'ending-unreachable': 'error',
  'red-line-circle': 'error',
  'ending-red-line-only': 'warning',
  'later-impossible': 'error',
  'recall-waiting': 'error',
  'goodbye-twice': 'error',
  'window-line-with-from': 'error',
  'window-without-points': 'error',
  'window-without-model': 'warning',
  'question-without-must': 'error',
  'point-without-source': 'error',
  'ground-missing': 'error',
  'ground-not-found': 'error',
  'point-two-facts': 'warning',
  'must-without-wrong': 'error',
  'must-without-ask': 'warning',
  'must-without-check': 'warning',
  'too-few-wordings': 'warning',
  'model-missing': 'warning',
  'model-repeats-key': 'warning',
  'model-misses-point': 'error',
  'model-red-line': 'warning',
  'example-misjudged': 'error',
  'also-not-heard': 'warning',
  'wrong-not-heard': 'warning',
  'need-unmeetable': 'error',
  'fact-undrawable': 'error',
  'fact-without-model': 'warning',
  'fact-unused': 'warning',
  'reaction-missing': 'warning',
  'line-repeated': 'warning',
  'line-too-long': 'warning',
  'resolved-asks': 'warning',
  'secret-too-general': 'error',
  'sum-mismatch': 'error',
  'figure-unknown': 'warning',
  'date-disagrees': 'error',
  'quick-reply-denies-card': 'warning',
  'limit-not-in-text': 'error',
  'card-figure-unheard': 'error',
  'trap-without-source': 'error',
  'obstacle-without-answer': 'error',
  placeholder: 'error',
  'dilemma-missing': 'error',
  'obstacle-differs': 'error',
  'red-line-unplayed': 'warning',
  'picture-missing': 'error',
  'picture-unfit': 'error',
  'unknown-picture': 'error',
  'rubric-rule-missing': 'error',
  'star-lines-order': 'error',
  'no-testplan': 'warning',
  'testplan-trainee': 'error',
  'testplan-band': 'error',
  'testplan-model': 'error',
  'testplan-score': 'error',
  'testplan-finding': 'error',
  'testplan-absent': 'error',
  'testplan-ending': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

export type Code = keyof typeof CODES;

/** Codes that only playing a testplan can give (`authoring/testplan.ts`); the static checks never do. */
export const PLAYED_CODES = ['testplan-score', 'testplan-finding', 'testplan-absent', 'testplan-ending'] as const;

/** The severity every diagnostic of this code has. */
export function severityOf(code: Code): Severity {
  return CODES[code];
}

export type Severity = 'error' | 'warning';
