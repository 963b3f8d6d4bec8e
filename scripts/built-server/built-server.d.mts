export function builtServer(top: string, program?: string): Promise<string | null>;
