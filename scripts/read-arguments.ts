import { type ParseArgsConfig, parseArgs } from 'node:util';
import { languageNamed, speak } from '#i18n/language.ts';

/** What a command is for and how it is written, its options a line each; a function where it is said in the reader's language. */
type Usage = string | (() => string);

/**
 * Reads the command line as `parseArgs` does. `--help` prints `usage` and exits with 0. An unknown option or a missing
 * value prints the fault before `usage` and exits with 2. With the option `lang` the command uses that language from
 * here on.
 */
export const readArguments = <const T extends ParseArgsConfig>(
  usage: Usage,
  config: T,
): ReturnType<typeof parseArgs<T>> => {
  process.stdout.on('error', endWithReader);
  if (config.options && 'lang' in config.options) speakAsAsked();
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usageText(usage));
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const [told] = (error instanceof Error ? error.message : String(error)).split('. ');
    console.error(`${told}\n${usageText(usage)}`);
    return process.exit(2);
  }
};

/** Whoever reads the output may stop before its end (`… | head`): that is no fault of the command. */
const endWithReader = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
};

const usageText = (usage: Usage): string => (typeof usage === 'string' ? usage : usage());

/** Reads `--lang` before the other options, so that faults in them are told in that language too. */
const speakAsAsked = (): void => {
  const words = process.argv.slice(2);
  const index = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (index < 0) return;
  const named = words[index]?.includes('=') ? words[index].slice('--lang='.length) : words[index + 1];
  speak(languageNamed(named) ?? stop('--lang: zh, en'));
};

/** Ends a command that can't be carried out: the reason on standard error, exit code 2. */
export const stop = (message: string): never => {
  console.error(message);
  process.exit(2);
};
