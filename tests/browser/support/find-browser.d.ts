/** The start scripts are plain JavaScript, so that they run before anything is installed. */
declare module '*/find-browser.mjs' {
  export const findBrowser: (env: Readonly<Record<string, string | undefined>>) => string | null;
}
