import { accessSync, constants, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listed, say } from '#i18n/say.ts';
import { bad, type Check, ok, warn } from './check.ts';
import { nearest } from './machine.ts';

const OTHERS = 0o077;
const ROOT = 0;

/** Whether the server may write where its data is, and nobody else may read there. `uid`: see `Machine`. */
export const checkFolder = (folder: string, uid: number | null): Check => {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    const parent = nearest(folder);
    return mayWrite(parent) ? ok('folder', say('doctor:folder.none', { folder })) : unwritable(parent);
  }
  if (!found.isDirectory()) {
    return bad('folder', say('doctor:folder.not-folder', { folder }), say('doctor:folder.choose'));
  }
  if (!mayWrite(folder)) return unwritable(folder);
  if (uid === null) return ok('folder', say('doctor:folder.plain', { folder }));
  const files = readdirSync(folder)
    .filter((name) => name.startsWith('kefu.'))
    .map((name) => ({ name, ...ofFile(join(folder, name)) }));
  // root may read and write everything, so that only the owner tells whose server will find it.
  const foreign = files.filter((file) => file.uid !== uid && (uid === ROOT || !file.isOurs));
  if (foreign.length > 0) {
    const named = listed(foreign.map(({ name }) => name));
    return (uid === ROOT ? warn : bad)(
      'folder',
      say('doctor:folder.others-files', { files: named }),
      say('doctor:folder.own'),
    );
  }
  const open = [
    ...(isOpen(found.mode) ? [folder] : []),
    ...files.filter(({ mode }) => isOpen(mode)).map(({ name }) => name),
  ];
  if (open.length === 0) return ok('folder', say('doctor:folder.sound', { folder }));
  return warn('folder', say('doctor:folder.open', { files: listed(open) }), say('doctor:folder.close'));
};

const unwritable = (folder: string): Check =>
  bad('folder', say('doctor:folder.unwritable', { folder }), say('doctor:folder.choose'));

const isOpen = (mode: number): boolean => (mode & OTHERS) !== 0;

const ofFile = (path: string): { uid: number; mode: number; isOurs: boolean } => {
  const { uid, mode } = lstatSync(path);
  return { uid, mode, isOurs: may(path, constants.R_OK | constants.W_OK) };
};

const mayWrite = (folder: string): boolean => may(folder, constants.W_OK | constants.X_OK);

const may = (path: string, rights: number): boolean => {
  try {
    accessSync(path, rights);
    return true;
  } catch {
    return false;
  }
};
