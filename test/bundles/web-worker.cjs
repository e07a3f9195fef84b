// A web worker's scope on a thread of Node: what browsers have, and nothing of Node. workerData is the script's text.
const { readFileSync } = require('node:fs');
const vm = require('node:vm');
const { parentPort, workerData } = require('node:worker_threads');

const scope = {
  clearTimeout,
  console,
  performance,
  queueMicrotask,
  setTimeout,
  TextDecoder,
  TextEncoder,
  URL,
  addEventListener: () => {}, // for errors only
  postMessage: (message) => parentPort.postMessage(message),
};
scope.self = scope;
// No eval and no new Function, as under a strict content security policy.
const context = vm.createContext(scope, { codeGeneration: { strings: false, wasm: false } });
context.self = vm.runInContext('globalThis', context);
parentPort.on('message', (data) => context.onmessage({ data }));
vm.runInContext(readFileSync(workerData, 'utf8'), context, { filename: 'server.web.js' });
