import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/certificates.json';

await addStrings('certificates', zh, () => import('#messages/en/certificates.json'));
