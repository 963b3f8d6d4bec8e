import { renderUnicodeCompact } from 'uqr';
import { say } from '#i18n/say.ts';

type Started = {
  port: number;
  publicUrl: string | null;
  /** This machine's addresses on the network, the likeliest first; none when it listens to itself only. */
  lan: readonly string[];
  /** Null once there is an account. */
  setUpCode: string | null;
  /** Into a log file a picture of blocks is noise. */
  terminal: boolean;
};

/**
 * What the server says at its start: where it is, how the first account is made, and a code for phones to scan. The
 * Chinese of it says all in English too: whoever has chosen no language may read either.
 */
export function announcement({ port, publicUrl, lan, setUpCode, terminal }: Started): string {
  const here = `http://localhost:${port}`;
  const network = publicUrl === null ? lan.map((address) => `http://${address}:${port}`) : [];
  const lines = [say('server:start.running'), `  ${say('server:start.here', { url: here })}`];
  if (publicUrl !== null) lines.push(`  ${say('server:start.public', { url: publicUrl })}`);
  lines.push(...network.map((url) => `  ${say('server:start.network', { url })}`));
  if (setUpCode !== null) {
    lines.push(
      publicUrl === null
        ? say('server:start.set-up', { url: here, code: setUpCode })
        : say('server:start.set-up-public', { url: publicUrl, code: setUpCode }),
    );
  }
  const scanned = publicUrl ?? network[0];
  if (terminal && scanned !== undefined) lines.push(renderUnicodeCompact(scanned, { border: 2 }));
  lines.push(`  ${say('server:start.stop')}`);
  return lines.join('\n');
}
