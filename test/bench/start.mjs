// How long a server takes from its start to the answer to `initialize`, beside Node itself.
import { spawn } from 'node:child_process';
import { SERVERS, Server } from './server.mjs';
import { median } from './statistics.mjs';

/** Medians in milliseconds; the three take turns, so that they meet the same weather. */
export async function measureStart(rounds) {
  const times = { bare: [], ours: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    times.bare.push(await bareNode());
    for (const name of Object.keys(SERVERS)) {
      const started = performance.now();
      const server = await Server.start(SERVERS[name]);
      times[name].push(performance.now() - started);
      await server.stop();
    }
  }
  return { bare: median(times.bare), ours: median(times.ours), peer: median(times.peer) };
}

async function bareNode() {
  const started = performance.now();
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  return performance.now() - started;
}
