import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/wall.json';

await addStrings('wall', zh, () => import('#messages/en/wall.json'));
