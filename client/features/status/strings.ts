import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/status.json';

await addStrings('status', zh, () => import('#messages/en/status.json'));
