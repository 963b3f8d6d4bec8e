import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/policy-reading.json';

await addStrings('policy-reading', zh, () => import('#messages/en/policy-reading.json'));
