import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadShelf } from '#drills/load-shelf.ts';
import { lanAddresses } from '#server/addresses.ts';
import { type Application, createApplication } from '#server/application.ts';
import { systemClock } from '#server/clock.ts';
import { type Config, readConfig } from '#server/config.ts';
import { engine } from '#server/engine-parts.ts';
import { StartError } from '#server/start-error.ts';
import { openSqlite } from '#storage/open-sqlite.ts';

/**
 * Starts the product and serves until it is told to stop. `top` is the project's folder.
 * Throws a StartError, before anything is served, when it can't.
 */
export async function main(top: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = readConfig(env);
  const logger = pino({ level: config.logLevel });
  const { shelf, errors } = await loadShelf(top);
  if (shelf === null) {
    throw new StartError(
      'library-broken',
      `案例库读不出来：${errors[0] ?? 'scenarios/'}。运行 npm run scenarios:check 看全部。`,
      `The library cannot be read: ${errors[0] ?? 'scenarios/'}. Run npm run scenarios:check.`,
    );
  }
  for (const error of errors) logger.warn(error);

  const storage = await openSqlite(config.dataDir, config.durability);
  const application = createApplication({
    config,
    storage,
    shelf,
    engine,
    clock: systemClock,
    logger,
    clientDir: join(top, 'dist', 'client'),
    shopsDir: join(top, 'scenarios', 'shops'),
  });
  try {
    await listen(application, config);
  } catch (error) {
    await application.close();
    throw error;
  }
  closeOnSignal(application, logger);
  announce(application, config);
}

async function listen({ httpServer }: Application, { port, host }: Config): Promise<void> {
  httpServer.listen(port, host);
  try {
    await once(httpServer, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      throw new StartError(
        'port-busy',
        `端口 ${port} 已被占用或不许用：关掉占用它的程序，或换一个端口：PORT=${port + 1}。`,
        `Port ${port} is taken or not allowed. Stop what uses it, or choose another: PORT=${port + 1}.`,
        error,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartError(
        'host-unknown',
        `HOST=${host} 不是本机的地址。`,
        `HOST=${host} is not an address of this machine.`,
        error,
      );
    }
    throw error;
  }
}

function announce({ httpServer }: Application, config: Config): void {
  const port = portOf(httpServer.address());
  const lines = ['客服练兵场 已启动 · Kefu Drill is running', `  本机 this machine   http://localhost:${port}`];
  if (config.publicUrl !== null) lines.push(`  公开 public         ${config.publicUrl}`);
  else if (config.host === '0.0.0.0') {
    for (const address of lanAddresses()) lines.push(`  同一网络 same network  http://${address}:${port}`);
  }
  lines.push('  停止 stop: Ctrl+C');
  console.log(lines.join('\n'));
}

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === 'object' ? address.port : 0;

/** Stops cleanly on Ctrl+C or a service manager's word; a second Ctrl+C doesn't wait. npm passes the first on twice. */
function closeOnSignal(application: Application, logger: pino.Logger): void {
  let closingSince: number | null = null;
  const stop = (): void => {
    if (closingSince !== null) {
      if (performance.now() - closingSince > 1000) process.exit(130);
      return;
    }
    closingSince = performance.now();
    application.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
