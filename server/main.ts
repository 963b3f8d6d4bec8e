import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { renderUnicodeCompact } from 'uqr';
import { newSetUpCode } from '#classroom/set-up.ts';
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
  const setUpCode = newSetUpCode();
  const application = createApplication({
    config,
    storage,
    shelf,
    engine,
    clock: systemClock,
    logger,
    setUpCode,
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
  announce(application, config, storage.people.schools().length === 0 ? setUpCode : null);
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

/** `setUpCode`: null once there is an account. */
function announce({ httpServer }: Application, config: Config, setUpCode: string | null): void {
  const port = portOf(httpServer.address());
  const lan = config.host === '0.0.0.0' ? lanAddresses().map((address) => `http://${address}:${port}`) : [];
  const lines = ['客服练兵场 已启动 · Kefu Drill is running', `  本机 this machine   http://localhost:${port}`];
  if (config.publicUrl !== null) lines.push(`  公开 public         ${config.publicUrl}`);
  else lines.push(...lan.map((url) => `  同一网络 same network  ${url}`));
  if (setUpCode !== null) {
    const url = `http://localhost:${port}/set-up`;
    lines.push(
      config.publicUrl === null
        ? `  首次使用：在这台机器上打开 ${url} 设置教师账号；在别的设备上设置要填设置码 ${setUpCode}`
        : `  首次使用：打开 ${config.publicUrl}/set-up 设置教师账号，设置码 ${setUpCode}`,
      `  First start: set up the teacher's account at ${config.publicUrl ?? `http://localhost:${port}`}/set-up (set-up code ${setUpCode})`,
    );
  }
  const shown = config.publicUrl ?? lan[0];
  // Into a log file a picture of blocks is noise.
  if (shown !== undefined && process.stdout.isTTY) lines.push(renderUnicodeCompact(shown, { border: 2 }));
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
