/** Tables whose columns are named as the fields of what is stored in them: of terms, of a shop, of mentors. */
import type { AttendanceTables } from '#storage/attendance.ts';
import type { EvaluationTables } from '#storage/evaluation.ts';
import type { MentorsTables } from '#storage/mentors/mentors.ts';
import type { PlannedDrillsTables } from '#storage/mentors/planned-drills.ts';
import type { BookletTables, ServiceTablesTable } from '#storage/service-data.ts';
import type { RolePlayTables } from '#storage/together/role-plays.ts';

export type TermTables = AttendanceTables &
  BookletTables &
  EvaluationTables &
  MentorsTables &
  PlannedDrillsTables &
  RolePlayTables & { service_tables: ServiceTablesTable };
