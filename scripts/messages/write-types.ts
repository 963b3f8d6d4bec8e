/**
 * `npm run messages`: writes the types of the server's sentences (`server/i18n/keys.ts`) from `messages/zh`,
 * so that a key or a value that isn't there doesn't compile.
 */
import { writeFileSync } from 'node:fs';
import { KEYS_FILE, typesText } from './types-text.ts';

writeFileSync(KEYS_FILE, typesText());
