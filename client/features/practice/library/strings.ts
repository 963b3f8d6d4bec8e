import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/library.json';

await addStrings('library', zh, () => import('#messages/en/library.json'));
