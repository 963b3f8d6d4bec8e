import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/takeaway.json';

await addStrings('takeaway', zh, () => import('#messages/en/takeaway.json'));
