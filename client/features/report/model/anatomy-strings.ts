import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/anatomy.json';

await addStrings('anatomy', zh, () => import('#messages/en/anatomy.json'));
