import { renderUnicodeCompact } from 'uqr';
import { say } from '#i18n/say.ts';

type StartFacts = {
  port: number;
  publicUrl: string | null;
  /** This machine's addresses on the network, the likeliest first; none when it listens to itself only. */
  lan: readonly string[];
  /** Null once there is an account. */
  setUpCode: string | null;
  /** Whether a person reads the output. In a log file the QR code, a picture made of block characters, would be noise. */
  terminal: boolean;
};

/**
 * What the server prints when it starts: its addresses, how the first account is made, and a QR code for phones. The
 * Chinese messages carry their English too, because a reader who has chosen no language may read either.
 */
export const announcement = ({ port, publicUrl, lan, setUpCode, terminal: isTerminal }: StartFacts): string => {
  const localUrl = `http://localhost:${port}`;
  const networkUrls = publicUrl === null ? lan.map((address) => `http://${address}:${port}`) : [];
  const lines = [say('server:start.running'), `  ${say('server:start.here', { url: localUrl })}`];
  if (publicUrl !== null) lines.push(`  ${say('server:start.public', { url: publicUrl })}`);
  lines.push(...networkUrls.map((url) => `  ${say('server:start.network', { url })}`));
  if (setUpCode !== null) {
    lines.push(
      publicUrl === null
        ? say('server:start.set-up', { url: localUrl, code: setUpCode })
        : say('server:start.set-up-public', { url: publicUrl, code: setUpCode }),
    );
  }
  const urlForQrCode = publicUrl ?? networkUrls[0];
  if (isTerminal && urlForQrCode !== undefined) lines.push(renderUnicodeCompact(urlForQrCode, { border: 2 }));
  lines.push(`  ${say('server:start.stop')}`);
  return lines.join('\n');
};
