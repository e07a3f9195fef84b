// `npm run build`: builds what dist/ holds. `--watch` rebuilds the bundles on change.
import { buildBundles, watchBundles } from './bundles.mjs';

if (process.argv.includes('--watch')) {
  // The problem matcher of .vscode/tasks.json waits for these two lines.
  console.log('building');
  await watchBundles();
  console.log('watching');
} else await buildBundles();
