import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/lead.json';

await addStrings('lead', zh, () => import('#messages/en/lead.json'));
