import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/quick-replies.json';

await addStrings('quick-replies', zh, () => import('#messages/en/quick-replies.json'));
