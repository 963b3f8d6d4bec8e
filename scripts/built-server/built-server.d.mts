export function builtServer(top: string): Promise<string | null>;
export function builtPrograms(top: string): Promise<boolean>;
export function builtProgram(top: string, program: string): Promise<string | null>;
export function builtModules(top: string, threads: string): Promise<string | null>;
