import type { Logger } from 'pino';
import { z } from 'zod';
import type { LogLevel } from '#common/config.ts';
import { createLogger } from '#common/logger.ts';

const lineSchema = z.looseObject({ level: z.number(), msg: z.string(), requestId: z.string().optional() });
export type LogLine = z.infer<typeof lineSchema>;

/** The server's own logger, whose lines are kept: as objects, and as the text that a file would hold. */
export const collectedLog = (level: LogLevel): { logger: Logger; lines(): LogLine[]; text(): string } => {
  const written: string[] = [];
  const logger = createLogger(level, { write: (line) => void written.push(line) });
  return {
    logger,
    lines: () => written.map((line) => lineSchema.parse(JSON.parse(line))),
    text: () => written.join(''),
  };
};
