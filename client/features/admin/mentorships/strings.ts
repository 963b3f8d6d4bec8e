import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/mentorships.json';

await addStrings('mentorships', zh, () => import('#messages/en/mentorships.json'));
