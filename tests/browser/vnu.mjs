// The Nu HTML checker over every page, stylesheet and SVG of a finished site: `npm run vnu -- FOLDER`.
// Errors fail; warnings are not shown.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './pages.mjs';

const JAR = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
// Few enough for one command line, many enough that starting Java costs little.
const PER_RUN = 800;

const folder = process.argv[2] ?? fileURLToPath(new URL('../../public', import.meta.url));
const files = filesBelow(folder, ['.html', '.css', '.svg']);
if (files.length === 0) throw new Error(`there is no site in ${folder}`);

function check(chunk) {
  const args = ['-Xmx1g', '-XX:+UseSerialGC', '-jar', JAR, '--errors-only', '--format', 'json'];
  args.push('--also-check-css', '--also-check-svg', ...chunk);
  return new Promise((done, failed) => {
    execFile('java', args, { maxBuffer: 1 << 28 }, (error, _out, told) => {
      try {
        done(JSON.parse(told).messages);
      } catch {
        failed(error ?? new Error(told));
      }
    });
  });
}

// A checker that checks nothing finds nothing: in each run it must find what is wrong with this file.
const trap = mkdtempSync(join(tmpdir(), 'vnu-'));
const wrong = join(trap, 'wrong.html');
writeFileSync(wrong, '<!doctype html><html lang="en"><title>t</title><p id="a"></p><p id="a"></p></html>\n');

const chunks = [];
for (let at = 0; at < files.length; at += PER_RUN) chunks.push([...files.slice(at, at + PER_RUN), wrong]);
const found = [];
let trapped = 0;
async function work() {
  for (let chunk = chunks.pop(); chunk; chunk = chunks.pop()) {
    for (const message of await check(chunk)) {
      if (message.url.endsWith('/wrong.html')) trapped += 1;
      else found.push(message);
    }
  }
}
const runs = chunks.length;
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
rmSync(trap, { recursive: true });
if (trapped < runs) throw new Error('the checker did not find the error that was put before it');

const errors = found;
for (const { url, lastLine, message, extract } of errors.slice(0, 100)) {
  const path = relative(folder, decodeURIComponent(url.replace(/^file:/, '')));
  console.log(`${path}:${lastLine ?? 0}: ${message}${extract ? `\n    ${extract.replaceAll('\n', ' ')}` : ''}`);
}
console.log(`vnu: ${files.length} files checked, ${errors.length} errors`);
process.exitCode = errors.length === 0 ? 0 : 1;
