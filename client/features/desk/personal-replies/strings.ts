import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/personal-replies.json';

await addStrings('personal-replies', zh, () => import('#messages/en/personal-replies.json'));
