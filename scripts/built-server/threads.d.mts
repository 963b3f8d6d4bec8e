export function threadsOf(code: string, file: string): string[];
export function placeOf(server: string, thread: string): string;
export function startingFrom(bundle: string, server: string, code: string, file: string): string;
