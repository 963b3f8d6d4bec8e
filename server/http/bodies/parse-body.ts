import type { ZodType } from 'zod';
import { failure, type Reply } from '#contract/errors.ts';

/** A request's body in its checked shape; the refusal names the first field that is wrong. */
export const parseBody = <T>(schema: ZodType<T>, body: unknown): Reply<T> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, error: failure('bad-request', parsed.error.issues[0]?.path.join('.') || 'body') };
};
