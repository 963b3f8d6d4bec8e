import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/handed-in.json';

await addStrings('handed-in', zh, () => import('#messages/en/handed-in.json'));
