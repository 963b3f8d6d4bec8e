/** Deleting people's data for good: what goes, what stays, and how it is confirmed. */
import { z } from 'zod';

/** What is counted in a preview, in the order in which it is shown. */
export const KEPT_KINDS = [
  'schools',
  'people',
  'memberships',
  'sessions',
  'sign-ins',
  'classes',
  'runs',
  'run-notes',
  'seats',
  'certificates',
  'evaluations',
  'term-entries',
  'sheet-rows',
  'leaves',
  'attendance-entries',
  'handover-notes',
  'side-marks',
  'recommendations',
  'rankings',
  'service-tables',
  'contests',
  'mentorships',
  'tasks',
  'sittings',
  'markings',
  'handed-in',
  'role-plays',
  'drills',
  'log',
  'results',
  'portfolio',
  'rulings',
  'comments',
  'appeals',
  'proposals',
  'templates',
  'cases',
  'quick-replies',
  'personal-replies',
  'questions',
  'devices',
] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];
/** `figures`: marks and sums of drills, without words. `names`: seats whose name goes while their marks stay. */
export type StayingKind = 'figures' | 'names' | 'written';
export type Counted<K> = { what: K; n: number };
/** Kinds of which there is nothing are left out. */
export type Erasure = { gone: Counted<KeptKind>[]; stays: Counted<StayingKind>[] };

/** `name`: what has to be typed. `password`: whether one's own password is asked for, too. */
export type ErasurePreview = Erasure & { name: string; password: boolean };

/** `name`: typed as the preview says it. */
export const eraseSchema = z.strictObject({ name: z.string().max(200), password: z.string().max(200).optional() });
