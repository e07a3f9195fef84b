// mocha's functions; its browser build, which runs in every extension host, has them as globals only.
interface Mocha {
  describe(title: string, define: () => void): void;
  it(title: string, run: () => void | Promise<void>): void;
  before(run: () => void | Promise<void>): void;
}

export const { describe, it, before } = globalThis as unknown as Mocha;
