import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/personal-data.json';

await addStrings('personal-data', zh, () => import('#messages/en/personal-data.json'));
