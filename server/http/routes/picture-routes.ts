import type { Express, Response } from 'express';
import { DAY_MS } from '#contract/wire/spans.ts';
import { sendFailure, servePage } from './api.ts';

/** No dots but the ending's and no slashes: a name can't lead out of its folder. */
const SHOP = /^[a-z0-9-]+$/;
const FILE = /^[a-z0-9-]+\.svg$/;
/** An SVG opened as a page of its own is a document: it may load nothing and run nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * Serves customers' pictures from `<picturesDir>`, under `/pictures/customer`, and a shop's product pictures from
 * `<shopsDir>/<shop>/pictures`. The customers' route comes first, so no shop may be called `customer`.
 */
export const servePictures = (app: Express, shopsDir: string, picturesDir: string): void => {
  servePage(app, 'GET /pictures/customer/:file', (request, response) => {
    const { file } = request.params;
    if (!FILE.test(file)) return sendFailure(response, 'not-found');
    sendPicture(response, picturesDir, file);
  });
  servePage(app, 'GET /pictures/:shop/:file', (request, response) => {
    const { shop, file } = request.params;
    if (!SHOP.test(shop) || !FILE.test(file)) return sendFailure(response, 'not-found');
    sendPicture(response, shopsDir, `${shop}/pictures/${file}`);
  });
};

const sendPicture = (response: Response, root: string, file: string): void => {
  const options = { root, maxAge: DAY_MS, acceptRanges: false, headers: { 'Content-Security-Policy': POLICY } };
  response.sendFile(file, options, (error) => {
    // After the headers were sent the browser has gone away and gets no answer; before that the file isn't there.
    if (error !== undefined && !response.headersSent) sendFailure(response, 'not-found');
  });
};
