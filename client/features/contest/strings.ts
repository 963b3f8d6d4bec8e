import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/contest.json';

await addStrings('contest', zh, () => import('#messages/en/contest.json'));
