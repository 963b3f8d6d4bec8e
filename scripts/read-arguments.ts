import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a command is for and how it is written, its options a line each. */
type Usage = string;

/**
 * Reads the command line as `parseArgs` does. `--help` prints `usage` and ends with 0; what isn't an option, or lacks
 * its value, is told before it and ends with 2. Nothing else runs then.
 */
export function readArguments<const T extends ParseArgsConfig>(
  usage: Usage,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const [told] = (error instanceof Error ? error.message : String(error)).split('. ');
    console.error(`${told}\n${usage}`);
    return process.exit(2);
  }
}

/** Ends a command that can't be carried out: the reason on standard error, exit code 2. */
export const stop = (message: string): never => {
  console.error(message);
  process.exit(2);
};
