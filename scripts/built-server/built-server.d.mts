export function builtServer(top: string): Promise<string | null>;
