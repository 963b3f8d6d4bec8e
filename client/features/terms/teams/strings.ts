import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/teams.json';

await addStrings('teams', zh, () => import('#messages/en/teams.json'));
