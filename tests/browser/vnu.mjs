// The Nu HTML checker over every page, stylesheet and SVG of a finished site: `npm run vnu -- FOLDER`.
// Errors fail; warnings are not shown. One Java process: it is quick once it is warm.

import { execFile } from 'node:child_process';
import { cpus, tmpdir } from 'node:os';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './pages.mjs';

const JAR = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('../../public', import.meta.url)));
const files = filesBelow(folder, ['.html', '.css', '.svg']);
if (files.length === 0) throw new Error(`there is no site in ${folder}`);

// A checker that checks nothing finds nothing: it must find what is wrong with this file.
const trap = mkdtempSync(join(tmpdir(), 'vnu-'));
writeFileSync(join(trap, 'wrong.html'), '<!doctype html><html lang="en"><title>t</title><p id="a"></p><p id="a"></p></html>\n');

// The checker goes through folders by itself: no command line would hold the names.
function check(...folders) {
  const args = ['-Xmx1500m', '-Xss4m', cpus().length > 1 ? '-XX:+UseParallelGC' : '-XX:+UseSerialGC', '-jar', JAR];
  args.push('--skip-non-html', '--errors-only', '--format', 'json', '--also-check-css', '--also-check-svg', ...folders);
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

const begun = Date.now();
const messages = await check(folder, trap);
rmSync(trap, { recursive: true });
const errors = messages.filter(({ url }) => !url?.endsWith('/wrong.html'));
if (errors.length === messages.length) throw new Error('the checker did not find the error that was put before it');

for (const { url, lastLine, message, extract } of errors.slice(0, 100)) {
  const path = url ? relative(folder, decodeURIComponent(url.replace(/^file:/, ''))) : 'the checker itself';
  console.log(`${path}:${lastLine ?? 0}: ${message}${extract ? `\n    ${extract.replaceAll('\n', ' ')}` : ''}`);
}
console.log(`vnu: ${files.length} files checked, ${errors.length} errors, ${Math.round((Date.now() - begun) / 1000)} s`);
process.exitCode = errors.length === 0 ? 0 : 1;
