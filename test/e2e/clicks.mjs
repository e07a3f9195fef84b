// What a person does: clicks and keys in the workbench, with the extension installed from its package. Takes the
// pictures of the README on the way.
import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { startServer } from './hosts/vscode-server.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const SAMPLE = path.join(root, 'client/samples/task-definition-broken.json');
const PHOTOS = path.join(root, 'client/samples/photos-task-definition.json');
const SHOP = path.join(root, 'client/samples/shop-task-definition.json');

/**
 * @param {{ vsix: string, browser: string, report: import('./report.mjs').Report, output: string }} options
 *   `output`: folder for the pictures
 */
export async function clickThrough({ vsix, browser, report, output }) {
  await mkdir(output, { recursive: true });
  const server = await startServer({ vsix });
  const { page, close } = await openBrowser(browser);
  try {
    const file = path.join(server.workspace, 'task-definition.json');
    await copyFile(SAMPLE, file);
    await writeFile(path.join(server.workspace, 'new-task-definition.json'), '');
    for (const sample of [SHOP, PHOTOS])
      await copyFile(sample, path.join(server.workspace, path.basename(sample)));
    page.setDefaultTimeout(20_000);
    await page.setViewportSize({ width: 1180, height: 720 });
    await page.goto(server.url([['openFile', server.uri(file)]]), { waitUntil: 'commit' });
    for (const [title, run] of Object.entries(cases(page, server.workspace, file, output)))
      await report.test(title, () =>
        run().catch(async (error) => {
          await page.screenshot({ path: path.join(output, `failed-${title.replaceAll(/\W+/g, '-')}.png`) });
          throw error;
        }),
      );
  } finally {
    await close();
    await server.stop();
  }
}

