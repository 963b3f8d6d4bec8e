/** Where a trainee could have read what is asked of them: the words, by their place. */
import { z } from 'zod';
import { idText, sentence } from './parts.ts';

const quoted = z.union([sentence, z.array(sentence).min(1)]);
const byPlace = z.record(idText, quoted);

/** A point with a `policy` may give the words alone: their place is that card. */
export const ground = z.union([sentence, z.array(sentence).min(1), byPlace]).meta({ id: 'ground' });
export type AuthoredGround = z.output<typeof ground>;

/** The grounds of needs and duties, by the operation, fact or kind of words they ask for. */
export const grounds = z.record(idText, byPlace);
