import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/share.json';

await addStrings('share', zh, () => import('#messages/en/share.json'));
