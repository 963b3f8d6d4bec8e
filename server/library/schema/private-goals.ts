/** `scenarios/private-goals.yaml`: of some cases, what whoever plays their customer wants and keeps to themselves. */
import { z } from 'zod';
import { sentence } from './parts.ts';
import { shape } from './shape.ts';

const privateGoal = shape('private-goal', { wants: sentence, accepts: sentence, leaves: sentence });
export type PrivateGoal = z.output<typeof privateGoal>;

/** By the case's id. */
export const privateGoalsFile = z.record(z.string(), privateGoal);
