export function startFlags(top: string): string[];
