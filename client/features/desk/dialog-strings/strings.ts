import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/desk-dialogs.json';

await addStrings('desk-dialogs', zh, () => import('#messages/en/desk-dialogs.json'));
