import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/admin.json';

await addStrings('admin', zh, () => import('#messages/en/admin.json'));
