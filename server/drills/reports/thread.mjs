// Makes reports in a thread of its own, so that a long drill's report doesn't hold the event loop for everybody. A thread
// starts without the loader for TypeScript, so that is loaded here.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./in-thread.ts');
