import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/role-play.json';

await addStrings('role-play', zh, () => import('#messages/en/role-play.json'));
