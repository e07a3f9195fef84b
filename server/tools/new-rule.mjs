// `npm run new-rule <id>`: writes a rule, its page and its test, and renews the indexes. The three files work as
// they are (the rule finds a container called "change-me"), so that every step from there can be tried at once.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [id = ''] = process.argv.slice(2);
const files = {
  rule: `server/src/core/rules/${id}.ts`,
  page: `server/src/core/rules/${id}.md`,
  test: `test/rules/${id}.test.ts`,
};

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id)) {
  refuse(
    'Give the rule an id in kebab-case that names what is wrong: npm run new-rule container-memory-missing',
  );
}
const taken = Object.values(files).find((file) => existsSync(path.join(root, file)));
if (taken) refuse(`${taken} exists already.`);

const contents = {
  rule: `import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: '${id}',
  severity: 'warning', // error only if AWS or its CLI refuses the document
  preset: 'recommended', // refused: for refusals and run-time failures
  appliesTo: 'container',
  facts: [],
  docs: {
    title: 'A short heading without a full stop',
    why: 'One or two sentences: why AWS refuses it, or what goes wrong.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html'],
  },
  messages: {
    name: 'What is wrong with "{name}", why, and what to do.',
  },
  check(container, { report }) {
    const name = container.string('name');
    if (name?.value !== 'change-me') return;
    report('name', atValue(name.node), {
      data: { name: name.value },
      fixes: [
        {
          title: 'Change name to "web"',
          changes: [{ kind: 'set', pointer: pointerOf(name.node), value: 'web' }],
          safe: false,
        },
      ],
    });
  },
});
`,
  page: `What goes wrong, in your own words, and how to say it right.

## Wrong

\`\`\`json
{
  "family": "web",
  "containerDefinitions": [{ "name": "change-me", "image": "nginx:1.27", "memory": 256 }]
}
\`\`\`

## Right

\`\`\`json
{
  "family": "web",
  "containerDefinitions": [{ "name": "web", "image": "nginx:1.27", "memory": 256 }]
}
\`\`\`
`,
  test: `import rule from '../../server/src/core/rules/${id}';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'the smallest wrong document',
      text: '{ "containerDefinitions": [{ "name": «"change-me"» }] }',
      message: 'What is wrong with "change-me", why, and what to do.',
      pointer: '/containerDefinitions/0/name',
      fixes: [{ title: 'Change name to "web"', result: { containerDefinitions: [{ name: 'web' }] } }],
    },
  ],
  right: [{ name: 'its nearest right neighbour', document: { containerDefinitions: [{ name: 'change-me-not' }] } }],
});
`,
};

for (const [kind, file] of Object.entries(files)) writeFileSync(path.join(root, file), contents[kind]);
const { status } = spawnSync(process.execPath, [path.join(root, 'server/tools/generate.mjs')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);
console.log(
  `Now edit, and run its test:\n${Object.values(files).join('\n')}\n\nnpm run test:unit -- ${files.test}`,
);
