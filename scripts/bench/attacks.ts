/** What the bench tells its attacker and hears of it. */
import { z } from 'zod';

export const ATTACKS = ['joins', 'garbage', 'connects'] as const;
export type Attack = (typeof ATTACKS)[number];
/** The attacker's answer to `stop`: how many commands were carried out and refused, and connections made and lost. */
export const attackedSchema = z.strictObject({
  done: z.number(),
  refused: z.number(),
  connected: z.number(),
  lost: z.number(),
});
export type Attacked = z.infer<typeof attackedSchema>;

/** An order to the attacker: what it does from now on. */
export const orderSchema = z.enum([...ATTACKS, 'stop']);
export type Order = z.infer<typeof orderSchema>;