/** The tests, in their order: each goes on where the one before has ended. */
function cases(page, workspace, file, output) {
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const line = (piece) => editor.locator('.view-line', { hasText: piece });
  const token = (piece) => line(piece).locator('span span', { hasText: piece }).last();
  const problem = (rule) => page.locator('.markers-panel .monaco-list-row', { hasText: rule });
  const suggestion = page.locator('.suggest-widget.visible .monaco-list-row');
  const rulePage = page
    .frameLocator('iframe.webview')
    .frameLocator('#active-frame')
    .locator('h1', { hasText: 'Fargate needs network mode awsvpc' });

  const picture = (name, options) => page.screenshot({ path: path.join(output, `${name}.png`), ...options });
  /** The upper part of the editor, where a popup is open. */
  const editorPicture = async (name, height) => {
    const { x, y, width } = await page.locator('.part.editor').boundingBox();
    await picture(name, { clip: { x, y, width, height } });
  };

  /** Presses keys until a popup shows: while the workbench still loads, any change of focus closes it again. */
  const pressUntil = async (keys, popup, prepare) => {
    for (let attempt = 1; ; attempt++) {
      await page.keyboard.press('Escape');
      await prepare?.();
      await page.keyboard.press(keys);
      try {
        return await popup.waitFor({ timeout: 5_000 });
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  };

  /**
   * The middle of a piece of the text. The mouse goes there by coordinates: Playwright's own `click` and `hover`
   * scroll the editor sideways while something covers the piece.
   */
  const middleOf = async (piece, tab = 'task-definition.json') => {
    await page.locator('.tab.active', { hasText: tab }).waitFor();
    await token(piece).waitFor();
    const { x, y, width, height } = await token(piece).boundingBox();
    return [x + width / 2, y + height / 2];
  };
  /** Puts the cursor on a piece of the text, and the mouse where no hover hides anything. */
  const clickOn = async (piece, tab) => {
    await page.mouse.move(900, 600);
    await page.locator('.monaco-hover:not(.hidden)').waitFor({ state: 'hidden' });
    await page.mouse.click(...(await middleOf(piece, tab)));
    await page.mouse.move(900, 600);
  };

  const openFile = async (name) => {
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').fill(name);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: name }).waitFor();
  };

  // While a page is renewed, VS Code has its next frame beside the one that is shown.
  const diagram = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  const box = (name) => diagram.locator('svg a', { has: diagram.locator(`text.name:text-is("${name}")`) });
  /** What the status bar says of the cursor. */
  const selection = (text) => page.locator('[id="status.editor.selection"]', { hasText: text });
  const chooseTheme = async (name) => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+T');
    await page.locator('.quick-input-widget input').fill(name);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };

  /** Opens the menu of quick fixes on a piece of the text. */
  const quickFix = (piece, title) =>
    pressUntil('Control+.', page.locator('.action-widget .monaco-list-row', { hasText: title }), () =>
      clickOn(piece),
    );

  return {
    'The packaged extension underlines what AWS refuses': async () => {
      await line('"bridge"').waitFor();
      await editor.locator('.squiggly-error').first().waitFor();
      await page.keyboard.press('Control+B'); // side bar away
    },

    'The problems list names each problem and its rule': async () => {
      await page.keyboard.press('Control+Shift+M');
      await problem('fargate-network-mode').waitFor();
      await problem('depends-on-unknown-container').waitFor();
      await picture('problems');
    },

    'The code of a problem opens the page of its rule': async () => {
      await problem('fargate-network-mode').locator('a', { hasText: 'fargate-network-mode' }).click();
      await rulePage.waitFor();
      await picture('rule-page');
      await page.keyboard.press('Control+W');
    },

    'So does the quick fix "Explain this problem"': async () => {
      await page.locator('.part.panel .codicon-panel-close').click();
      await page.locator('.markers-panel').waitFor({ state: 'hidden' });
      await quickFix('bridge', 'Explain this problem (fargate-network-mode)');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await rulePage.waitFor();
      await page.locator('.tab.active', { hasText: 'fargate-network-mode' }).waitFor();
      await page.keyboard.press('Control+W');
    },

    'A quick fix repairs the document': async () => {
      await quickFix('bridge', 'Change networkMode to "awsvpc"');
      await editorPicture('quick-fix', 420);
      await page.keyboard.press('Enter');
      await line('"awsvpc"').waitFor();
      await page.keyboard.press('Control+S');
      const repaired = (await readFile(SAMPLE, 'utf8')).replace('"bridge"', '"awsvpc"');
      await eventually(async () => assert.equal(await readFile(file, 'utf8'), repaired));
    },

    'A rule is turned off from its problem, and back on in the file': async () => {
      const config = path.join(workspace, '.ecs-taskdef.json');
      await page.keyboard.press('Control+Shift+M');
      await problem('depends-on-unknown-container').click(); // which scrolls there
      await quickFix('"migrations"', 'Turn off depends-on-unknown-container for the container "api"');
      await picture('turn-off');
      await page.locator('.action-widget .monaco-list-row', { hasText: 'for the container "api"' }).click();
      await problem('depends-on-unknown-container').waitFor({ state: 'hidden' });
      const [override] = JSON.parse(await readFile(config, 'utf8')).overrides;
      assert.deepEqual(override, {
        container: 'api',
        rules: { 'depends-on-unknown-container': 'off' },
        reason: '',
      });
      await rm(config);
      await problem('depends-on-unknown-container').waitFor();
      await page.locator('.part.panel .codicon-panel-close').click();
      await clickOn('"migrations"');
      await page.keyboard.press('Control+Home');
    },

    'Hovering over a key explains it': async () => {
      await page.mouse.move(...(await middleOf('"networkMode"')), { steps: 5 });
      await page.locator('.monaco-hover:not(.hidden)', { hasText: 'awsvpc' }).waitFor();
      await editorPicture('hover', 420);
    },

    'Completion offers the keys that a container lacks': async () => {
      await clickOn('true');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await pressUntil('Control+Space', suggestion.first());
      await page.keyboard.press('Control+Space'); // the explanation beside the list
      const chosen = page.locator('.suggest-widget.visible .monaco-list-row.focused', {
        hasText: 'portMappings',
      });
      for (let step = 0; step < 20 && !(await chosen.isVisible()); step++)
        await page.keyboard.press('ArrowDown');
      await chosen.waitFor();
      await page.locator('.suggest-details-container .docs').first().waitFor();
      await editorPicture('completion', 520);
      await page.keyboard.press('Enter');
      await line('"portMappings": [').waitFor();
    },

    'The price stands above the task, and hints between the words': async () => {
      await openFile('shop-task-definition.json');
      await page.locator('.codelens-decoration', { hasText: '/month in us-east-1' }).waitFor();
      await line('"memory": "2048"').filter({ hasText: '2 GiB' }).waitFor();
      await editorPicture('hints', 520);
    },

    'Completion of values knows the rest of the file': async () => {
      // In the middle of the value: those that do not begin like it fit as well.
      await pressUntil('Control+Space', suggestion.filter({ hasText: '4096' }).first(), () =>
        clickOn('"2048"', 'shop-task-definition.json'),
      );
      await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: '"2048"' }).waitFor();
      await editorPicture('values', 420);
      await page.keyboard.press('Escape');
    },

    'Renaming a container renames it everywhere': async () => {
      const box = page.locator('.rename-box input');
      await pressUntil('F2', box, () => clickOn('"sessions"', 'shop-task-definition.json'));
      await box.fill('session-store');
      await editorPicture('rename', 520);
      await page.keyboard.press('Enter');
      await line('"containerName": "session-store"').waitFor();
    },

    'A task definition is written by completion alone': async () => {
      const choose = async (typed, label) => {
        await page.keyboard.type(typed, { delay: 30 });
        await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label }).waitFor();
        await page.keyboard.press('Enter');
      };
      await openFile('new-task-definition.json');
      await selection('Ln 1, Col 1').waitFor();
      await page.mouse.click(600, 400);
      await page.keyboard.type('{');
      await page.keyboard.press('Enter');
      await choose('"req', 'requiresCompatibilities');
      await choose('', '"FARGATE"');
      await line('["FARGATE"]').waitFor();
      await page.keyboard.press('Tab'); // out of the list
      await page.keyboard.type(',');
      await page.keyboard.press('Enter');
      await choose('"run', 'runtimePlatform');
      await line('"cpuArchitecture": "X86_64"').waitFor();
      await page.keyboard.press('Control+Space');
      await suggestion.filter({ hasText: '"ARM64"' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await choose('', '"ARM64"');
      await line('"cpuArchitecture": "ARM64"').waitFor();
      await page.keyboard.press('Tab'); // to the operating system
      await page.keyboard.press('Tab'); // out of the object
      await choose(' "pid', 'pidMode'); // without the comma
      await page.keyboard.press('Control+S');
      const written = [
        ...['{', '    "requiresCompatibilities": ["FARGATE"],', '    "runtimePlatform": {'],
        ...['        "cpuArchitecture": "ARM64",', '        "operatingSystemFamily": "LINUX"'],
        ...['    }, "pidMode": "task"', '}'],
      ].join('\n');
      await eventually(async () =>
        assert.equal(await readFile(path.join(workspace, 'new-task-definition.json'), 'utf8'), written),
      );
      await page.keyboard.press('Control+W');
    },

    'A click above the task shows its diagram': async () => {
      await openFile('photos-task-definition.json');
      await page.locator('.codelens-decoration a', { hasText: 'Show diagram' }).click();
      for (const name of ['web', 'migrations', 'cache', 'originals', 'Secrets Manager', '/ecs/photos'])
        await box(name).waitFor();
      await diagram.locator('li', { hasText: 'starts after cache (HEALTHY)' }).last().waitFor();
      await page.mouse.move(300, 700); // no box is marked
      await page.setViewportSize({ width: 1180, height: 840 });
      const { x, y, width } = await page.locator('.editor-group-container').last().boundingBox();
      await picture('diagram', { clip: { x, y, width, height: 790 } });
      await page.setViewportSize({ width: 1180, height: 720 });
    },

    'A click on a box, or the Enter key, selects what it stands for': async () => {
      await box('cache').click();
      await selection('Ln 63, Col 22 (7 selected)').waitFor();
      await box('originals').focus();
      await page.keyboard.press('Enter');
      await selection('Ln 11, Col 26 (11 selected)').waitFor();
    },

    'The diagram follows the document': async () => {
      await page.keyboard.type('pictures'); // in the place of the name that is selected
      await diagram.locator('text.fact', { hasText: 'no volume of this name' }).waitFor();
      await page.keyboard.press('Control+Z');
      await diagram.locator('text.fact', { hasText: 'no volume of this name' }).waitFor({ state: 'hidden' });
      await box('originals').waitFor();
    },

    'It can be read in every theme': async () => {
      for (const [theme, name] of [
        ['Dark High Contrast', 'contrast'],
        ['Light High Contrast', 'contrast-light'],
        ['Light Modern', 'light'],
        ['Dark Modern', 'dark'],
      ]) {
        await chooseTheme(theme);
        await box('web').waitFor();
        await picture(`diagram-${name}`);
      }
    },

    'It outlives the document, says so, and comes back to life with it': async () => {
      await box('cache').click(); // into the editor
      await selection('(7 selected)').waitFor();
      await page.keyboard.press('Control+W');
      await diagram.locator('[role=status]', { hasText: 'photos-task-definition.json is closed.' }).waitFor();
      await picture('diagram-closed');
      await box('cache').click();
      await selection('Ln 63, Col 22 (7 selected)').waitFor();
      await diagram.locator('[role=status]').waitFor({ state: 'hidden' });
    },
  };
}

/** Tries until it holds, at most 10 seconds. */
async function eventually(check) {
  for (const deadline = Date.now() + 10_000; ; await pause(50)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
