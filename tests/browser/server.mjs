// A static server as a careful host runs it: right types, a strict policy, the nearest 404 page.
//
// In: a folder and the path under which it is served ('/' or '/sub/path/'). Out: an address and a way to stop it.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

// As README recommends.
export const POLICY = [
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'",
  "media-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.ics': 'text/calendar; charset=utf-8',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

async function find(folder, path) {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  try {
    return { status: 200, file, bytes: await readFile(join(folder, file)) };
  } catch {
    // As hosts are set up by hand: the 404 page of the language, else the one at the root.
    const lang = path.split('/')[1];
    for (const file of [`/${lang}/404.html`, '/404.html']) {
      try {
        return { status: 404, file, bytes: await readFile(join(folder, file)) };
      } catch {
        // The next one.
      }
    }
    return { status: 404, file: '.txt', bytes: Buffer.from('not found') };
  }
}

export async function serve(folder, base = '/') {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
    const below = path.startsWith(base) ? `/${path.slice(base.length)}` : '/outside-of-the-site';
    const { status, file, bytes } = await find(folder, below);
    const type = TYPES[extname(file)] ?? TYPES[file] ?? 'application/octet-stream';
    response.writeHead(status, {
      'Content-Type': type,
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}${base}`, stop: () => server.close() };
}
