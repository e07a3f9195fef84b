import type { Connection } from 'vscode-languageserver';
import { CONFIG_FILE_NAME, mergeSettings, readConfig, readSettings, type Settings } from '../core';
import type { Host } from './host';

interface ConfigFile {
  readonly uri: string;
  readonly settings: Partial<Settings>;
}

interface Merged {
  readonly editor: Partial<Settings>;
  readonly config: ConfigFile | undefined;
  readonly settings: Settings;
}

/**
 * The settings that hold for a document: the nearest config file over the editor's settings. Both are
 * asked for once and kept until the client says that they changed.
 */
export class SettingsStore {
  readonly #editor = new Map<string, Promise<Partial<Settings>>>();
  readonly #configFiles = new Map<string, Promise<ConfigFile | undefined>>();
  /** The same object as long as nothing changes: what is worked out for it can be kept. */
  readonly #merged = new Map<string, Merged>();
  readonly #said = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    /** Whether the client answers `workspace/configuration`. `fallback` holds for clients that do not, or know nothing. */
    private readonly asks: boolean,
    private fallback: unknown,
    /** Hears of every config file that has been looked for, and of its text where there is one. */
    private readonly onRead: (file: string, text: string | undefined) => void,
  ) {}

  async of(uri: string): Promise<Settings> {
    const [editor, config] = await Promise.all([this.#editorSettings(uri), this.nearestConfig(uri)]);
    const cached = this.#merged.get(uri);
    if (cached?.editor === editor && cached.config === config) return cached.settings;
    const settings = mergeSettings(editor, config?.settings ?? {});
    this.#merged.set(uri, { editor, config, settings });
    return settings;
  }

  /** Those last worked out, for answers that wait for nothing; undefined before the first diagnostics. */
  known(uri: string): Settings | undefined {
    return this.#merged.get(uri)?.settings;
  }

  /** For `workspace/didChangeConfiguration`; `settings` counts for clients that push instead of answering. */
  editorChanged(settings: unknown): void {
    this.#editor.clear();
    if (this.asks || typeof settings !== 'object' || settings === null) return;
    this.fallback = settings;
  }

  filesChanged(): void {
    this.#configFiles.clear();
  }

  drop(uri: string): void {
    this.#editor.delete(uri);
    this.#merged.delete(uri);
  }

  #editorSettings(uri: string): Promise<Partial<Settings>> {
    const key = this.asks ? uri : '';
    let settings = this.#editor.get(key);
    if (!settings) {
      settings = this.#readEditor(uri);
      this.#editor.set(key, settings);
    }
    return settings;
  }

  async #readEditor(uri: string): Promise<Partial<Settings>> {
    const answered: unknown = this.asks
      ? await this.connection.workspace
          .getConfiguration({ scopeUri: uri, section: 'ecsTaskdef' })
          .catch(() => undefined)
      : undefined;
    // Neovim and Emacs say that they can be asked, and answer null to those who configured nothing there.
    const { settings, problems } = readSettings(answered ?? sectionOf(this.fallback));
    this.#say('Settings', problems);
    return settings;
  }

  /** The config file that counts for a document. */
  async nearestConfig(uri: string): Promise<ConfigFile | undefined> {
    for (const folder of foldersUpwards(uri)) {
      const file = `${folder}/${CONFIG_FILE_NAME}`;
      let config = this.#configFiles.get(file);
      if (!config) {
        config = this.#readConfig(file);
        this.#configFiles.set(file, config);
      }
      const found = await config;
      if (found) return found;
    }
    return undefined;
  }

  /** The text of a config file as it is now; undefined when there is none. */
  readConfigFile(file: string): Promise<string | undefined> {
    return this.host.readFile(file).catch(() => undefined);
  }

  async #readConfig(file: string): Promise<ConfigFile | undefined> {
    const text = await this.readConfigFile(file);
    this.onRead(file, text);
    if (text === undefined) return undefined;
    const { settings, problems } = readConfig(text);
    this.#say(file, problems);
    return { uri: file, settings };
  }

  #say(where: string, problems: readonly { readonly message: string }[]): void {
    for (const { message } of problems) {
      const line = `${where}: ${message}`;
      if (this.#said.has(line)) continue;
      this.#said.add(line);
      this.connection.console.warn(line);
    }
  }
}

/** Clients hand over all their settings, or our section of them. */
function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'ecsTaskdef' in settings
    ? settings.ecsTaskdef
    : settings;
}

/** The folders that hold a document, innermost first; none for documents without a place (`untitled:`). */
export function foldersUpwards(uri: string): string[] {
  const match = /^(?!untitled:)([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/.*)$/i.exec(uri);
  if (!match?.[1] || match[2] === undefined) return [];
  const folders: string[] = [];
  const steps = match[2].split('/');
  for (let length = steps.length - 1; length > 0; length--)
    folders.push(match[1] + steps.slice(0, length).join('/'));
  return folders;
}
