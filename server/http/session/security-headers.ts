import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const HOST = /^[A-Za-z0-9.:[\]-]{1,255}$/;

/**
 * A strict policy: every script, style, picture and connection must come from this server. Headers that ask for https
 * are left out: a classroom's server answers plain http on the LAN, where browsers complain about them.
 */
export const securityHeaders = (): RequestHandler => {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'media-src': ["'self'"],
        'manifest-src': ["'self'"],
        // 'self' covers ws: of the same host in today's browsers, but not in Safari before 15.4.
        'connect-src': ["'self'", socketSource('ws'), socketSource('wss')],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
  });
};

const socketSource =
  (scheme: 'ws' | 'wss') =>
  (request: IncomingMessage): string => {
    const host = request.headers.host ?? '';
    return HOST.test(host) ? `${scheme}://${host}` : "'self'";
  };
