/** Where a trainee could have read what is asked of them: the words, by the place they stand in. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';

const quoted = z.union([sentence, z.array(sentence).min(1)]);
const byPlace = z.record(idText, quoted);

/** A point that has a `policy` may give the words alone: they stand there. */
export const ground = z.union([sentence, z.array(sentence).min(1), byPlace]).meta({ id: 'ground' });
export type AuthoredGround = z.output<typeof ground>;

/** What needs and duties rest on, by the operation, fact or kind of words they ask for. */
export const grounds = z.record(idText, byPlace);
