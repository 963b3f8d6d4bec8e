/** The formats name their sentences by key; this says them, in the language of who reads. */
import { type MessageKey, say } from '#i18n/say.ts';

export type SchemaKey = Extract<MessageKey, `schema:${string}`>;

const isKey = (message: string): message is SchemaKey => message.startsWith('schema:');

/** The sentence of a key of the formats; any other text as it is. */
export const explained = (message: string): string => (isKey(message) ? say(message) : message);
