export function findBrowser(
  env: Readonly<Record<string, string | undefined>>,
  exists?: (file: string) => boolean,
): string | null;
