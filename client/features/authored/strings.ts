import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/authored.json';

await addStrings('authored', zh, () => import('#messages/en/authored.json'));
