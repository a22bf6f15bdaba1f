// Gives spoilt files to every importer and holds them to their promise: told of, never a failure, never for long, nothing run,
// nothing named from outside what was given.
//   npm run fuzz                    20,000 inputs from a fixed beginning, and 5,000 from a random one
//   npm run fuzz -- 5000 123        5,000 inputs from number 123 on, as a failure names them
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const LONGEST_MS = 10_000;

/** Takes inputs in one by one, telling the parent each before it begins. @param {number} count @param {number} first */
async function run(count, first) {
  // What pdf.js lets fall inside its own worker reaches nobody; in the app that worker is a process of its own.
  process.on('unhandledRejection', (error) => {
    if (!(error instanceof Error && error.stack?.includes('pdf.worker'))) throw error;
  });
  const server = await createServer({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  const module = await server.ssrLoadModule('/tests/fuzz/try-intake.ts');
  const without = await module.importersWithoutSeed();
  if (without.length > 0) throw new Error(`No seed for ${without.join(', ')}.`);
  for (let number = first; number < first + count; number += 1) {
    process.send?.(number);
    await module.tryIntake(number);
  }
  await server.close();
  process.disconnect();
}

/** Runs inputs in a process that can be ended when it hangs. @param {number} count @param {number} first @returns {Promise<boolean>} */
function watch(count, first) {
  console.log(`${count} inputs from number ${first}`);
  const child = fork(fileURLToPath(import.meta.url), ['--run', String(count), String(first)]);
  const begun = Date.now();
  let number = first;
  let slowest = { number, ms: 0 };
  let since = begun;
  // Loading comes first and may take longer on a busy machine.
  let timer = setTimeout(() => child.kill('SIGKILL'), 6 * LONGEST_MS);
  child.on('message', (next) => {
    const now = Date.now();
    if (next !== first && now - since > slowest.ms) slowest = { number, ms: now - since };
    [number, since] = [Number(next), now];
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
  });
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) {
        const seconds = ((Date.now() - begun) / 1000).toFixed(0);
        console.log(`  all kept their promise, in ${seconds} s; the slowest, ${slowest.number}, took ${slowest.ms} ms`);
      } else
        console.log(`  input ${number} ${signal === 'SIGKILL' ? `took longer than ${LONGEST_MS / 1000} s` : 'failed'}`);
      resolve(code === 0);
    });
  });
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--run') await run(Number(rest[0]), Number(rest[1]));
else if (first !== undefined) process.exitCode = (await watch(Number(first), Number(rest[0] ?? 0))) ? 0 : 1;
else {
  const all = [await watch(20_000, 0), await watch(5000, randomInt(1_000_000, 2 ** 31))];
  process.exitCode = all.every(Boolean) ? 0 : 1;
}
