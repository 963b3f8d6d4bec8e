/** Schemas name their sentences by key; this gives the sentence, in the reader's language. */
import { type MessageKey, say } from '#i18n/say.ts';

export type SchemaKey = Extract<MessageKey, `schema:${string}`>;

const isKey = (message: string): message is SchemaKey => message.startsWith('schema:');

/** The sentence for a key of the schemas; any other text unchanged. */
export const schemaMessage = (message: string): string => (isKey(message) ? say(message) : message);
