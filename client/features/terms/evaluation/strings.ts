import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/sides.json';

await addStrings('sides', zh, () => import('#messages/en/sides.json'));
