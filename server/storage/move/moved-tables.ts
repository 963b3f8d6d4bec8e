import type { Database } from '#storage/queries/tables.ts';

/** Every table there is, in the order in which they are moved. A table that is missing here doesn't compile. */
const ORDER_COLUMNS: Record<keyof Database, 'rowid' | 'id'> = {
  guests: 'rowid',
  contents: 'rowid',
  schools: 'rowid',
  people: 'rowid',
  sessions: 'rowid',
  sign_ins: 'rowid',
  classes: 'rowid',
  members: 'rowid',
  templates: 'rowid',
  school_replies: 'rowid',
  question_changes: 'rowid',
  own_questions: 'rowid',
  authored_cases: 'rowid',
  authored_versions: 'rowid',
  authored_log: 'rowid',
  runs: 'rowid',
  run_cases: 'rowid',
  run_log: 'rowid',
  seats: 'rowid',
  papers: 'rowid',
  sittings: 'rowid',
  paper_answers: 'rowid',
  exams: 'rowid',
  resits: 'rowid',
  typing_sittings: 'rowid',
  inspection_items: 'rowid',
  markings: 'rowid',
  handed_in: 'rowid',
  redos: 'rowid',
  certificates: 'rowid',
  path_settings: 'rowid',
  evaluations: 'rowid',
  terms: 'rowid',
  term_entries: 'rowid',
  team_awards: 'rowid',
  teams: 'rowid',
  team_members: 'rowid',
  drills: 'rowid',
  log: 'id',
  results: 'rowid',
  rulings: 'rowid',
  ruling_effects: 'rowid',
  proposals: 'rowid',
  comments: 'rowid',
  appeals: 'rowid',
  portfolio: 'rowid',
  nodes: 'rowid',
  retention: 'rowid',
  audit_trail: 'rowid',
};

/** `orderColumn` numbers a table's rows in the order in which they were stored; the target numbers them again in that order. */
export type MovedTable = { name: keyof Database; orderColumn: 'rowid' | 'id' };

export const MOVED_TABLES: readonly MovedTable[] = Object.entries(ORDER_COLUMNS).map(([name, orderColumn]) => ({
  // The cast is safe: the names are the record's own.
  name: name as keyof Database,
  orderColumn,
}));
