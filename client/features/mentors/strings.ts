import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/mentors.json';

await addStrings('mentors', zh, () => import('#messages/en/mentors.json'));
