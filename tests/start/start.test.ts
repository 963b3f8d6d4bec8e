import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#common/config.ts';
import { StartError } from '#common/start-error.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { childServer, failedStart, throughNpm } from './child-server.ts';

describe('npm start', () => {
  test('serves and says where; a second server on the same data says so, and starts once the first was killed', async () => {
    const DATA_DIR = tempFolder();
    const first = await childServer({ DATA_DIR });
    expect(await (await fetch(`${first.url}/healthz`)).json()).toEqual({ ok: true });
    expect(first.printed).toContain('客服练兵场');
    const { code, stderr } = await failedStart({ DATA_DIR });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^✗ 另一个服务（进程 \d+）正在用数据文件夹/);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    await first.kill('SIGKILL');
    expect(await (await childServer({ DATA_DIR })).kill('SIGTERM')).toBe(0);
  });

  test.skipIf(process.platform === 'win32')(
    'stops when npm is stopped by SIGTERM or SIGKILL, though the shell between them passes nothing on',
    async () => {
      const DATA_DIR = tempFolder();
      // The next one on the same data starts, which it doesn't beside one that runs.
      for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
        const server = await throughNpm({ DATA_DIR });
        await server.kill(signal);
        // Its address tells nothing: another test's server may have the same port by then.
        await server.silent;
      }
      expect(await (await childServer({ DATA_DIR })).kill('SIGTERM')).toBe(0);
    },
  );

  test('a busy port is told in one line in each language', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const { code, stderr } = await failedStart({ DATA_DIR: tempFolder(), PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(new RegExp(`^✗ 端口 ${port} .*PORT=${port + 1}`)),
      expect.stringMatching(new RegExp(`^✗ Port ${port} is taken`)),
    ]);
  });

  test('a broken database file is named', async () => {
    const DATA_DIR = tempFolder();
    writeFileSync(join(DATA_DIR, 'kefu.sqlite'), 'nonsense '.repeat(1000));
    const { code, stderr } = await failedStart({ DATA_DIR });
    expect(code).toBe(1);
    expect(stderr).toContain('kefu.sqlite');
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  test('a data folder that can’t be made is named', async () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    const { code, stderr } = await failedStart({ DATA_DIR: join(file, 'data') });
    expect(code).toBe(1);
    expect(stderr).toMatch(/DATA_DIR/);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
});

describe('the configuration', () => {
  test('has defaults', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      publicUrl: null,
      databaseUrl: null,
      durability: 'full',
      minFreeMb: 200,
      metricsToken: null,
      ...{ backupDir: null, backupKeep: 14 },
      logLevel: 'warn',
      language: 'zh',
    });
    expect(readConfig({ UI_LANG: 'en' }).language).toBe('en');
    expect(readConfig({ METRICS_TOKEN: 'sixteen-and-more' }).metricsToken).toBe('sixteen-and-more');
    const believes = (TRUSTED_PROXIES: string, address: string) =>
      readConfig({ TRUSTED_PROXIES }).trustedProxies(address);
    expect([believes('', '127.0.0.1'), believes('', '::1'), believes('', '10.0.0.2')]).toEqual([true, true, false]);
    expect(believes('none', '127.0.0.1')).toBe(false);
    const listed = '10.0.0.2, 192.168.0.0/16, fd00::/8';
    for (const address of ['10.0.0.2', '192.168.7.1', 'fd12::5']) expect(believes(listed, address)).toBe(true);
    for (const address of ['10.0.0.3', '127.0.0.1', '2001:db8::1', '']) expect(believes(listed, address)).toBe(false);
    const url = 'postgres://kefu:geheim@db.example.cn:5432/kefu';
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
    expect(readConfig({ PUBLIC_URL: 'https://kefu.example.cn/' }).publicUrl).toBe('https://kefu.example.cn');
  });

  test('has all its faults told at once, in both languages', () => {
    const env = {
      PORT: '70000',
      DURABILITY: 'some',
      MIN_FREE_MB: '0.5',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'kefu',
      DATABASE_URL: 'mysql://x/kefu',
      REDIS_URL: 'http://x',
      UI_LANG: 'fr',
      TRUSTED_PROXIES: '10.0.0.0/33',
      METRICS_TOKEN: 'short',
      DATA_DIR: '/srv/kefu',
      BACKUP_DIR: '/srv/kefu/backups',
      BACKUP_KEEP: '0',
    };
    expect(() => readConfig(env)).toThrow(StartError);
    try {
      readConfig(env);
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      for (const text of [error.zh, error.en]) {
        expect(text.split('\n')).toHaveLength(12);
        for (const name of Object.keys(env)) expect(text).toContain(name);
      }
      // It is a secret, and what is told ends up in a log.
      expect(error.zh + error.en).not.toContain('short');
      expect(error.en).toContain('redis://host:port');
      expect(error.en).not.toContain('mysql://x');
      expect(error.en).not.toMatch(/\p{Script=Han}/u);
      expect(error.zh).toContain('LOG_LEVEL：只能是 trace、debug、info、warn、error、fatal、silent，现在是 loud。');
    }
  });
});
