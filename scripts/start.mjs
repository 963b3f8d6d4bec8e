/**
 * `npm start`: everything from a fresh checkout to a serving product. See `set-up.mjs` and `server/main.ts`. `npm run build`
 * is the same up to serving, for a service that may not write into the program's folder.
 */
import { pathToFileURL } from 'node:url';
import { builtServer } from './built-server/built-server.mjs';
import { buildClient, checkNode, explain, installPackages, registerTypeScript, SetUpError, top } from './set-up.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

const buildServer = async () => {
  if ((await builtServer(top)) === null) {
    throw new SetUpError('服务端构建失败（原因在上面）。', 'The server could not be built (reason above).');
  }
  console.log('构建完成。 Built.');
};

/** The server's `main`: from its bundle where that is made of these sources, else from the sources themselves. */
const loadMain = async () => {
  const built = await builtServer(top);
  if (built === null) {
    await registerTypeScript();
    return (await import('#server/main.ts')).main;
  }
  // So that an error's stack names the sources.
  process.setSourceMapsEnabled(true);
  return (await import(pathToFileURL(built).href)).main;
};

try {
  checkNode();
  const { compiled } = await installPackages();
  await buildClient();
  await compiled;
  if (process.argv.includes('--build-only')) await buildServer();
  else {
    const main = await loadMain();
    // Before it serves: npm may be stopped in the very moment the server says it is there.
    stopWithNpm();
    await main(top, process.env);
  }
} catch (error) {
  explain(error);
  process.exit(1);
}
