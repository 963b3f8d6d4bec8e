/** What the harness tells the server it torments, and what that server answers. Both ends read it. */
import { z } from 'zod';

/** How a faulted server is started; one JSON text in its arguments. Times are epoch milliseconds. */
export const startSchema = z.strictObject({
  dataDir: z.string(),
  databaseUrl: z.string().nullable(),
  /** By which it tells the other servers of its database; null: it is alone. */
  redisUrl: z.string().nullable(),
  /** The catalog as JSON. */
  catalogFile: z.string(),
  /** Folder of the built client; anything will do. */
  clientDir: z.string(),
  shopsDir: z.string(),
  setUpCode: z.string(),
  /** The server's time is `from` at the real moment `realFrom`, goes `scale` times as fast, and is `jumpedMs` ahead. */
  time: z.strictObject({ from: z.number(), realFrom: z.number(), scale: z.number(), jumpedMs: z.number() }),
});
export type Start = z.infer<typeof startSchema>;

/** `jump`: the machine's clock is set by so many milliseconds. `write`: what becomes of writing to the SQLite file. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('jump'), ms: z.number() }),
  z.strictObject({ kind: z.literal('write'), as: z.enum(['usual', 'full', 'read-only']) }),
  z.strictObject({
    kind: z.literal('audit'),
    drills: z.array(z.strictObject({ id: z.string(), commands: z.array(z.string()) })),
  }),
]);
export type Order = z.infer<typeof orderSchema>;

/** A drill's log as its storage has it. `broken`: where it is torn, has a gap or can't be folded; null: whole. */
export const auditedSchema = z.strictObject({
  id: z.string(),
  length: z.number(),
  broken: z.string().nullable(),
  /** For each command asked for: how often it is in the log, and the stored acknowledgement. */
  commands: z.array(z.strictObject({ id: z.string(), times: z.number(), ack: z.string().nullable() })),
});
export type Audited = z.infer<typeof auditedSchema>;

export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), port: z.number() }),
  z.strictObject({ kind: z.literal('refused'), code: z.string() }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('failed'), why: z.string() }),
  z.strictObject({ kind: z.literal('audited'), drills: z.array(auditedSchema) }),
]);
export type Answer = z.infer<typeof answerSchema>;
