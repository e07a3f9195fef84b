// One document edited in both servers, turn by turn.
import { setTimeout as delay } from 'node:timers/promises';
import { CURSOR_AFTER, KEY } from './documents.mjs';
import { SERVERS, Server } from './server.mjs';

/**
 * @typedef {{ wall: number, cpu: number | undefined }} Cost milliseconds; `cpu` of the server's main thread
 * @typedef {{ edits: Cost[], hovers: Cost[], completions: Cost[], glances: Cost[], problems: { message: string }[],
 *   memory: { now: number, highest: number } | undefined }} Measured
 */

/**
 * Opens a document and edits it one character at a time, asking for its diagnostics after each edit; then
 * hovers, completes behind an edit, and asks ours for hints and lenses, which the peer has not, behind another edit.
 *
 * @param {string} text
 * @param {{ edits: number, questions: number }} counts
 * @returns {Promise<{ ours: Measured, peer: Measured }>}
 */
export async function measureSession(text, { edits, questions }) {
  const editors = [];
  for (const name of Object.keys(SERVERS))
    editors.push(new Editor(name, await Server.start(SERVERS[name]), text));
  try {
    for (const editor of editors) await editor.open();
    for (let i = 0; i < edits; i++) for (const editor of editors) await editor.edit();
    for (let i = 0; i < questions; i++) for (const editor of editors) await editor.hover();
    for (let i = 0; i < questions; i++) for (const editor of editors) await editor.complete();
    for (let i = 0; i < questions; i++) await editors.find(({ name }) => name === 'ours')?.glance();
    for (const editor of editors) await editor.proveThatItChecks();
    return Object.fromEntries(editors.map((editor) => [editor.name, editor.result()]));
  } finally {
    for (const { server } of editors) await server.stop();
  }
}

class Editor {
  #uri = 'file:///bench/task-definition.json';
  #version = 1;
  #typed = false;
  #measured = { edits: [], hovers: [], completions: [], glances: [] };
  #problems = [];

  constructor(name, server, text) {
    this.name = name;
    this.server = server;
    this.text = text;
    this.cursor = positionOf(text, text.indexOf(CURSOR_AFTER) + CURSOR_AFTER.length);
    // Behind the opening quote of the key.
    this.key = positionOf(text, text.indexOf(`"${KEY}"`, text.indexOf(CURSOR_AFTER)) + 1);
  }

  async open() {
    await this.server.initialized();
    const { connection } = this.server;
    const textDocument = { uri: this.#uri, languageId: 'json', version: this.#version, text: this.text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    this.#problems = await this.#diagnostics();
  }

  async edit() {
    await this.#measure('edits', async () => {
      await this.#type();
      this.#problems = await this.#diagnostics();
    });
  }

  async hover() {
    const hover = await this.#measure('hovers', () => this.#ask('hover', this.key));
    if (!hover) throw new Error(`${this.name}: no hover`);
  }

  async complete() {
    const completion = await this.#measure('completions', async () => {
      await this.#type();
      return this.#ask('completion', this.key);
    });
    const items = completion?.items ?? completion ?? [];
    if (items.length === 0) throw new Error(`${this.name}: no completion`);
  }

  /** What an editor asks for after each edit beside the diagnostics. */
  async glance() {
    await this.#type();
    await this.#diagnostics();
    const textDocument = { uri: this.#uri };
    const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
    const { connection } = this.server;
    const answers = await this.#measure('glances', () =>
      Promise.all([
        connection.sendRequest('textDocument/inlayHint', { textDocument, range }),
        connection.sendRequest('textDocument/codeLens', { textDocument }),
      ]),
    );
    if (answers.some((answer) => answer.length === 0)) throw new Error(`${this.name}: no hints or lenses`);
  }

  /** A server that does not check is quick: a wrong value must be noticed, and its removal too. */
  async proveThatItChecks() {
    const before = await this.#diagnostics();
    const at = positionOf(this.text, this.text.indexOf('"FARGATE"'));
    await this.#change({ start: at, end: at }, '7, ');
    const during = await this.#diagnostics();
    await this.#change({ start: at, end: { ...at, character: at.character + 3 } }, '');
    const after = await this.#diagnostics();
    if (JSON.stringify(during) === JSON.stringify(before)) throw new Error(`${this.name} does not check`);
    if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error(`${this.name} did not follow`);
  }

  result() {
    return { ...this.#measured, problems: this.#problems, memory: this.server.memory() };
  }

  /** Types a character, or takes it back. */
  async #type() {
    const { cursor } = this;
    const end = this.#typed ? { ...cursor, character: cursor.character + 1 } : cursor;
    await this.#change({ start: cursor, end }, this.#typed ? '' : 'x');
    this.#typed = !this.#typed;
  }

  async #change(range, text) {
    const textDocument = { uri: this.#uri, version: ++this.#version };
    await this.server.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ range, text }],
    });
  }

  async #diagnostics() {
    const textDocument = { uri: this.#uri };
    return (await this.server.connection.sendRequest('textDocument/diagnostic', { textDocument })).items;
  }

  #ask(feature, position) {
    const textDocument = { uri: this.#uri };
    return this.server.connection.sendRequest(`textDocument/${feature}`, { textDocument, position });
  }

  async #measure(kind, run) {
    const cpuBefore = this.server.mainThreadCpu();
    const started = performance.now();
    const result = await run();
    const wall = performance.now() - started;
    await delay(1); // What the server does behind its answer counts as well.
    const cpuAfter = this.server.mainThreadCpu();
    const cpu = cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
    this.#measured[kind].push({ wall, cpu });
    return result;
  }
}

function positionOf(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}
