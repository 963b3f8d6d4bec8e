// Makes a backup in a process of its own: opening and closing the database's file in the server's process would drop
// the lock that the server holds on it. It starts without the loader for TypeScript, so that is loaded here.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./in-process.ts');
