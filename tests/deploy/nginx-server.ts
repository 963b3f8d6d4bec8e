import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:tls';
import { onTestFinished } from 'vitest';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const top = join(import.meta.dirname, '..', '..');
const PLACES = ['/usr/sbin', '/usr/local/sbin', ...(process.env.PATH ?? '').split(delimiter)];

/** The path of a program, or null where there is none. */
export const programNamed = (name: string): string | null =>
  PLACES.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;

export type NginxServer = {
  /** With TLS, under the name localhost. */
  url: string;
  /** The same without TLS. */
  plainUrl: string;
  /** Its certificate, which nobody else knows. */
  certificate: string;
};

/**
 * nginx as `deploy/nginx/kefu.conf` sets it up, until the test ends; only the lines marked CHANGE, the ports and the
 * folders of its own files are others. `servers`: ports of the servers behind it.
 */
export const startNginx = async (servers: readonly number[]): Promise<NginxServer> => {
  const folder = tempFolder();
  chmodSync(folder, 0o755);
  const [tls, plain] = [await freePort(), await freePort()];
  const [certificate, key] = [join(folder, 'fullchain.pem'), join(folder, 'privkey.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const kind = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'pipe',
  });

  const shipped = readFileSync(join(top, 'deploy', 'nginx', 'kefu.conf'), 'utf8');
  const changes: readonly (readonly [RegExp, string])[] = [
    [/^ {4}listen \[::\].*\n/gm, ''],
    [/listen 80;/, `listen 127.0.0.1:${plain};`],
    [/listen 443 /, `listen 127.0.0.1:${tls} `],
    [/server_name kefu\.example\.cn; # CHANGE/g, 'server_name localhost;'],
    [/return 301 https:\/\/\$host/, `return 301 https://$host:${tls}`],
    [/ssl_certificate {5}\S+; # CHANGE/, `ssl_certificate ${certificate};`],
    [/ssl_certificate_key \S+; # CHANGE/, `ssl_certificate_key ${key};`],
    [/server 127\.0\.0\.1:3000 (.*);/, servers.map((port) => `server 127.0.0.1:${port} $1;`).join('\n    ')],
  ];
  const conf = changes.reduce((text, [pattern, instead]) => {
    if (text.search(pattern) < 0) throw new Error(`kefu.conf has no ${pattern}`);
    return text.replace(pattern, instead);
  }, shipped);
  writeFileSync(join(folder, 'kefu.conf'), conf);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => {
    mkdirSync(join(folder, kind));
    return `${kind}_temp_path ${join(folder, kind)};`;
  });
  const main = join(folder, 'nginx.conf');
  writeFileSync(
    main,
    `daemon off; master_process off; pid ${join(folder, 'nginx.pid')}; error_log stderr warn;
    events { worker_connections 2048; }
    http { access_log off; ${temporary.join(' ')} include ${join(folder, 'kefu.conf')}; }`,
  );
  const child: ChildProcess = spawn(programNamed('nginx') ?? 'nginx', ['-p', folder, '-c', main], { stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr?.on('data', (chunk) => (said += chunk));
  while (!(await answers(plain))) {
    if (child.exitCode !== null) throw new Error(`nginx didn’t start:\n${said}`);
    await wait(20);
  }
  return {
    url: `https://localhost:${tls}`,
    plainUrl: `http://localhost:${plain}`,
    certificate: readFileSync(certificate, 'utf8'),
  };
};

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );

/** An address without TLS whose connections go on to nginx with it, for clients that can't be told whom to trust. */
export const withoutTls = async ({ url, certificate }: NginxServer): Promise<string> => {
  const { hostname, port } = new URL(url);
  const server = createServer((plain) => {
    const secure = connect({ host: '127.0.0.1', port: Number(port), servername: hostname, ca: certificate });
    for (const [one, other] of [
      [plain, secure],
      [secure, plain],
    ] as const) {
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  const here = await freePort();
  await new Promise<void>((done) => server.listen(here, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${here}`;
};

/** A port that nobody listens on just now. */
export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
