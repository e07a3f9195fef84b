/** Markdown files are bundled as text (esbuild's `text` loader; `test/support/text-modules.ts` for vitest). */
declare module '*.md' {
  const text: string;
  export default text;
}
